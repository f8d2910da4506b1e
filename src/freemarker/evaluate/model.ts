import { decimalOf } from "../decimal.js";
import { numericOf, type Numeric } from "./numeric.js";
import { booleanValue, textValue, type Hash, type Value } from "./value.js";

/** What a template is rendered with: plain data, methods and directives. `null` is the same as not there. */
export type ModelValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly ModelValue[]
  | { readonly [key: string]: ModelValue }
  | ModelMethod
  | ModelDirective;

/** A method of the model, called as `name(..)`. What it throws becomes the error of the template. */
export type ModelMethod = (...given: ModelValue[]) => ModelValue;

/** A directive of the model, called as `<@name ..>content</@name>`. */
export class ModelDirective {
  constructor(
    /** What is printed in place of the call. */
    readonly print: (content: string, parameters: Readonly<Record<string, ModelValue>>) => string,
  ) {}
}

/** The value of something in the model. Only keys of the object itself exist, never those of its prototype. */
export function wrapped(value: ModelValue): Value | undefined {
  switch (typeof value) {
    case "string":
      return textValue(value);
    case "number":
      return { kind: "number", value: modelNumber(value) };
    case "boolean":
      return booleanValue(value);
    case "function":
      return { kind: "method", method: value };
    case "object":
      return value === null ? undefined : wrappedObject(value);
    default:
      return undefined;
  }
}

function wrappedObject(value: Exclude<ModelValue & object, ModelMethod>): Value {
  if (value instanceof ModelDirective) return { kind: "directive", directive: value };
  return isList(value)
    ? { kind: "sequence", size: value.length, at: (index) => wrapped(value[index]), range: undefined }
    : wrappedHash(value);
}

export function wrappedHash(value: Readonly<Record<string, ModelValue>>): Hash {
  return {
    kind: "hash",
    get: (key) => (Object.hasOwn(value, key) ? wrapped(value[key]) : undefined),
    keys: () => Object.keys(value),
  };
}

function isList(value: object): value is readonly ModelValue[] {
  return Array.isArray(value);
}

function modelNumber(value: number): Numeric {
  if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
  const decimal = decimalOf(value);
  return decimal === undefined ? value : numericOf(decimal);
}
