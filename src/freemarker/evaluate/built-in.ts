import type { Argument, BuiltIn as BuiltInExpression, Expression } from "../tree.js";
import { asNumeric, asText } from "./coerce.js";
import { describeValue } from "./describe.js";
import { Failure } from "./failure.js";
import { asInt, type Numeric } from "./numeric.js";
import type { OutputFormat } from "./output-format.js";
import type { Run } from "./run.js";
import { textValue, type Value } from "./value.js";

/** Where a built-in stands. */
export interface Site {
  readonly name: string;
  readonly target: Expression;
  readonly expression: BuiltInExpression;
  /** The output format of the place; undefined where it is that of the whole template. */
  readonly format: OutputFormat | undefined;
}

type Plain = (operand: Value, site: Site, run: Run) => Value | undefined;
type Called = (operand: Value, given: Arguments, site: Site, run: Run) => Value | undefined;

/** A built-in of which the operand is evaluated first, and then the arguments. */
export type BuiltIn =
  /** `x?name` */
  | { readonly kind: "plain"; readonly apply: Plain }
  /** `x?name(...)` */
  | { readonly kind: "method"; readonly least: number; readonly most: number; readonly call: Called }
  /** `x?name`, `x?name(...)` or `x?name.key` */
  | {
      readonly kind: "either";
      readonly least: number;
      readonly most: number;
      readonly apply: Plain;
      readonly call: Called;
      readonly takesKey: boolean;
    }
  /** `x?name` where `x` may be missing; when it is `(a.b)`, also what is in the brackets, if that is tolerated. */
  | {
      readonly kind: "existence";
      readonly tolerates?: "nothing inside";
      readonly apply: (operand: Value | undefined, site: Site, run: Run) => Value | undefined;
    };

export type BuiltInTable = Readonly<Record<string, BuiltIn>>;

export const plain = (apply: Plain): BuiltIn => ({ kind: "plain", apply });

export const method = (least: number, most: number, call: Called): BuiltIn => ({
  kind: "method",
  least,
  most,
  call,
});

/** A built-in of a text, without arguments. */
export const ofText = (apply: (text: string, site: Site, run: Run) => Value | undefined): BuiltIn =>
  plain((operand, site, run) => apply(asText(operand, site.target, run), site, run));

/** A built-in that makes another text of one. */
export const textToText = (change: (text: string, run: Run) => string): BuiltIn =>
  ofText((text, _site, run) => textValue(run.bounded(change(text, run))));

/** A built-in of a text, with arguments. */
export const methodOfText = (
  least: number,
  most: number,
  call: (text: string, given: Arguments, run: Run) => Value | undefined,
): BuiltIn =>
  method(least, most, (operand, given, site, run) => call(asText(operand, site.target, run), given, run));

/** A built-in of a number. */
export const ofNumber = (apply: (value: Numeric, site: Site, run: Run) => Value): BuiltIn =>
  plain((operand, site, run) => apply(asNumeric(operand, site.target, run), site, run));

/** What a built-in is called with. */
export class Arguments {
  constructor(
    private readonly values: readonly (Value | undefined)[],
    /** Undefined when the built-in was put into a variable and is called from there. */
    private readonly expressions: readonly Argument[] | undefined,
    private readonly name: string,
    private readonly run: Run,
  ) {}

  get count(): number {
    return this.values.length;
  }

  get all(): readonly (Value | undefined)[] {
    return this.values;
  }

  value(index: number): Value | undefined {
    return this.values[index];
  }

  /** An argument that must be a text as it is: FreeMarker turns nothing into one here. */
  text(index: number): string {
    const value = this.values[index];
    if (value?.kind === "string" || value?.kind === "match") return value.text;
    if (value?.kind === "nothing") return "";
    throw this.mustBe(index, value, "a text");
  }

  optionalText(index: number): string | undefined {
    return this.values[index] === undefined ? undefined : this.text(index);
  }

  /** An argument that is printed when it is no text. */
  printed(index: number): string {
    const expression = this.expressions?.[index];
    const value = this.values[index];
    if (expression !== undefined) return asText(value, expression, this.run);
    return this.text(index);
  }

  /** The arguments as texts, all checked before any is used. */
  allPrinted(): readonly string[] {
    return this.values.map((_, index) => this.printed(index));
  }

  /** A number, cut to Java's `int`. */
  int(index: number): number {
    const value = this.values[index];
    if (value?.kind !== "number") throw this.mustBe(index, value, "a number");
    return asInt(value.value);
  }

  fail(message: string): Failure {
    return new Failure("invalid-value", `?${this.name}: ${message}`, undefined);
  }

  private mustBe(index: number, value: Value | undefined, expected: string): Failure {
    const found = value === undefined ? "missing" : describeValue(value);
    const message = `?${this.name}: argument ${index + 1} must be ${expected}, but is ${found}.`;
    return new Failure("wrong-type", message, undefined);
  }
}

/** Checks how many arguments there are. */
export function checkCount(name: string, count: number, least: number, most: number): void {
  if (count >= least && count <= most) return;
  const expected =
    least === most ? String(least) : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  const message = `?${name} takes ${expected} argument${expected === "1" ? "" : "s"}, but has ${count}.`;
  throw new Failure("wrong-arguments", message, undefined);
}
