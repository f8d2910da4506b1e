import { ParseFailure } from "./template-error.js";
import type { Expression } from "./tree.js";

type LiteralKind = "string" | "number" | "boolean" | "sequence" | "hash";

/** Refuses a literal of one of these kinds where something else is needed, as FreeMarker does while parsing. */
export function mustNotBe(expression: Expression, refused: readonly LiteralKind[], expected: string): void {
  const { kind } = expression;
  const found = refused.find((candidate) => candidate === kind);
  if (found === undefined) return;
  const { start, end } = expression.span;
  throw new ParseFailure(
    "wrong-literal",
    `Found a ${found}, but expected ${expected}.`,
    start.offset,
    end.offset,
  );
}

/** Refuses literals of every kind but one. */
export function mustBe(expression: Expression, kind: "number" | "boolean" | "string"): void {
  const others = (["string", "number", "boolean", "sequence", "hash"] as const).filter(
    (other) => other !== kind,
  );
  mustNotBe(expression, others, `a ${kind}`);
}
