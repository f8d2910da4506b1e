import type { Token } from "./token.js";
import type { InfixOperator } from "./precedence.js";
import type { Bookmark } from "./token-reader.js";
import type { Argument, Expression, Unary } from "./tree.js";

/** What was read already and waits for the operand that is read now. */
export type Waiting =
  | { readonly kind: "prefix"; readonly operator: Unary["operator"]; readonly start: number }
  | {
      readonly kind: "infix";
      readonly left: Expression;
      readonly start: number;
      readonly infix: InfixOperator;
    }
  | Enclosing;

/** What holds a whole expression, and goes on when that has ended. */
type Enclosing =
  | { readonly kind: "parenthesis"; readonly start: number }
  | SequenceBeingRead
  | HashBeingRead
  | { readonly kind: "key"; readonly start: number; readonly target: Expression }
  | ArgumentsBeingRead
  | {
      readonly kind: "lambda";
      readonly start: number;
      readonly parameter: string;
      readonly of: ArgumentsBeingRead;
    }
  | {
      readonly kind: "fallback";
      readonly start: number;
      readonly target: Expression;
      readonly before: Bookmark;
    };

export interface SequenceBeingRead {
  readonly kind: "sequence";
  readonly start: number;
  readonly items: Expression[];
}

export interface HashBeingRead {
  readonly kind: "hash";
  readonly start: number;
  readonly entries: { readonly key: Expression; readonly value: Expression }[];
  key: Expression | undefined;
}

export interface ArgumentsBeingRead {
  readonly kind: "arguments";
  readonly start: number;
  readonly target: Expression;
  /** Undefined for the arguments of a method. */
  readonly builtIn: { readonly name: string; readonly word: Token } | undefined;
  readonly read: Argument[];
}
