import type { BuiltIn, BuiltInTable } from "../built-in.js";
import { CONVERSION_BUILT_INS } from "./conversion.js";
import { DATE_BUILT_INS } from "./date.js";
import { DEFAULT_BUILT_INS } from "./defaults.js";
import { ESCAPING_BUILT_INS } from "./escaping.js";
import { HASH_BUILT_INS } from "./hash.js";
import { LOOP_VARIABLE_BUILT_INS } from "./loop-variable.js";
import { MARKUP_BUILT_INS } from "./markup.js";
import { NUMBER_BUILT_INS } from "./number.js";
import { REGEX_BUILT_INS } from "./regex.js";
import { SEQUENCE_BUILT_INS } from "./sequence.js";
import { SORT_BUILT_INS } from "./sort.js";
import { STRING_BUILT_INS } from "./string.js";
import { TRUNCATE_BUILT_INS } from "./truncate.js";
import { TYPE_TEST_BUILT_INS } from "./type-test.js";

const TABLES: readonly BuiltInTable[] = [
  CONVERSION_BUILT_INS,
  DATE_BUILT_INS,
  DEFAULT_BUILT_INS,
  ESCAPING_BUILT_INS,
  HASH_BUILT_INS,
  LOOP_VARIABLE_BUILT_INS,
  MARKUP_BUILT_INS,
  NUMBER_BUILT_INS,
  REGEX_BUILT_INS,
  SEQUENCE_BUILT_INS,
  SORT_BUILT_INS,
  STRING_BUILT_INS,
  TRUNCATE_BUILT_INS,
  TYPE_TEST_BUILT_INS,
];

/**
 * The built-ins that are simulated, by name, but for those that choose what they evaluate (`then`, `map` and their
 * like). All others fail with `not simulated`.
 */
export const BUILT_INS: ReadonlyMap<string, BuiltIn> = new Map(
  TABLES.flatMap((table) => Object.entries(table)),
);
