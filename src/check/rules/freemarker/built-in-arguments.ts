/**
 * How many arguments built-ins take. FreeMarker checks this when it comes to the built-in, not before. Each number is
 * what FreeMarker 2.3.35 answers (test/golden/freemarker/built-in-arguments.jsonl).
 */
export interface ArgumentCount {
  readonly least: number;
  readonly most: number;
  /** Whether it may stand without round brackets, too. */
  readonly isOptional: boolean;
}

const NEEDED: readonly (readonly [least: number, most: number, names: string])[] = [
  [
    1,
    1,
    `contains ends_with ensure_ends_with remove_beginning remove_ending seq_contains starts_with with_args
     with_args_last iso iso_h iso_h_nz iso_m iso_m_nz iso_ms iso_ms_nz iso_nz`,
  ],
  [
    1,
    2,
    `chunk indent index_of keep_after keep_after_last keep_before keep_before_last last_index_of left_pad matches
     right_pad seq_index_of seq_last_index_of split substring`,
  ],
  [1, 3, `ensure_starts_with join truncate truncate_c truncate_c_m truncate_m truncate_w truncate_w_m wrap`],
  [1, Infinity, `item_cycle sort_by`],
  // Only a value that is missing makes it look at them.
  [0, Infinity, `default`],
  [2, 3, `replace`],
];

/** `x?string` and `x?string(...)` are both possible. */
const OPTIONAL: typeof NEEDED = [
  [0, 1, `date datetime time`],
  [1, 1, `absolute_template_name url url_path`],
  [1, 2, `dedent string`],
];

/** Checked while parsing, so no rule needs to. */
const CHECKED_WHILE_PARSING = "then switch map filter take_while drop_while";

/** Built-ins whose value may be a method or function, which can be called. */
const CALLABLE = `api ancestors children esc eval eval_json first if_exists interpret last max min namespace new no_esc
  parent previous_sibling next_sibling root`;

const counts = new Map<string, ArgumentCount>([
  ...NEEDED.flatMap((row) => entries(row, false)),
  ...OPTIONAL.flatMap((row) => entries(row, true)),
]);

function entries(
  [least, most, names]: (typeof NEEDED)[number],
  isOptional: boolean,
): readonly (readonly [string, ArgumentCount])[] {
  return words(names).map((name) => [name, { least, most, isOptional }] as const);
}

const unknown: ReadonlySet<string> = new Set([...words(CHECKED_WHILE_PARSING), ...words(CALLABLE)]);

/** What a built-in takes; undefined when nothing is said about it, "none" when it takes no arguments at all. */
export function argumentsOf(name: string): ArgumentCount | "none" | undefined {
  return counts.get(name) ?? (unknown.has(name) ? undefined : "none");
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
