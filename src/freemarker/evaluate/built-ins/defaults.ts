import type { BuiltInTable } from "../built-in.js";
import { sequenceOf } from "../operators.js";
import { booleanValue, FALSE_NOTHING, type Value } from "../value.js";

/** Whether there is something in a value: no empty text, list or hash. Numbers and truth values always count. */
function hasContent(value: Value | undefined): boolean {
  if (value === undefined) return false;
  switch (value.kind) {
    case "string":
    case "match":
      return value.text !== "";
    case "markup":
      return value.markup !== "";
    case "nothing":
      return false;
    case "hash":
      return value.keys === undefined || value.keys().length > 0;
    case "number":
    case "boolean":
    case "date":
      return true;
    default:
      return (sequenceOf(value)?.size ?? 0) > 0;
  }
}

export const DEFAULT_BUILT_INS: BuiltInTable = {
  has_content: { kind: "existence", apply: (operand) => booleanValue(hasContent(operand)) },
  exists: { kind: "existence", apply: (operand) => booleanValue(operand !== undefined) },
  if_exists: { kind: "existence", apply: (operand) => operand ?? FALSE_NOTHING },
  default: {
    kind: "existence",
    apply: (operand) => ({
      kind: "method",
      method: { bound: (given) => operand ?? given.find((value) => value !== undefined) },
    }),
  },
};
