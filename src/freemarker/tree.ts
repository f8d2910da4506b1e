import type { Span } from "./positions.js";

/** What every node of the tree has: the place of its whole source. */
interface Node {
  readonly span: Span;
}

// Expressions

export type BinaryOperator =
  "+" | "-" | "*" | "/" | "%" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "&&" | "||";
export type RangeOperator = ".." | "..<" | "..*";

export interface StringLiteral extends Node {
  readonly kind: "string";
  readonly raw: boolean;
  /** The text between the interpolations, escapes decoded, and the interpolations themselves. */
  readonly parts: readonly (string | Interpolation)[];
}
export interface NumberLiteral extends Node {
  readonly kind: "number";
  /** The digits as they stand in the source. */
  readonly digits: string;
}
export interface BooleanLiteral extends Node {
  readonly kind: "boolean";
  readonly value: boolean;
}
export interface SequenceLiteral extends Node {
  readonly kind: "sequence";
  readonly items: readonly Expression[];
}
export interface HashLiteral extends Node {
  readonly kind: "hash";
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}
/** A variable of the data model, of the template or of a loop. */
export interface Variable extends Node {
  readonly kind: "variable";
  readonly name: string;
}
/** `.name` */
export interface SpecialVariable extends Node {
  readonly kind: "special variable";
  readonly name: string;
}
export interface Parenthesis extends Node {
  readonly kind: "parenthesis";
  readonly inner: Expression;
}
/** `target.key`; `**` and `*` are keys of nodes in XML, which the model does not have. */
export interface Dot extends Node {
  readonly kind: "dot";
  readonly target: Expression;
  readonly key: string;
}
/** `target[key]`; a range as key is a slice. */
export interface DynamicKey extends Node {
  readonly kind: "dynamic key";
  readonly target: Expression;
  readonly key: Expression;
}
/** `target(arguments)` */
export interface MethodCall extends Node {
  readonly kind: "call";
  readonly target: Expression;
  readonly arguments: readonly Argument[];
}
/** `target?name` or `target?name(arguments)` */
export interface BuiltIn extends Node {
  readonly kind: "built-in";
  readonly target: Expression;
  /** In snake_case, whatever the source says. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly arguments: readonly Argument[] | undefined;
}
/** `parameter -> body`, as an argument of some built-ins. */
export interface Lambda extends Node {
  readonly kind: "lambda";
  readonly parameter: string;
  readonly body: Expression;
}
export type Argument = Expression | Lambda;
/** `target!` or `target!fallback` */
export interface DefaultTo extends Node {
  readonly kind: "default";
  readonly target: Expression;
  readonly fallback: Expression | undefined;
}
/** `target??` */
export interface Exists extends Node {
  readonly kind: "exists";
  readonly target: Expression;
}
export interface Unary extends Node {
  readonly kind: "unary";
  readonly operator: "+" | "-" | "!";
  readonly operand: Expression;
}
export interface Binary extends Node {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export interface Range extends Node {
  readonly kind: "range";
  readonly operator: RangeOperator;
  readonly from: Expression;
  /** Missing in a range without an end. */
  readonly to: Expression | undefined;
}

export type Expression =
  | StringLiteral
  | NumberLiteral
  | BooleanLiteral
  | SequenceLiteral
  | HashLiteral
  | Variable
  | SpecialVariable
  | Parenthesis
  | Dot
  | DynamicKey
  | MethodCall
  | BuiltIn
  | DefaultTo
  | Exists
  | Unary
  | Binary
  | Range;

// Content

export interface Text extends Node {
  readonly kind: "text";
  readonly text: string;
}
/** `${...}`, or the old `#{...}` with its format. */
export interface Interpolation extends Node {
  readonly kind: "interpolation";
  readonly expression: Expression;
  readonly style: "dollar" | "hash" | "bracket";
  readonly format: string | undefined;
}
export interface Comment extends Node {
  readonly kind: "comment";
}
export interface NoParse extends Node {
  readonly kind: "noparse";
  readonly text: string;
}
export interface IfBranch extends Node {
  readonly condition: Expression | undefined;
  readonly body: readonly Element[];
}
export interface If extends Node {
  readonly kind: "if";
  /** if, elseif.., and else (the one without a condition). */
  readonly branches: readonly IfBranch[];
}
/** The names of a loop's variables: the item, or key and value. */
export interface LoopVariables {
  readonly item: string;
  readonly value: string | undefined;
}
export interface List extends Node {
  readonly kind: "list";
  readonly expression: Expression;
  readonly variables: LoopVariables | undefined;
  readonly body: readonly Element[];
  readonly otherwise: readonly Element[] | undefined;
}
export interface Items extends Node {
  readonly kind: "items";
  readonly variables: LoopVariables;
  readonly body: readonly Element[];
}
export interface Sep extends Node {
  readonly kind: "sep";
  readonly body: readonly Element[];
}
export interface Assignment extends Node {
  readonly name: string;
  readonly operator: "=" | "+=" | "-=" | "*=" | "/=" | "%=" | "++" | "--";
  readonly value: Expression | undefined;
}
export type AssignDirective = "assign" | "local" | "global";
export interface Assign extends Node {
  readonly kind: "assign";
  readonly directive: AssignDirective;
  readonly assignments: readonly Assignment[];
  readonly namespace: Expression | undefined;
}
/** An assignment of what its content prints. */
export interface Capture extends Node {
  readonly kind: "capture";
  readonly directive: AssignDirective;
  readonly name: string;
  readonly namespace: Expression | undefined;
  readonly body: readonly Element[];
}
export interface SwitchBranch extends Node {
  readonly kind: "case" | "on" | "default";
  readonly values: readonly Expression[];
  readonly body: readonly Element[];
}
export interface Switch extends Node {
  readonly kind: "switch";
  readonly value: Expression;
  readonly branches: readonly SwitchBranch[];
}
export interface Parameter {
  readonly name: string;
  readonly fallback: Expression | undefined;
}
export interface Macro extends Node {
  readonly kind: "macro" | "function";
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** The parameter that takes all others. */
  readonly rest: string | undefined;
  readonly body: readonly Element[];
}
/** `<@callee .../>` or `<@callee ...>body</@callee>` */
export interface Call extends Node {
  readonly kind: "directive call";
  readonly callee: Expression;
  readonly positional: readonly Expression[];
  readonly named: readonly { readonly name: string; readonly value: Expression }[];
  readonly loopVariables: readonly string[];
  readonly body: readonly Element[] | undefined;
}
export interface Attempt extends Node {
  readonly kind: "attempt";
  readonly body: readonly Element[];
  readonly recover: readonly Element[];
}
/** A directive that holds content and at most one expression. */
export interface Block extends Node {
  readonly kind: "block";
  readonly name: "compress" | "outputformat" | "autoesc" | "noautoesc" | "escape" | "noescape" | "transform";
  readonly expression: Expression | undefined;
  /** The variable of `escape`. */
  readonly variable: string | undefined;
  readonly body: readonly Element[];
}
/** A directive without content: `return`, `nested`, `stop`, `break`, `continue`, `t`, `include` and their like. */
export interface Simple extends Node {
  readonly kind: "simple";
  readonly name: SimpleName;
  readonly expressions: readonly Expression[];
}
export const SIMPLE_NAMES = [
  "return",
  "nested",
  "stop",
  "break",
  "continue",
  "flush",
  "fallback",
  "t",
  "lt",
  "rt",
  "nt",
  "include",
  "import",
  "visit",
  "recurse",
] as const;
export type SimpleName = (typeof SIMPLE_NAMES)[number];
export interface Setting extends Node {
  readonly kind: "setting";
  readonly name: string;
  readonly value: Expression;
}
/** `<#ftl ...>` */
export interface Header extends Node {
  readonly kind: "header";
  readonly settings: readonly { readonly name: string; readonly value: Expression }[];
}
/** Source that could not be understood; an error says why. */
export interface Broken extends Node {
  readonly kind: "broken";
  readonly text: string;
}

export type Element =
  | Text
  | Interpolation
  | Comment
  | NoParse
  | If
  | List
  | Items
  | Sep
  | Assign
  | Capture
  | Switch
  | Macro
  | Call
  | Attempt
  | Block
  | Simple
  | Setting
  | Header
  | Broken;

/** A whole template. */
export interface Template {
  readonly source: string;
  readonly tagSyntax: "angle" | "square";
  readonly body: readonly Element[];
}
