import { AuthoringError } from "../builders/authoring-error.js";
import { isText, partsOf, text, textOf, type Text, type TextPart } from "../builders/text.js";
import { operand, postfix } from "../builders/value.js";
import { percentEncoded, type TextValue } from "./placeholders.js";

/** Plain text from a value. HTML has no plain form. */
export function plainTextOf(value: Exclude<TextValue, boolean>): Text<"plain"> {
  if (!isText(value)) return text`${value}`;
  if (value.content === "plain") return value;
  throw new AuthoringError(
    "HTML was put into a plain text.",
    "Make the value with the tag text instead of html.",
  );
}

/** A value percent-encoded, so that it is one part of a URL whatever it holds. */
export function asUrlPart(value: Exclude<TextValue, boolean>): Text<"plain"> {
  const parts = partsOf(plainTextOf(value)).map((part): TextPart => {
    switch (part.kind) {
      case "literal":
        return { kind: "literal", text: percentEncoded(part.text) };
      case "interpolation":
        return {
          kind: "interpolation",
          expression: postfix(`${operand(part.expression)}?url("UTF-8")`),
          htmlSafe: true,
        };
      case "directive":
        return part;
    }
  });
  return textOf("plain", parts);
}

/** HTML in which each line break of a value shows as one. */
export function asLines(parts: readonly TextPart[]): readonly TextPart[] {
  return parts.map((part): TextPart => {
    switch (part.kind) {
      case "literal":
        return { kind: "literal", text: part.text.replace(/\r\n|\r|\n/g, "<br>") };
      case "interpolation":
        return {
          kind: "interpolation",
          expression: postfix(`${operand(part.expression)}?replace("\\r", "")?replace("\\n", "<br>")`),
        };
      case "directive":
        return part;
    }
  });
}
