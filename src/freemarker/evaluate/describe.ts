import type { Argument } from "../tree.js";
import { Failure, MISSING_BUT_EXPECTED } from "./failure.js";
import type { Run } from "./run.js";
import type { Value } from "./value.js";

/** What a value is, in words for people. */
export function describeValue(value: Value): string {
  switch (value.kind) {
    case "string":
    case "match":
      return "a text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    case "date":
      return value.type === "unknown" ? "a date or time" : `a ${value.type}`;
    case "sequence":
    case "stream":
      return "a list";
    case "matches":
      return "a list of matches";
    case "hash":
      return "a hash";
    case "markup":
      return `markup in ${value.format.name}`;
    case "method":
      return "a method";
    case "routine":
      return `a ${value.definition.kind}`;
    case "directive":
      return "a directive";
    case "nothing":
      return "nothing";
  }
}

const LONGEST = 80;

/** An expression as it stands in the source. */
export function sourceOf(expression: Argument, run: Run): string {
  const { start, end } = expression.span;
  const text = run.source.slice(start.offset, end.offset);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}

/** The failure of an expression that has no value. */
export function missing(expression: Argument, run: Run): Failure {
  if (run.quiet) return MISSING_BUT_EXPECTED;
  const text = sourceOf(expression, run);
  const isPath = expression.kind === "dot" || expression.kind === "dynamic key";
  const hint =
    isPath || expression.kind === "variable"
      ? `Give it a default, ${isPath ? `(${text})` : text}!"...", or ask first: <#if ${isPath ? `(${text})` : text}??>.`
      : undefined;
  return new Failure("missing-value", `There is no value for ${text}.`, expression, hint);
}

/** The failure of an expression whose value cannot be used in its place. */
export function wrongType(expression: Argument, value: Value, expected: string, run: Run): Failure {
  const message = `${sourceOf(expression, run)} must be ${expected}, but is ${describeValue(value)}.`;
  return new Failure("wrong-type", message, expression);
}
