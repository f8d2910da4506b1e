import type { JsonObject, JsonValue } from "../model/json.js";
import { isJsonArray } from "../model/json.js";
import { nearest } from "../model/nearest.js";

/** Something wrong with the value of a parameter, as a person would say it. */
export interface ParameterProblem {
  /** Keys and indexes from the parameter's value down to what is wrong. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint: string;
}

export type ParameterReading<T> =
  { readonly value: T } | { readonly problems: readonly [ParameterProblem, ...ParameterProblem[]] };

/** A setting of an action that a customer may give a value of their own. */
export interface Parameter<T> {
  /** What the setting does, for `list`, for completion in editors and for guides. */
  readonly description: string;
  readonly default: T;
  /** JSON Schema of the value in a customer's file. */
  readonly schema: JsonObject;
  /** Reads the value from a customer's file. */
  read(value: JsonValue): ParameterReading<T>;
}

/** The values of a set of parameters. */
export type ParameterValues<Parameters extends Readonly<Record<string, Parameter<unknown>>>> = {
  readonly [Name in keyof Parameters]: Parameters[Name] extends Parameter<infer T> ? T : never;
};

/** Text. With a pattern, `expected` says in words what the pattern allows. */
export function textParameter(options: {
  readonly description: string;
  readonly default: string;
  readonly pattern?: RegExp;
  readonly expected?: string;
}): Parameter<string> {
  const { description, pattern, expected = "text" } = options;
  return {
    description,
    default: options.default,
    schema: { type: "string", ...(pattern === undefined ? {} : { pattern: pattern.source }) },
    read: (value) =>
      typeof value === "string" && (pattern === undefined || pattern.test(value))
        ? { value }
        : problem(
            `${shown(value)} is not ${expected}.`,
            `Write ${expected}, such as ${shown(options.default)}.`,
          ),
  };
}

/** Yes or no. */
export function flagParameter(options: {
  readonly description: string;
  readonly default: boolean;
}): Parameter<boolean> {
  return {
    ...options,
    schema: { type: "boolean" },
    read: (value) =>
      typeof value === "boolean"
        ? { value }
        : problem(`${shown(value)} is not true or false.`, "Write true or false, without quotes."),
  };
}

/** One of a few words. */
export function choiceParameter<const Choice extends string>(options: {
  readonly description: string;
  readonly choices: readonly Choice[];
  readonly default: NoInfer<Choice>;
}): Parameter<Choice> {
  const { choices } = options;
  return {
    description: options.description,
    default: options.default,
    schema: { enum: choices },
    read: (value) => {
      const choice = choices.find((candidate) => candidate === value);
      if (choice !== undefined) return { value: choice };
      const near = typeof value === "string" ? nearest(value, choices) : undefined;
      const hint = near === undefined ? `Choose one of: ${choices.join(", ")}.` : `Did you mean "${near}"?`;
      return problem(`${shown(value)} is not one of the choices.`, hint);
    },
  };
}

/** A list; every item is read like `item`. Items must differ. */
export function listParameter<T>(options: {
  readonly description: string;
  readonly default: readonly T[];
  readonly item: Omit<Parameter<T>, "description" | "default">;
}): Parameter<readonly T[]> {
  return {
    description: options.description,
    default: options.default,
    schema: { type: "array", items: options.item.schema, uniqueItems: true },
    read: (value) => {
      if (!isJsonArray(value))
        return problem(`${shown(value)} is not a list.`, 'Write a list, such as ["..."].');
      const problems: ParameterProblem[] = [];
      const items: T[] = [];
      for (const [index, entry] of value.entries()) {
        const reading = options.item.read(entry);
        if ("value" in reading) items.push(reading.value);
        else problems.push(...reading.problems.map((found) => ({ ...found, path: [index, ...found.path] })));
        if (value.indexOf(entry) !== index) {
          problems.push({
            path: [index],
            message: `${shown(entry)} is listed twice.`,
            hint: "List it once.",
          });
        }
      }
      const [first, ...others] = problems;
      return first === undefined ? { value: items } : { problems: [first, ...others] };
    },
  };
}

/** A reading that found one thing wrong. */
export function problem(
  message: string,
  hint: string,
  path: readonly (string | number)[] = [],
): ParameterReading<never> {
  return { problems: [{ path, message, hint }] };
}

/** A value as it would stand in a message: short, in JSON. */
export function shown(value: JsonValue): string {
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}
