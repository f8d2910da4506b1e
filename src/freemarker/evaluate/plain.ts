import { roughly } from "./numeric.js";
import type { ModelValue } from "./model.js";
import { notSimulated } from "./failure.js";
import type { Value } from "./value.js";

/** How deep lists and hashes may hold each other to be given out. */
const DEEPEST = 200;

/** A value as plain data: what a method of the model gets, and what an expression gives. Dates are ISO texts. */
export function plainOf(value: Value | undefined, depth = 0): ModelValue {
  if (value === undefined) return undefined;
  if (depth > DEEPEST) throw notSimulated("a value that is nested so deep");
  switch (value.kind) {
    case "string":
    case "match":
      return value.text;
    case "number":
      // One that JavaScript cannot hold comes as near as it can.
      return roughly(value.value);
    case "boolean":
      return value.value;
    case "date":
      return new Date(value.instant).toISOString();
    case "sequence":
      if (!Number.isFinite(value.size)) throw notSimulated("a range without an end as plain data");
      return Array.from({ length: value.size }, (_, index) => plainOf(value.at(index), depth + 1) ?? null);
    case "stream":
      return [...value.items].map((item) => plainOf(item, depth + 1) ?? null);
    case "matches":
      return value.parts().map(({ text }) => text);
    case "hash": {
      const keys = value.keys?.() ?? [];
      const entries = keys.map((key): [string, ModelValue] => [
        key,
        plainOf(value.get(key), depth + 1) ?? null,
      ]);
      return Object.fromEntries<ModelValue>(entries);
    }
    case "markup":
      return value.markup;
    case "nothing":
      return "";
    case "method":
      if (typeof value.method === "function") return value.method;
      throw notSimulated("a built-in without its arguments as plain data");
    case "directive":
      return value.directive;
    case "routine":
      throw notSimulated("a macro or function as plain data");
  }
}
