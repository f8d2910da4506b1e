import { parseTree, type Node } from "jsonc-parser";
import type { Diagnostic } from "../check/diagnostic.js";
import { pointerTo } from "../check/diagnostic.js";
import { parseFile, positionAt } from "../check/parse.js";
import { isJsonObject, type JsonObject } from "../model/json.js";

/** The file of a customer or of a base, as it stands. */
export interface CustomerFile {
  readonly id: string;
  /** The file's name for messages. */
  readonly name: string;
  readonly text: string;
  readonly value: JsonObject;
}

/** The largest file that is read, in bytes: some hundred times the largest that anybody needs. */
export const LARGEST_FILE = 1024 * 1024;

export type ParsedCustomerFile =
  | { readonly kind: "parsed"; readonly file: CustomerFile }
  | { readonly kind: "unusable"; readonly diagnostic: Diagnostic };

/**
 * Parses the bytes of a customer's file.
 *
 * @param id the name of the file without `.json`
 * @param name the file's name for messages
 */
export function parseCustomerFile(id: string, bytes: Uint8Array, name: string): ParsedCustomerFile {
  if (bytes.length > LARGEST_FILE) return unusable(tooLarge(bytes.length), name);
  if (bytes.includes(0)) {
    return unusable(
      { message: "The file is not UTF-8: it looks like UTF-16.", hint: "Save it as UTF-8." },
      name,
    );
  }
  const parsed = parseFile(bytes, name);
  if (parsed.kind === "unusable") {
    const hint = parsed.diagnostic.code === "TA111" ? "Save it as UTF-8." : "Correct it at this place.";
    return unusable({ ...parsed.diagnostic, hint }, name);
  }
  const { value, text } = parsed;
  if (!isJsonObject(value)) return unusable(NO_OBJECT, name);
  const wrongKey = refusedKey(text);
  return wrongKey === undefined
    ? { kind: "parsed", file: { id, name, text, value } }
    : unusable(wrongKey, name);
}

/** What is said of a file that holds no JSON object. */
export const NO_OBJECT = {
  message: "The file holds no JSON object.",
  hint: 'Write { "actions": { ... } }.',
  pointer: "",
};

/** What is said of a file that is too large, before it is read. */
export function tooLarge(bytes: number): { readonly message: string; readonly hint: string } {
  const megabytes = (bytes / LARGEST_FILE).toFixed(1);
  return {
    message: `The file is ${megabytes} MB; at most 1 MB is read.`,
    hint: "This is no customer's file: put the right one in its place.",
  };
}

function unusable(
  found: Pick<Diagnostic, "message" | "hint" | "pointer" | "line" | "column">,
  file: string,
): ParsedCustomerFile {
  return { kind: "unusable", diagnostic: { ...found, code: "TA501", severity: "error", file } };
}

/** A key that JSON allows and that would lose something, or change what every object is. */
function refusedKey(
  text: string,
): Pick<Diagnostic, "message" | "hint" | "pointer" | "line" | "column"> | undefined {
  const tree = parseTree(text);
  return tree && refusedIn(tree, [], text);
}

function refusedIn(
  node: Node,
  path: readonly (string | number)[],
  text: string,
): ReturnType<typeof refusedKey> {
  const seen = new Set<string>();
  for (const [index, child] of (node.children ?? []).entries()) {
    const [keyNode, valueNode = child] = child.type === "property" ? (child.children ?? []) : [];
    const key = keyNode === undefined ? index : String(keyNode.value);
    const here = [...path, key];
    const problem = typeof key === "string" ? keyProblem(key, seen) : undefined;
    if (problem !== undefined) {
      return { ...problem, pointer: pointerTo(here), ...positionAt(text, child.offset) };
    }
    const inner = refusedIn(valueNode, here, text);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function keyProblem(key: string, seen: Set<string>): Pick<Diagnostic, "message" | "hint"> | undefined {
  if (key === "__proto__") {
    return {
      message: 'The key "__proto__" is refused.',
      hint: "Remove it: nothing in a customer's file has this name.",
    };
  }
  if (seen.has(key)) {
    return {
      message: `The key "${key}" stands here twice.`,
      hint: "Keep one of them: the other would be lost.",
    };
  }
  seen.add(key);
  return undefined;
}
