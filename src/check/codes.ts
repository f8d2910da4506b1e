import type { Severity } from "./diagnostic.js";

interface CodeDescription {
  /** How grave it is unless the user sets it otherwise. */
  readonly severity: Severity;
  readonly title: string;
}

/**
 * Every finding that this package can report. A code never changes its meaning: users put codes in suppressions and
 * settings. TA1xx schema, TA2xx references, TA3xx FreeMarker, TA4xx security, TA5xx customers, TA9xx evidence.
 */
export const CODES = {
  TA101: { severity: "error", title: "value does not fit the schema" },
  TA102: { severity: "warning", title: "key is not known" },
  TA103: { severity: "warning", title: "type or word is not known" },
  TA110: { severity: "error", title: "file is not JSON" },
  TA111: { severity: "error", title: "file is not UTF-8" },
  TA112: { severity: "error", title: "file is nested too deeply" },
  TA113: { severity: "error", title: "file is not an action" },
  TA114: { severity: "error", title: "file cannot be read" },
  TA115: { severity: "warning", title: "file does not have TOPdesk's own bytes" },
  TA120: { severity: "error", title: "target cannot express the action" },
  TA121: { severity: "warning", title: "file is not written until something is set" },
  TA122: { severity: "error", title: "action contradicts itself" },
  TA123: { severity: "error", title: "text template cannot be rendered" },
  TA201: { severity: "error", title: "step name is not usable" },
  TA202: { severity: "error", title: "two steps have the same name" },
  TA203: { severity: "error", title: "text reads a step that does not exist" },
  TA204: { severity: "error", title: "text reads a step that comes later" },
  TA205: { severity: "error", title: "text reads a step inside a loop from outside" },
  TA206: { severity: "error", title: "text reads a variable that is not declared" },
  TA207: { severity: "warning", title: "variable is not used" },
  TA208: { severity: "error", title: "custom condition is empty" },
  TA209: { severity: "warning", title: "condition is never looked at" },
  TA210: { severity: "error", title: "two variables have the same name" },
  TA211: { severity: "warning", title: "text reads a variable before it is assigned" },
  TA212: { severity: "warning", title: "text reads a step inside a container from outside" },
  TA301: { severity: "error", title: "text is not valid FreeMarker" },
  TA302: { severity: "error", title: "FreeMarker does not have this word" },
  TA303: { severity: "error", title: "FreeMarker does not take this word here" },
  TA304: { severity: "error", title: "tag ends before its comparison" },
  TA305: { severity: "warning", title: "value may be missing" },
  TA306: { severity: "warning", title: "guard is for the last part of a path only" },
  TA307: { severity: "warning", title: "number is written for people where a program reads it" },
  TA308: { severity: "error", title: "boolean is printed as it is" },
  TA309: { severity: "warning", title: "value is escaped twice" },
  TA310: { severity: "warning", title: "value is not escaped" },
  TA311: { severity: "warning", title: "data is kept from being escaped" },
  TA312: { severity: "warning", title: "name is made in another text" },
  TA313: { severity: "warning", title: "step may have been skipped" },
  TA314: { severity: "warning", title: "item is read outside of its loop" },
  TA315: { severity: "info", title: "list may be empty" },
  TA316: { severity: "error", title: "body is not JSON" },
  TA317: { severity: "warning", title: "body is not JSON in one of its cases" },
  TA318: { severity: "error", title: "condition can never be true" },
  TA319: { severity: "warning", title: "list may go on beyond its first page" },
  TA320: { severity: "warning", title: "name is nearly one that TOPdesk offers" },
  TA321: { severity: "error", title: "built-in is given too few or too many arguments" },
  TA322: { severity: "warning", title: "word needs a newer FreeMarker" },
  TA323: { severity: "error", title: "name has no value, for there is no card" },
  TA401: { severity: "error", title: "variable holds a secret" },
  TA402: { severity: "error", title: "header holds credentials" },
  TA403: { severity: "error", title: "text holds a secret" },
  TA404: { severity: "error", title: "URL holds user information" },
  TA501: { severity: "error", title: "customer's file is not usable" },
  TA502: { severity: "error", title: "action does not exist" },
  TA503: { severity: "error", title: "parameter does not exist" },
  TA504: { severity: "error", title: "parameter's value is not usable" },
  TA505: { severity: "error", title: "target does not exist" },
  TA506: { severity: "error", title: "parent cannot be used" },
  TA507: { severity: "warning", title: "name in a base is nearly one that an action has" },
  TA508: { severity: "error", title: "customer's id cannot be the name of a folder" },
  TA509: { severity: "error", title: "patch cannot be applied" },
  TA510: { severity: "error", title: "customer's file holds a secret" },
  TA511: { severity: "error", title: "variable does not exist" },
  TA512: { severity: "error", title: "customer's text is not usable" },
  TA513: { severity: "error", title: "shape of a customer cannot be read" },
  TA901: { severity: "info", title: "file contains keys that no evidence confirms" },
  TA990: { severity: "warning", title: "suppression suppresses nothing" },
} as const satisfies Record<`TA${number}`, CodeDescription>;

export type Code = keyof typeof CODES;

/** Whether a word is the code of a finding. */
export function isCode(word: string): word is Code {
  return Object.hasOwn(CODES, word);
}
