import { textOf, type Text } from "./text.js";
import { expressionOf, operand, postfix, type Value } from "./value.js";

/** How a language writes numbers. */
export interface NumberSigns {
  readonly decimal: "." | ",";
  /** Between groups of three digits. */
  readonly grouping: "." | ",";
}

/**
 * A number for people to read, with the signs of their language, whatever the locale of the server. It is written to 16
 * digits after the decimal sign, as many as there are.
 */
export function decimal(value: Value<"number">, signs: NumberSigns): Text<"plain"> {
  const symbols = `decimalSeparator='${signs.decimal}' groupingSeparator='${signs.grouping}' minusSign='-'`;
  const format = `?string[",##0.################;; ${symbols}"]`;
  const expression = postfix(`${operand(expressionOf(value))}${format}`);
  return textOf("plain", [{ kind: "interpolation", expression, htmlSafe: true }]);
}
