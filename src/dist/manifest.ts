import { createHash } from "node:crypto";
import { isJsonObject, parseJson, type JsonValue } from "../model/json.js";
import type { BuiltFile } from "./build.js";

export const MANIFEST_NAME = "manifest.json";

/** What the manifest says of one file. */
export interface ManifestEntry {
  readonly sha256: string;
  /** Only for what is no action. */
  readonly kind?: "guide";
  /** The name of the action inside the file, by which a copy under another file name can be recognised. */
  readonly name?: string;
  readonly customer: string;
  readonly action: string;
  readonly target: string;
  readonly cardType?: string;
  /** The action's revision date. */
  readonly revision: string;
  /** The version of this package that wrote the file. */
  readonly toolVersion: string;
}

/** The files of an out folder by path, in the order of their paths. */
export type Manifest = ReadonlyMap<string, ManifestEntry>;

/** The sha256 of a text's bytes in UTF-8, or of bytes, in hexadecimal digits. */
export function sha256Of(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The manifest's entry for a file. */
export function entryFor(file: BuiltFile, toolVersion: string): ManifestEntry {
  const { kind, name, customer, action, target, cardType, revision, content } = file;
  return {
    sha256: sha256Of(content),
    ...(kind === "guide" ? { kind } : {}),
    ...(name === undefined ? {} : { name }),
    customer,
    action,
    target,
    ...(cardType === undefined ? {} : { cardType }),
    revision,
    toolVersion,
  };
}

/** The text of a manifest. Without time stamps and machine paths, so that it changes only when a file does. */
export function writeManifest(manifest: Manifest): string {
  const sorted = [...manifest].sort(([left], [right]) => (left < right ? -1 : 1));
  return `${JSON.stringify({ files: Object.fromEntries(sorted) }, null, 2)}\n`;
}

/**
 * Reads a manifest.
 *
 * @returns undefined when the text is no manifest. Entries whose path could lead out of the folder are left out.
 */
export function readManifest(text: string): Manifest | undefined {
  const value = parsed(text);
  const files = isJsonObject(value) ? value["files"] : undefined;
  if (!isJsonObject(files)) return undefined;
  const entries = Object.entries(files).flatMap(([path, entry]): [string, ManifestEntry][] => {
    const read = isSafePath(path) ? readEntry(entry) : undefined;
    return read === undefined ? [] : [[path, read]];
  });
  return new Map(entries);
}

/** Reads one entry; undefined when the value is none. */
export function readEntry(value: JsonValue | undefined): ManifestEntry | undefined {
  if (!isJsonObject(value)) return undefined;
  const { sha256, kind, name, customer, action, target, cardType, revision, toolVersion } = value;
  if (typeof sha256 !== "string" || typeof customer !== "string" || typeof action !== "string") return undefined;
  if (typeof target !== "string" || typeof revision !== "string" || typeof toolVersion !== "string") return undefined;
  return {
    sha256,
    ...(kind === "guide" ? { kind } : {}),
    ...(typeof name === "string" ? { name } : {}),
    customer,
    action,
    target,
    ...(typeof cardType === "string" ? { cardType } : {}),
    revision,
    toolVersion,
  };
}

/** Whether a path is `<customer>/<file>` of a kind that a build writes, without any way out of the folder. */
export function isSafePath(path: string): boolean {
  return /^[^/\\:]+\/[^/\\:]+\.(?:json|md|html)$/.test(path) && !path.split("/").some((part) => part === "." || part === "..");
}

function parsed(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
