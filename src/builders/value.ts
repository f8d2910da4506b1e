import { AuthoringError } from "./authoring-error.js";
import { isIdentifier } from "../freemarker/path.js";
import { stringLiteral } from "../freemarker/escape.js";
import type { ListShape, OptionalShape, RecordShape, ScalarShape, Shape } from "./shape.js";

/** What kind of thing a value is when the action runs. */
export type ValueKind = "text" | "number" | "boolean" | "numeric" | "secret" | "list" | "record";

/** Whether a value is sure to be there when the action runs. */
export type Presence = "present" | "optional";

/** How strongly FreeMarker's operators bind, from its grammar (2.3.35); a higher number binds tighter. */
export const PRECEDENCE = {
  or: 1,
  and: 2,
  equality: 3,
  relational: 4,
  additive: 5,
  multiplicative: 6,
  unary: 7,
  postfix: 8,
} as const;

/** FreeMarker source of an expression. */
export interface Expression {
  readonly source: string;
  /** The precedence of its outermost operator; see {@link PRECEDENCE}. */
  readonly precedence: (typeof PRECEDENCE)[keyof typeof PRECEDENCE];
}

/** An expression that needs parentheses nowhere: a name, a path, a literal, a built-in. */
export function postfix(source: string): Expression {
  return { source, precedence: PRECEDENCE.postfix };
}

export const VALUE: unique symbol = Symbol.for("topdesk-actions.value");

/**
 * A value that is known only when the action runs, branded with its kind.
 *
 * A value of one kind cannot stand where another is asked for, and one that may be missing must be given a
 * fallback (`orElse`) or a test (`isEmpty`, `exists`) first.
 */
export interface Value<Kind extends ValueKind, P extends Presence = "present"> {
  readonly [VALUE]: { readonly kind: Kind; readonly presence: P; readonly expression: Expression };
}

export const ITEM: unique symbol = Symbol.for("topdesk-actions.item");

/** A list value; its items look like `Item`. */
export interface ListValue<Item extends Shape, P extends Presence = "present"> extends Value<"list", P> {
  readonly [ITEM]: Item;
}

/** A typed reference: a value with one property for each field of its shape. */
export type Reference<S extends Shape, P extends Presence = "present"> = Shape extends S
  ? Value<ValueKind, P> // a shape of which nothing is known yet, so that the recursion ends
  : S extends OptionalShape<infer Inner>
    ? Reference<Inner, "optional">
    : S extends ListShape<infer Item>
      ? ListValue<Item, P>
      : S extends RecordShape<infer Fields>
        ? Value<"record", P> & { readonly [Field in keyof Fields]: Reference<Fields[Field], P> }
        : S extends ScalarShape
          ? Value<S["kind"], P>
          : never;

/** Makes a value of a kind out of FreeMarker source. For builders; authors get their values from steps. */
export function valueOf<Kind extends ValueKind, P extends Presence = "present">(
  kind: Kind,
  expression: Expression,
  presence?: P,
): Value<Kind, P>;
export function valueOf(kind: ValueKind, expression: Expression, presence: Presence = "present"): unknown {
  return { [VALUE]: { kind, presence, expression } };
}

/** Makes the typed reference to something of a known shape. */
export function reference<S extends Shape>(shape: S, expression: Expression): Reference<S>;
export function reference(shape: Shape, expression: Expression): unknown {
  return referenceOf(shape, expression, "present");
}

function referenceOf(shape: Shape, expression: Expression, presence: Presence): object {
  switch (shape.kind) {
    case "optional":
      return referenceOf(shape.inner, expression, "optional");
    case "list":
      return { [VALUE]: { kind: "list", presence, expression }, [ITEM]: shape.item };
    case "record": {
      const fields = Object.entries(shape.fields).map(([name, field]): [string, object] => [
        name,
        referenceOf(field, member(expression, shape.keys[name] ?? name), presence),
      ]);
      return Object.assign(Object.fromEntries(fields), { [VALUE]: { kind: "record", presence, expression } });
    }
    default:
      return { [VALUE]: { kind: shape.kind, presence, expression } };
  }
}

/** The FreeMarker source behind a value. */
export function expressionOf(value: Value<ValueKind, Presence>): Expression {
  return value[VALUE].expression;
}

/** Whether something is a value made by {@link valueOf} or {@link reference}. */
export function isValue(candidate: unknown): candidate is Value<ValueKind, Presence> {
  return typeof candidate === "object" && candidate !== null && VALUE in candidate;
}

/** A variable name of the data model, or of a loop, as an expression. */
export function topLevel(name: string): Expression {
  return postfix(isIdentifier(name) ? name : `.data_model[${stringLiteral(name)}]`);
}

/**
 * A name that an author gives inside a template, to an item or a value, as an expression.
 *
 * @throws AuthoringError when FreeMarker would not read it as one name
 */
export function localName(name: string): Expression {
  if (isIdentifier(name)) return postfix(name);
  throw new AuthoringError(
    `"${name}" cannot be the name of a value in a template.`,
    "Use letters, digits and underscores, not starting with a digit, and none of FreeMarker's own words.",
  );
}

/** The expression for one key of another expression. */
export function member(expression: Expression, key: string): Expression {
  const owner = operand(expression);
  return postfix(isIdentifier(key) ? `${owner}.${key}` : `${owner}[${stringLiteral(key)}]`);
}

/** Source for use beside an operator: in parentheses when it binds less tightly than that operator needs. */
export function operand(
  { source, precedence }: Expression,
  needed: Expression["precedence"] = PRECEDENCE.postfix,
): string {
  return precedence >= needed ? source : `(${source})`;
}

/** Source for use before `!` and `??`: in parentheses, so that they guard the whole path and not only its last part. */
export function guarded({ source }: Expression): string {
  return isIdentifier(source) ? source : `(${source})`;
}
