import { ParseFailure } from "./template-error.js";
import type { Expression } from "./tree.js";

type LiteralKind = "string" | "number" | "boolean" | "sequence" | "hash";

/** Refuses a literal of one of these kinds where something else is needed, as FreeMarker does while parsing. */
export function mustNotBe(expression: Expression, refused: readonly LiteralKind[], expected: string): void {
  const { kind } = expression;
  for (const candidate of refused) {
    if (kind !== candidate) continue;
    const { start, end } = expression.span;
    const message = `Found a ${candidate}, but expected ${expected}.`;
    throw new ParseFailure("wrong-literal", message, start.offset, end.offset);
  }
}

/** Refuses literals of every kind but one. */
export function mustBe(expression: Expression, kind: keyof typeof OTHERS): void {
  mustNotBe(expression, OTHERS[kind], `a ${kind}`);
}

const OTHERS = {
  number: ["string", "boolean", "sequence", "hash"],
  boolean: ["string", "number", "sequence", "hash"],
  string: ["number", "boolean", "sequence", "hash"],
} as const satisfies Partial<Record<LiteralKind, readonly LiteralKind[]>>;
