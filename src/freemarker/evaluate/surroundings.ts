import type { Span } from "../positions.js";
import type { Element, Expression } from "../tree.js";
import { Failure } from "./failure.js";
import type { OutputFormat } from "./output-format.js";
import { MOST_NESTED_PARTS } from "./run.js";
import type { RoutineValue } from "./value.js";
import { substituted } from "./substitute.js";

/** What a part of a template must know of the parts around it, while it is made ready. */
export interface Surroundings {
  /** The output format; undefined where it is that of the whole template. */
  readonly format: OutputFormat | undefined;
  readonly autoEscapes: boolean;
  readonly escape: EscapeBlock | undefined;
  readonly depth: number;
  /** How much of JavaScript's stack is in use here, counted in expressions. */
  readonly stacked: number;
  /** What a macro, or the whole template, finds out about all of its parts. */
  readonly shared: Shared;
  /** The texts as they are printed, where white space was stripped. */
  readonly texts: ReadonlyMap<Element, string>;
  /** All macros and functions of the template. */
  readonly macros: RoutineValue[];
}

export interface Shared {
  /** How much of the stack the deepest part needs. */
  mostStacked: number;
  usesArguments: boolean;
}

/** `<#escape variable as expression>` */
export interface EscapeBlock {
  readonly variable: string;
  readonly expression: Expression;
  readonly outer: EscapeBlock | undefined;
}

export function outermost(texts: ReadonlyMap<Element, string>): Surroundings {
  const shared = { mostStacked: 0, usesArguments: false };
  return {
    format: undefined,
    autoEscapes: true,
    escape: undefined,
    depth: 0,
    stacked: 0,
    shared,
    texts,
    macros: [],
  };
}

/** The surroundings of something that is run on its own: it counts its depth anew. */
export function apart(around: Surroundings): Surroundings {
  return { ...around, shared: { mostStacked: around.stacked, usesArguments: false } };
}

/** An element takes more of the stack than an expression. */
export const WEIGHT_OF_ELEMENT = 3;

/** One level further in. */
export function deeper(around: Surroundings, place: { readonly span: Span }, weight = 1): Surroundings {
  const depth = around.depth + 1;
  if (depth > MOST_NESTED_PARTS) {
    const message = `The template is nested more than ${MOST_NESTED_PARTS} levels deep.`;
    throw new Failure("limit", message, place, "Put parts of it into variables.");
  }
  const stacked = around.stacked + weight;
  if (stacked > around.shared.mostStacked) around.shared.mostStacked = stacked;
  return { ...around, depth, stacked };
}

/** What `#escape` blocks around make of an expression that is printed. */
export function escapedExpression(expression: Expression, around: Surroundings): Expression {
  let escaped = expression;
  for (let block = around.escape; block !== undefined; block = block.outer)
    escaped = substituted(block.expression, block.variable, escaped);
  return escaped;
}
