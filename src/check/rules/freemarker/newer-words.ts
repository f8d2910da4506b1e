/**
 * FreeMarker's words that came after 2.3.32, the oldest version that TOPdesk is known to have (a public library for
 * TOPdesk uses `?cn`, which came with it). Version 2.3.33 brought none.
 *
 * Source: the words that FreeMarker 2.3.33, 2.3.34 and 2.3.35 name in their error messages, compared.
 */
export interface NewerWord {
  readonly since: string;
  /** What to write for older versions. */
  readonly instead: string;
}

/** The oldest version that TOPdesk is known to have. */
export const OLDEST_KNOWN = "2.3.32";

/** Built-ins by name. */
export const NEWER_BUILT_INS: ReadonlyMap<string, NewerWord> = new Map([
  [
    "blank_to_null",
    { since: "2.3.34", instead: "Test the text instead, such as ((x!)?trim != '')?then(x!, 'fallback')." },
  ],
  [
    "empty_to_null",
    { since: "2.3.34", instead: "Test the text instead, such as x?has_content?then(x!, 'fallback')." },
  ],
  [
    "trim_to_null",
    {
      since: "2.3.34",
      instead: "Test the text instead, such as ((x!)?trim != '')?then((x!)?trim, 'fallback').",
    },
  ],
  ["lines", { since: "2.3.35", instead: "Write ?split('\\n')." }],
  ["indent", { since: "2.3.35", instead: "Write ?replace('^', '  ', 'rm'), with the spaces that you want." }],
  ["dedent", { since: "2.3.35", instead: "Write ?replace('^ +', '', 'rm')." }],
  ["wrap", { since: "2.3.35", instead: "Let whoever reads the text wrap it." }],
]);

/** `<#on>` in a `<#switch>`. */
export const NEWER_BRANCH: NewerWord = {
  since: "2.3.34",
  instead: "Write <#case value> for each value, and <#break> at its end.",
};
