import { mustBe, mustNotBe } from "./literal-checks.js";
import type { BinaryOperator, Expression, RangeOperator } from "./tree.js";

interface Infix {
  /** How tightly it binds. */
  readonly precedence: number;
  /** Whether `a op b op c` means `(a op b) op c`; otherwise it means nothing. */
  readonly chains: boolean;
  /** The only kind of literal that may stand beside it. */
  readonly literals: "number" | "boolean" | "comparable" | "any";
}

/** How an operator between two operands is read. */
export type InfixOperator =
  | (Infix & { readonly kind: "binary"; readonly operator: BinaryOperator })
  | (Infix & { readonly kind: "range"; readonly operator: RangeOperator });

/** What `!a`, `-a` and `+a` bind with: tighter than everything between two operands. */
export const PREFIX_PRECEDENCE = 8;
/** What a literal, a name or a bracket binds with. */
export const PRIMARY_PRECEDENCE = 9;

const equality = { kind: "binary", precedence: 3, chains: false, literals: "comparable" } as const;
const relational = { kind: "binary", precedence: 4, chains: false, literals: "number" } as const;
const range = { kind: "range", precedence: 5, chains: false, literals: "number" } as const;
const multiplicative = { kind: "binary", precedence: 7, chains: true, literals: "number" } as const;

/** Operators between two operands by their spelling, with FreeMarker's precedence (its grammar, FTL.jj 2.3.35). */
export const INFIX_OPERATORS: ReadonlyMap<string, InfixOperator> = new Map<string, InfixOperator>([
  ["||", { kind: "binary", operator: "||", precedence: 1, chains: true, literals: "boolean" }],
  ["&&", { kind: "binary", operator: "&&", precedence: 2, chains: true, literals: "boolean" }],
  ["=", { operator: "==", ...equality }],
  ["==", { operator: "==", ...equality }],
  ["!=", { operator: "!=", ...equality }],
  ["<", { operator: "<", ...relational }],
  ["<=", { operator: "<=", ...relational }],
  [">", { operator: ">", ...relational }],
  [">=", { operator: ">=", ...relational }],
  ["..", { operator: "..", ...range }],
  ["..<", { operator: "..<", ...range }],
  ["..*", { operator: "..*", ...range }],
  ["+", { kind: "binary", operator: "+", precedence: 6, chains: true, literals: "any" }],
  ["-", { kind: "binary", operator: "-", precedence: 6, chains: true, literals: "number" }],
  ["*", { operator: "*", ...multiplicative }],
  ["/", { operator: "/", ...multiplicative }],
  ["%", { operator: "%", ...multiplicative }],
]);

/** Refuses literals that an operator has no use for, as FreeMarker does while parsing. */
export function checkLiterals(infix: InfixOperator, operands: readonly Expression[]): void {
  const { literals } = infix;
  if (literals === "any") return;
  for (const operand of operands) {
    if (literals === "comparable") mustNotBe(operand, ["hash", "sequence"], "something that can be compared");
    else mustBe(operand, literals);
  }
}
