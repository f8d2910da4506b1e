/**
 * FreeMarker's own words, in snake_case. Source: FreeMarker 2.3.35, which names them in its error messages.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const BUILT_INS = words(`
  abs absolute_template_name ancestors api blank_to_null boolean byte c c_lower_case c_upper_case cap_first capitalize
  ceiling children chop_linebreak chunk cn contains counter date date_if_unknown datetime datetime_if_unknown dedent
  default double drop_while empty_to_null ends_with ensure_ends_with ensure_starts_with esc eval eval_json exists
  filter first float floor groups has_api has_content has_next html if_exists indent index index_of int interpret
  is_boolean is_collection is_collection_ex is_date is_date_like is_date_only is_datetime is_directive is_enumerable
  is_even_item is_first is_hash is_hash_ex is_indexable is_infinite is_last is_macro is_markup_output is_method is_nan
  is_node is_number is_odd_item is_sequence is_string is_time is_transform is_unknown_date_like iso iso_h iso_h_nz
  iso_local iso_local_h iso_local_h_nz iso_local_m iso_local_m_nz iso_local_ms iso_local_ms_nz iso_local_nz iso_m
  iso_m_nz iso_ms iso_ms_nz iso_nz iso_utc iso_utc_fz iso_utc_h iso_utc_h_nz iso_utc_m iso_utc_m_nz iso_utc_ms
  iso_utc_ms_nz iso_utc_nz item_cycle item_parity item_parity_cap j_string join js_string json_string keep_after
  keep_after_last keep_before keep_before_last keys last last_index_of left_pad length lines long lower_abc lower_case
  map markup_string matches max min namespace new next_sibling no_esc node_name node_namespace node_type number
  number_to_date number_to_datetime number_to_time parent previous_sibling remove_beginning remove_ending replace
  reverse right_pad root round rtf seq_contains seq_index_of seq_last_index_of sequence short size sort sort_by split
  starts_with string substring switch take_while then time time_if_unknown trim trim_to_null truncate truncate_c
  truncate_c_m truncate_m truncate_w truncate_w_m uncap_first upper_abc upper_case url url_path values web_safe
  with_args with_args_last word_list wrap xhtml xml
`);

/** Every spelling of a built-in, and its name in snake_case. In camelCase `nz` and `fz` are `NZ` and `FZ`. */
export const BUILT_IN_SPELLINGS: ReadonlyMap<string, string> = new Map(
  [...BUILT_INS].flatMap((name) => [
    [name, name],
    [name.replace(/_([nf]z$|.)/g, (_, part: string) => part.toUpperCase()), name],
  ]),
);

/** Built-ins whose arguments are read while parsing: they cannot be left out. */
export const BUILT_INS_WITH_PARSED_ARGUMENTS = words("then switch map filter take_while drop_while");

/** Built-ins of which the argument may be a lambda. */
export const BUILT_INS_WITH_LAMBDA = words("map filter take_while drop_while");

/** Built-ins that read the state of a loop, and so work on loop variables only. */
export const LOOP_BUILT_INS = words(
  "index counter has_next is_first is_last item_parity item_parity_cap item_cycle is_even_item is_odd_item",
);

/** Old escapes, which FreeMarker refuses where it escapes by itself. */
export const LEGACY_ESCAPES = words("html xhtml xml rtf web_safe");

export const SPECIAL_VARIABLES = words(`
  args auto_esc caller_template_name current_node current_template_name data_model error get_optional_template globals
  incompatible_improvements lang locale locale_object locals main main_template_name namespace node now
  output_encoding output_format pass template_name time_zone url_escaping_charset vars version
`);

export const SETTINGS = words(`
  boolean_format c_format classic_compatible date_format datetime_format locale number_format output_encoding
  sql_date_and_time_time_zone time_format time_zone url_escaping_charset
`);

/** Output formats by name, and whether they escape. */
export const OUTPUT_FORMATS: ReadonlyMap<string, boolean> = new Map([
  ["HTML", true],
  ["XHTML", true],
  ["XML", true],
  ["RTF", true],
  ["plainText", false],
  ["JSON", false],
  ["JavaScript", false],
  ["CSS", false],
  ["undefined", false],
]);

/** Directives whose tag goes on with an expression, right after white space. */
export const DIRECTIVES_WITH_EXPRESSION = words(`
  if elseif list items foreach assign global local include import function macro transform case on switch setting
  outputformat escape visit call
`);
/** Directives that may stand with or without an expression. */
export const DIRECTIVES_WITH_OPTIONAL_EXPRESSION = words("return stop nested recurse");
/** Directives that stand alone. */
export const PLAIN_DIRECTIVES = words(
  "attempt recover compress autoesc noautoesc noescape sep default noparse comment",
);
/** Directives that stand alone and may end in `/>`. */
export const EMPTY_DIRECTIVES = words("else break continue flush fallback t lt rt nt");
/** Directives with an end tag. */
export const CLOSABLE_DIRECTIVES = words(`
  if list items sep foreach assign global local function macro transform switch outputformat escape attempt recover
  compress autoesc noautoesc noescape noparse comment
`);

export const DIRECTIVES: ReadonlySet<string> = new Set([
  ...DIRECTIVES_WITH_EXPRESSION,
  ...DIRECTIVES_WITH_OPTIONAL_EXPRESSION,
  ...PLAIN_DIRECTIVES,
  ...EMPTY_DIRECTIVES,
  "ftl",
]);

/** Directives whose name differs between the two naming conventions; the lower-case one decides for snake_case. */
export const CAMEL_CASE_DIRECTIVES: ReadonlyMap<string, string> = new Map([
  ["elseIf", "elseif"],
  ["noParse", "noparse"],
  ["autoEsc", "autoesc"],
  ["noAutoEsc", "noautoesc"],
  ["outputFormat", "outputformat"],
  ["forEach", "foreach"],
  ["noEscape", "noescape"],
]);

/** A camelCase name of the template language in snake_case. */
export function snakeCase(name: string): string {
  return !/[A-Z]/.test(name) ? name : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
