import { readFileSync } from "node:fs";
import {
  BUILT_INS,
  BUILT_INS_WITH_PARSED_ARGUMENTS,
  LOOP_BUILT_INS,
} from "../../../../src/freemarker/vocabulary.js";

/** What the real FreeMarker says of a built-in with so many arguments. */
export interface ArgumentVector {
  readonly builtIn: string;
  /** Without round brackets, or the number of arguments in them. */
  readonly given: "none" | number;
  /**
   * `count`: refused for the number of arguments. `method`: refused, for the value of the built-in cannot be called, or
   * for it is a method where a value is needed. `type`: refused, for no value that was tried suits the built-in. `fits`: none of these.
   */
  readonly answer: "count" | "method" | "type" | "fits";
}

export const argumentVectorsFile = new URL(
  "../../../golden/freemarker/built-in-arguments.jsonl",
  import.meta.url,
);

/** The recorded answers. */
export function readArgumentVectors(): readonly ArgumentVector[] {
  return readFileSync(argumentVectorsFile, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => {
      const vector: unknown = JSON.parse(line);
      if (!isVector(vector)) throw new Error(`not a vector: ${line}`);
      return vector;
    });
}

function isVector(value: unknown): value is ArgumentVector {
  return (
    typeof value === "object" && value !== null && "builtIn" in value && "given" in value && "answer" in value
  );
}

/** Values of every kind, so that one of them suits each built-in. */
export const TARGETS = [
  '"abc"',
  '"true"',
  '"2024-01-31"',
  '"12:00:00"',
  '"2024-01-31T12:00:00Z"',
  "12",
  "true",
  ".now",
  '["a", "b"]',
  '[{"a": 1}]',
  '{"a": 1}',
  '"abc"?matches("a(b)c")',
  "m",
  "f",
  "nothing",
];

/** Arguments of which one suits each built-in. */
export const ARGUMENTS = ['"a"', "1", '["a"]', '"UTF-8"'];

/** So many arguments are tried: more than any built-in takes. */
export const MOST_ARGUMENTS = 5;

/** The built-ins whose arguments FreeMarker counts when it comes to them. */
export const COUNTED = [...BUILT_INS].filter((name) => !BUILT_INS_WITH_PARSED_ARGUMENTS.has(name)).sort();

/** A template that prints what a built-in makes of a value. */
export function templateFor(builtIn: string, target: string, given: string): string {
  const definitions = "<#macro m></#macro><#function f><#return 1></#function>";
  if (!LOOP_BUILT_INS.has(builtIn)) return `${definitions}<#assign x = (${target})?${builtIn}${given}>`;
  return `<#list [1] as i><#assign x = i?${builtIn}${given}></#list>`;
}
