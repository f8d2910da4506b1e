import { parseDecimal } from "../../decimal.js";
import { ofText, plain, type BuiltInTable, type Site } from "../built-in.js";
import { asText, booleanWords, truthOf } from "../coerce.js";
import { wrongType } from "../describe.js";
import { Failure } from "../failure.js";
import { computerText, dateText, dateTextIn, numberText, numberTextIn } from "../formatting.js";
import { parseJsonText } from "../json.js";
import { numericOf, type Numeric } from "../numeric.js";
import type { Run } from "../run.js";
import { quotedLiteral } from "../string-escaping.js";
import { booleanValue, numberValue, textValue, type Value } from "../value.js";

/** What `?c` and `?cn` give: text that a program can read. */
function forComputers(value: Value, site: Site, run: Run): Value {
  switch (value.kind) {
    case "number":
      return textValue(computerText(value.value));
    case "boolean":
      return textValue(String(value.value));
    case "string":
    case "match":
      return textValue(quotedLiteral(value.text));
    case "nothing":
      return textValue('""');
    case "matches":
      return textValue(String(truthOf(value)));
    default:
      throw wrongType(site.target, value, "a number, a truth value or a text", run);
  }
}

const NAMED_NUMBERS: ReadonlyMap<string, number> = new Map([
  ["INF", Infinity],
  ["Infinity", Infinity],
  ["-INF", -Infinity],
  ["-Infinity", -Infinity],
  ["NaN", NaN],
]);

function parsedNumber(text: string): Numeric | undefined {
  const named = NAMED_NUMBERS.get(text);
  if (named !== undefined) return named;
  const decimal = parseDecimal(text);
  return decimal === undefined ? undefined : numericOf(decimal);
}

/** `?string` without a format. */
function printed(value: Value, site: Site, run: Run): Value {
  switch (value.kind) {
    case "number":
      return textValue(numberText(value.value, run, site.target));
    case "date":
      return textValue(dateText(value, run, site.target));
    case "boolean": {
      const words = booleanWords(run) ?? ["true", "false"];
      return textValue(value.value ? words[0] : words[1]);
    }
    case "string":
    case "match":
    case "nothing":
      return textValue(asText(value, site.target, run));
    default:
      throw wrongType(site.target, value, "a number, a date, a truth value or a text", run);
  }
}

export const CONVERSION_BUILT_INS: BuiltInTable = {
  c: plain(forComputers),
  cn: {
    kind: "existence",
    tolerates: "nothing inside",
    apply: (operand, site, run) =>
      operand === undefined ? textValue("null") : forComputers(operand, site, run),
  },
  string: {
    kind: "either",
    least: 0,
    most: Infinity,
    takesKey: true,
    apply: printed,
    call: (operand, given, site, run) => {
      if (operand.kind === "boolean") {
        if (given.count !== 2)
          throw given.fail("a truth value takes 2 arguments: the texts for true and false.");
        const [whenTrue, whenFalse] = given.allPrinted();
        return textValue((operand.value ? whenTrue : whenFalse) ?? "");
      }
      if (operand.kind !== "number" && operand.kind !== "date") {
        throw wrongType(
          site.expression,
          operand,
          "a method; only numbers, dates and truth values take formats",
          run,
        );
      }
      if (given.count !== 1) throw given.fail("a number or date takes 1 argument: its format.");
      const format = given.printed(0);
      return operand.kind === "number"
        ? textValue(numberTextIn(operand.value, format, run, undefined))
        : textValue(dateTextIn(operand, format, run, undefined));
    },
  },
  number: ofText((text, site) => {
    const number = parsedNumber(text);
    if (number !== undefined) return numberValue(number);
    const message = `${JSON.stringify(text)} is no number.`;
    throw new Failure(
      "invalid-value",
      message,
      site.expression,
      "A number has a point, no comma, and no spaces around it.",
    );
  }),
  boolean: ofText((text, site, run) => {
    if (text === "true" || text === "false") return booleanValue(text === "true");
    const words = booleanWords(run);
    if (text === words?.[0]) return booleanValue(true);
    if (text === words?.[1]) return booleanValue(false);
    throw new Failure("invalid-value", `${JSON.stringify(text)} is neither true nor false.`, site.expression);
  }),
  eval_json: ofText((text, site) => {
    const parsed = parseJsonText(text);
    if (parsed.ok) return parsed.value;
    throw new Failure("invalid-value", `The text is no JSON: ${parsed.message}`, site.expression);
  }),
};
