import { visit } from "jsonc-parser";
import type { Diagnostic } from "../check/diagnostic.js";
import { parseFile, positionAt } from "../check/parse.js";
import { recognized } from "../check/recognize.js";
import { isJsonObject, type JsonValue } from "../model/json.js";
import type { Shape } from "../shapes/shape.js";
import { fromShape } from "../shapes/translate.js";
import { readDocument, type Document } from "./document.js";

/** An export as it was read, with what is needed to compare its bytes too. */
export interface ReadExport {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** As it stands in the file. */
  readonly written: JsonValue;
  /** As our schemas have it, without what has another value each time; what is compared. */
  readonly value: JsonValue;
  readonly document: Document;
  /** The shape that the file is written in; undefined for ours. */
  readonly shape: Shape | undefined;
  readonly hasByteOrderMark: boolean;
}

/** Why a file cannot be compared or merged. */
export type Unusable = Pick<Diagnostic, "message" | "hint" | "line" | "column">;

export type ExportReading =
  | { readonly kind: "read"; readonly file: ReadExport }
  | { readonly kind: "unusable"; readonly problem: Unusable }
  /** It is JSON, but nothing of TOPdesk's. */
  | { readonly kind: "no-export"; readonly problem: Unusable };

/** The largest file that is read: some thousand times the largest export that anybody has seen. */
export const LARGEST_EXPORT = 32 * 1024 * 1024;

/**
 * Reads the bytes of an export for comparing: what nobody can be sure to read as TOPdesk does is refused.
 *
 * @param shapes those that it may be written in besides ours
 */
export function readExport(bytes: Uint8Array, shapes: readonly Shape[] = []): ExportReading {
  if (bytes.length > LARGEST_EXPORT) return unusable(tooLarge(bytes.length));
  const parsed = parseFile(bytes, "");
  if (parsed.kind === "unusable") return unusable(parsed.diagnostic);
  const { text, value: written } = parsed;
  const { shape } = recognized(written, shapes);
  const value = shape === undefined ? written : fromShape(written, shape, "without varying");
  const document = readDocument(value);
  if (document === undefined) return { kind: "no-export", problem: noExport(written) };
  // Only bytes that are not what TOPdesk itself writes can hold what is lost by reading.
  const lost = parsed.diagnostics.length > 0 ? lostByReading(text) : undefined;
  if (lost !== undefined) return unusable(lost);
  const hasByteOrderMark = startsWithMark(bytes);
  return { kind: "read", file: { bytes, text, written, value, document, shape, hasByteOrderMark } };
}

/** What is wrong with a file of so many bytes. */
export function tooLarge(bytes: number): Unusable {
  const megabytes = (size: number) => Math.ceil(size / 1024 / 1024);
  return {
    message: `The file has ${megabytes(bytes)} MB; at most ${megabytes(LARGEST_EXPORT)} MB are read.`,
    hint: "No export of TOPdesk is this large: check where the file came from.",
  };
}

function unusable(problem: Unusable): ExportReading {
  return { kind: "unusable", problem };
}

function noExport(value: JsonValue): Unusable {
  const both =
    isJsonObject(value) && Object.hasOwn(value, "action") && Object.hasOwn(value, "actionSequence");
  return {
    message: both
      ? 'The file has both "action" and "actionSequence" at its root.'
      : 'The file is no action: it has no object "action" or "actionSequence" at its root.',
    hint: "Export the action from TOPdesk again, or name another file. Other keys are read when a customer in --customers has their shape.",
  };
}

function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** A key that stands twice in an object, or a number that JavaScript cannot hold: reading would drop something. */
function lostByReading(text: string): Unusable | undefined {
  const open: Set<string>[] = [];
  let found: Unusable | undefined;
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key, offset) => {
      const keys = open.at(-1);
      if (keys?.has(key) === true) {
        found ??= {
          message: `The key ${JSON.stringify(key)} stands twice in one object, and nobody knows which one TOPdesk takes.`,
          hint: "Remove one of them, or export the action from TOPdesk again.",
          ...positionAt(text, offset),
        };
      }
      keys?.add(key);
    },
    onLiteralValue: (value: unknown, offset, length) => {
      if (typeof value !== "number" || isExact(value, text.slice(offset, offset + length))) return;
      found ??= {
        message: "The number has more digits than can be compared.",
        hint: "No export of TOPdesk has such a number: check where the file came from.",
        ...positionAt(text, offset),
      };
    },
  });
  return found;
}

function isExact(value: number, literal: string): boolean {
  if (!Number.isFinite(value)) return false;
  return !/^-?\d+$/.test(literal) || Number.isSafeInteger(value) || BigInt(literal) === BigInt(value);
}
