import type { Setting } from "../../tree.js";
import { asText } from "../coerce.js";
import { compileExpression } from "../compile-expression.js";
import { NEXT, type Execute } from "../compiled.js";
import { Failure, notSimulated } from "../failure.js";
import type { Run } from "../run.js";
import type { Settings } from "../settings.js";
import type { Surroundings } from "../surroundings.js";

const SIMULATED: ReadonlyMap<string, keyof Settings> = new Map([
  ["locale", "locale"],
  ["time_zone", "timeZone"],
  ["number_format", "numberFormat"],
  ["boolean_format", "booleanFormat"],
  ["date_format", "dateFormat"],
  ["time_format", "timeFormat"],
  ["datetime_format", "datetimeFormat"],
  ["url_escaping_charset", "urlEscapingCharset"],
]);

/** Settings without an effect on what is printed here. */
const IGNORED: ReadonlySet<string> = new Set(["output_encoding", "sql_date_and_time_time_zone"]);

/** `<#setting name=value>` */
export function compileSetting(element: Setting, around: Surroundings): Execute {
  const evaluate = compileExpression(element.value, around);
  return (run) => {
    run.place = element;
    const value = evaluate(run);
    const text = value?.kind === "boolean" ? String(value.value) : asText(value, element.value, run);
    set(element, text, run);
    return NEXT;
  };
}

function set(element: Setting, text: string, run: Run): void {
  const name = SIMULATED.get(element.name);
  if (name === undefined) {
    if (IGNORED.has(element.name)) return;
    throw notSimulated(`the setting ${element.name}`, element);
  }
  if (name === "booleanFormat" && text !== "c" && !text.includes(",")) {
    const message = `boolean_format must be c, or two words with a comma between them, but is "${text}".`;
    throw new Failure("invalid-value", message, undefined);
  }
  run.settings = { ...run.settings, [name]: text };
}
