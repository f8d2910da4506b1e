import type { Query } from "./api-request.js";
import { badRequest } from "./reply.js";

/** The value of a parameter, or undefined when it is not given. Of several, the first counts. */
export function textParameter(query: Query, name: string): string | undefined {
  return query.get(name)?.[0];
}

/** The values of a parameter that can be given several times. */
export function textsParameter(query: Query, name: string): readonly string[] {
  return query.get(name) ?? [];
}

/** A parameter that is `true` or `false`. */
export function truthParameter(query: Query, name: string): boolean | undefined {
  const text = textParameter(query, name);
  if (text === undefined) return undefined;
  if (text === "true" || text === "false") return text === "true";
  throw badRequest("value_invalid", name, `${name} must be true or false, not ${shown(text)}.`);
}

/** A parameter that is one of some words. Upper and lower case are the same only where the API says so. */
export function wordParameter<Word extends string>(
  query: Query,
  name: string,
  words: readonly Word[],
  options: { readonly anyCase?: boolean } = {},
): Word | undefined {
  const text = textParameter(query, name);
  if (text === undefined) return undefined;
  const wanted = options.anyCase === true ? text.toLowerCase() : text;
  const word = words.find((candidate) => candidate === wanted);
  if (word !== undefined) return word;
  throw badRequest("value_invalid", name, `${name} must be one of ${words.join(", ")}, not ${shown(text)}.`);
}

/** A whole number within bounds. */
export function countParameter(
  query: Query,
  name: string,
  bounds: { readonly default: number; readonly maximum?: number },
): number {
  const text = textParameter(query, name);
  if (text === undefined) return bounds.default;
  if (!/^-?\d{1,18}$/.test(text))
    throw badRequest("value_invalid", name, `${name} must be a whole number, not ${shown(text)}.`);
  const number = Number(text);
  const { maximum } = bounds;
  const limits = maximum === undefined ? "0 or more" : `between 0 and ${maximum}, both inclusive`;
  if (number < 0) throw badRequest("value_too_small", name, `${name} must be ${limits}, not ${text}.`);
  if (maximum !== undefined && number > maximum)
    throw badRequest("value_too_large", name, `${name} must be ${limits}, not ${text}.`);
  return number;
}

/** A value of the request for a message. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}
