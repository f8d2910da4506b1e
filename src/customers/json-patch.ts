import { pathOf, pointerTo } from "../check/diagnostic.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../model/json.js";
import { nearest } from "../model/nearest.js";
import type { PatchOperation } from "./customer.js";

/** What one operation made of a value, or why it could not be carried out. */
export type PatchOutcome =
  | { readonly kind: "patched"; readonly value: JsonValue }
  | { readonly kind: "failed"; readonly message: string; readonly hint: string };

/** Carries out one operation of a JSON Patch (RFC 6902). The value itself stays as it is. */
export function patched(value: JsonValue, operation: PatchOperation): PatchOutcome {
  const path = pathOf(operation.path);
  switch (operation.op) {
    case "add":
      return added(value, path, operation.value);
    case "remove":
      return removed(value, path);
    case "replace": {
      const old = found(value, path);
      if (old.kind === "failed") return old;
      if (operation.value === undefined) return NO_VALUE;
      return { kind: "patched", value: replacedAt(value, path, operation.value) };
    }
    case "move": {
      const from = operation.from ?? "";
      if (operation.path.startsWith(`${from}/`)) {
        return failed(`${from} cannot be moved into itself.`, "Choose a path outside of it.");
      }
      const moving = found(value, pathOf(from));
      if (moving.kind === "failed" || operation.path === from) {
        return moving.kind === "failed" ? moving : { kind: "patched", value };
      }
      const without = removed(value, pathOf(from));
      return without.kind === "failed" ? without : added(without.value, path, moving.value);
    }
    case "copy": {
      const copied = found(value, pathOf(operation.from ?? ""));
      return copied.kind === "failed" ? copied : added(value, path, copied.value);
    }
    case "test": {
      const there = found(value, path);
      if (there.kind === "failed") return there;
      return operation.value !== undefined && isEqual(there.value, operation.value)
        ? { kind: "patched", value }
        : failed(
            `${operation.path} has another value than the test expects.`,
            "Look at what changed, then at the entries after the test.",
          );
    }
  }
}

const NO_VALUE = failed("The entry has no value.", "Give it the key value.");

/** What stands at a path. */
function found(value: JsonValue, path: readonly string[]): PatchOutcome {
  let node = value;
  for (const [depth, key] of path.entries()) {
    const inner = memberOf(node, key);
    if (inner === undefined) return missing(node, path, depth);
    node = inner;
  }
  return { kind: "patched", value: node };
}

function memberOf(node: JsonValue, key: string): JsonValue | undefined {
  if (isJsonArray(node)) return isIndex(key) ? node[Number(key)] : undefined;
  return isJsonObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}

/** RFC 6901: digits without a zero before them. */
function isIndex(key: string): boolean {
  return /^(?:0|[1-9]\d*)$/.test(key);
}

function added(value: JsonValue, path: readonly string[], addition: JsonValue | undefined): PatchOutcome {
  if (addition === undefined) return NO_VALUE;
  const key = path.at(-1);
  if (key === undefined) return { kind: "patched", value: addition };
  const above = path.slice(0, -1);
  const parent = found(value, above);
  if (parent.kind === "failed") return parent;
  const container = parent.value;
  if (isJsonArray(container)) {
    const index = key === "-" ? container.length : isIndex(key) ? Number(key) : Infinity;
    if (index > container.length) return missing(container, path, above.length);
    return { kind: "patched", value: replacedAt(value, above, container.toSpliced(index, 0, addition)) };
  }
  if (!isJsonObject(container) || key === "__proto__") return missing(container, path, above.length);
  return { kind: "patched", value: replacedAt(value, above, { ...container, [key]: addition }) };
}

function removed(value: JsonValue, path: readonly string[]): PatchOutcome {
  const key = path.at(-1);
  if (key === undefined) return failed("The whole file cannot be removed.", "Name a place in it.");
  const old = found(value, path);
  if (old.kind === "failed") return old;
  const above = path.slice(0, -1);
  const container = found(value, above);
  if (container.kind === "failed") return container;
  const rest = isJsonArray(container.value)
    ? container.value.toSpliced(Number(key), 1)
    : Object.fromEntries(Object.entries(container.value ?? {}).filter(([name]) => name !== key));
  return { kind: "patched", value: replacedAt(value, above, rest) };
}

/** A copy with another value at a path that is there. Keys keep their order. */
function replacedAt(value: JsonValue, [key, ...rest]: readonly string[], replacement: JsonValue): JsonValue {
  if (key === undefined) return replacement;
  const inner = memberOf(value, key);
  const changed = inner === undefined ? replacement : replacedAt(inner, rest, replacement);
  if (isJsonArray(value)) return value.with(Number(key), changed);
  return isJsonObject(value) ? { ...value, [key]: changed } : value;
}

function missing(node: JsonValue, path: readonly string[], depth: number): PatchOutcome {
  const wanted = path[depth] ?? "";
  const place = pointerTo(path.slice(0, depth));
  const where = place === "" ? "The file" : place;
  const what = `There is no ${pointerTo(path.slice(0, depth + 1))}`;
  if (isJsonArray(node)) {
    return failed(
      `${what}: ${where} has ${node.length} items.`,
      "Items are counted from 0; - is the end of the list.",
    );
  }
  if (!isJsonObject(node)) return failed(`${what}: ${where} has nothing in it.`, "Correct the path.");
  const keys = Object.keys(node);
  const near = nearest(wanted, keys);
  const hint =
    near === undefined ? `${where} has: ${keys.join(", ")}.` : `Did you mean ${place}${pointerTo([near])}?`;
  return failed(`${what}.`, hint);
}

function failed(message: string, hint: string): PatchOutcome {
  return { kind: "failed", message, hint };
}

/** RFC 6902, 4.6: objects are equal whatever the order of their keys. */
function isEqual(left: JsonValue, right: JsonValue): boolean {
  if (isJsonArray(left) && isJsonArray(right)) {
    return left.length === right.length && left.every((item, index) => isEqualItem(item, right[index]));
  }
  if (isJsonObject(left) && isJsonObject(right)) {
    const keys = Object.keys(left);
    return (
      keys.length === Object.keys(right).length &&
      keys.every((key) => Object.hasOwn(right, key) && isEqualItem(left[key], right[key]))
    );
  }
  return left === right;
}

function isEqualItem(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  return left !== undefined && right !== undefined && isEqual(left, right);
}
