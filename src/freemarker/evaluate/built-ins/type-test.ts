import { plain, type BuiltIn, type BuiltInTable } from "../built-in.js";
import { booleanValue, type Value } from "../value.js";

type Kind = Value["kind"];

const isOneOf = (...kinds: readonly Kind[]): BuiltIn =>
  plain(({ kind }) => booleanValue(kinds.includes(kind)));

const isDate = (type: "date" | "time" | "datetime" | "unknown"): BuiltIn =>
  plain((value) => booleanValue(value.kind === "date" && value.type === type));

export const TYPE_TEST_BUILT_INS: BuiltInTable = {
  is_string: isOneOf("string", "match", "nothing"),
  is_number: isOneOf("number"),
  is_boolean: plain((value) =>
    booleanValue(
      value.kind === "boolean" || value.kind === "matches" || (value.kind === "nothing" && value.isFalse),
    ),
  ),
  is_sequence: isOneOf("sequence", "matches", "nothing"),
  is_indexable: isOneOf("sequence", "matches", "nothing"),
  is_enumerable: isOneOf("sequence", "matches", "nothing"),
  is_hash: isOneOf("hash", "nothing"),
  is_hash_ex: plain((value) =>
    booleanValue(value.kind === "nothing" || (value.kind === "hash" && value.keys !== undefined)),
  ),
  is_method: plain((value) =>
    booleanValue(value.kind === "method" || (value.kind === "nothing" && value.isFalse)),
  ),
  is_macro: isOneOf("routine"),
  is_directive: isOneOf("routine", "directive"),
  is_transform: isOneOf(),
  is_node: isOneOf(),
  is_markup_output: isOneOf("markup"),
  is_date: isOneOf("date"),
  is_date_like: isOneOf("date"),
  is_date_only: isDate("date"),
  is_time: isDate("time"),
  is_datetime: isDate("datetime"),
  is_unknown_date_like: isDate("unknown"),
};
