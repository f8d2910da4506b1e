/**
 * Shapes say what a run-time value looks like, so that references to it can be typed.
 *
 * A shape is plain data: {@link reference} turns it into typed references, one for each field.
 */

export interface TextShape {
  readonly kind: "text";
}
export interface NumberShape {
  readonly kind: "number";
}
export interface BooleanShape {
  readonly kind: "boolean";
}
/** A number that the API may send as text, empty or not a number at all. Read it with `toNumber`. */
export interface NumericShape {
  readonly kind: "numeric";
}
export interface ListShape<Item extends Shape = Shape> {
  readonly kind: "list";
  readonly item: Item;
}
export interface RecordShape<
  Fields extends Readonly<Record<string, Shape>> = Readonly<Record<string, Shape>>,
> {
  readonly kind: "record";
  readonly fields: Fields;
  /** Keys in the data, for the fields that go by another name here. */
  readonly keys: { readonly [Field in keyof Fields]?: string };
}
/** A value that may be missing (absent or null). */
export interface OptionalShape<Inner extends Shape = Shape> {
  readonly kind: "optional";
  readonly inner: Inner;
}

export type ScalarShape = TextShape | NumberShape | BooleanShape | NumericShape;

export type Shape = ScalarShape | ListShape | RecordShape | OptionalShape;

/** Text. */
export const textShape: TextShape = { kind: "text" };
/** A number. */
export const numberShape: NumberShape = { kind: "number" };
/** True or false. */
export const booleanShape: BooleanShape = { kind: "boolean" };
/** A number that may arrive as text; see {@link NumericShape}. */
export const numericShape: NumericShape = { kind: "numeric" };

/** A list whose items all look like `item`. */
export function listShape<Item extends Shape>(item: Item): ListShape<Item> {
  return { kind: "list", item };
}

/**
 * An object with known fields.
 *
 * @param fields the fields by the name that the author uses
 * @param keys the key in the data, for fields whose key is another (`{ minimum: "minimale-voorraad" }`)
 */
export function recordShape<Fields extends Readonly<Record<string, Shape>>>(
  fields: Fields,
  keys: { readonly [Field in keyof Fields]?: string } = {},
): RecordShape<Fields> {
  return { kind: "record", fields, keys };
}

/** A value that may be missing. */
export function optionalShape<Inner extends Shape>(inner: Inner): OptionalShape<Inner> {
  return { kind: "optional", inner };
}
