/** What to write instead of what people write who know another language. Whole sentences. */

const ASSIGN = "Write <#assign name = value>.";
const END = "Close a directive with its own end tag, such as </#if>.";
const PRINT = "Write ${...} to print a value.";
const ELSEIF = "Write <#elseif condition>.";

/** By what stands behind `<#`, in lower case. */
export const DIRECTIVE_ADVICE: ReadonlyMap<string, string> = new Map([
  ["elif", ELSEIF],
  ["elsif", ELSEIF],
  ["elseif", ELSEIF],
  ["for", "Write <#list xs as x> ... </#list>."],
  ["set", ASSIGN],
  ["let", ASSIGN],
  ["var", ASSIGN],
  ["def", "Write <#macro name> ... </#macro>, or <#function ...> for something that gives a value."],
  ["end", END],
  ["fi", END],
  ["print", PRINT],
  ["echo", PRINT],
  ["while", "FreeMarker has no such loop: write <#list 1..100 as i> and leave it with <#break>."],
  ["unless", "Write <#if !(condition)>."],
  ["then", 'Leave it out: FreeMarker has no "then".'],
]);

const LENGTH = "Write ?length for a text, or ?size for a list.";
const JSON_STRING = 'Did you mean "?json_string"?';
const UPPER = 'Did you mean "?upper_case"?';
const LOWER = 'Did you mean "?lower_case"?';
const EMPTY = "Write !x?has_content.";
const CONTAINS = "Write ?contains for a text, or ?seq_contains for a list.";

/** By what stands behind `?`, in lower case and without underscores. */
export const BUILT_IN_ADVICE: ReadonlyMap<string, string> = new Map([
  ["json", JSON_STRING],
  ["tojson", JSON_STRING],
  ["escape", JSON_STRING],
  ["upper", UPPER],
  ["toupper", UPPER],
  ["touppercase", UPPER],
  ["lower", LOWER],
  ["tolower", LOWER],
  ["tolowercase", LOWER],
  ["len", LENGTH],
  ["count", LENGTH],
  ["tostring", "Write ?string, or ?c for a number that a computer reads."],
  ["isempty", EMPTY],
  ["empty", EMPTY],
  ["substr", 'Did you mean "?substring"?'],
  ["parse", 'Did you mean "?eval_json"?'],
  ["parsejson", 'Did you mean "?eval_json"?'],
  ["includes", CONTAINS],
]);

const NOW = 'Did you mean ".now"?';

/** By what stands behind `.`, in lower case. */
export const SPECIAL_VARIABLE_ADVICE: ReadonlyMap<string, string> = new Map([
  ["date", NOW],
  ["today", NOW],
  ["time", NOW],
]);

/** How to write the arguments of the built-ins of which FreeMarker counts them. */
export const ARGUMENTS_ADVICE: ReadonlyMap<string, string> = new Map([
  ["then", "Write ?then(if true, if false)."],
  ["switch", "Write ?switch(case, result, case, result, otherwise)."],
  ["map", "Write ?map(x -> x.name)."],
  ["filter", "Write ?filter(x -> x.active)."],
  ["take_while", "Write ?take_while(x -> x.active)."],
  ["drop_while", "Write ?drop_while(x -> x.active)."],
]);

/** What to write for the conditional operator that FreeMarker does not have. */
export const CONDITIONAL_ADVICE = "Write a?then(b, c).";

/** Behind an operand, by what was found there. */
export const OPERATOR_ADVICE: ReadonlyMap<string, string> = new Map([
  ["and", 'Write && for "and".'],
  ["or", 'Write || for "or".'],
  ["not", 'Write !(...) for "not".'],
  ["eq", 'Write == for "eq".'],
  ["is", 'Write == for "is".'],
  ["ne", 'Write != for "ne".'],
  ["neq", 'Write != for "neq".'],
  ["mod", 'Write % for "mod".'],
  ["then", 'Leave it out: FreeMarker has no "then".'],
  [":", CONDITIONAL_ADVICE],
]);

/** How to write a loop. */
export const LIST_ADVICE = "Write <#list xs as x>.";

/** Text of our own about tags, for a template whose tags are written in square brackets. */
export function inSquareBrackets(text: string): string {
  return text.replace(/<(\/?[#@][^<>]*)>/g, "[$1]").replaceAll('"/>"', '"/]"');
}
