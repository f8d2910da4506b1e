import { join } from "node:path";
import type { Diagnostic } from "../check/diagnostic.js";
import { isJsonArray, isJsonObject, parseJson, type JsonValue } from "../model/json.js";
import { bytesOf, hasCode, writeFile } from "./files.js";
import { isSafePath, readEntry, sha256Of, type ManifestEntry } from "./manifest.js";
import { readDiagnostic } from "./read-diagnostic.js";

/** What building one action of one customer gave, without the files' contents. */
export interface RememberedBuild {
  /** Of everything that the files were made from. */
  readonly fingerprint: string;
  readonly files: readonly (readonly [path: string, entry: ManifestEntry])[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What building gave for the actions of one customer, by the id of the action. */
export type RememberedCustomer = ReadonlyMap<string, RememberedBuild>;

/**
 * Remembers from one run to the next what building gave. Nothing is lost when it is deleted, and what it says is only
 * used when the fingerprint is the same and the files are still there with the same bytes.
 */
export interface BuildCache {
  read(customer: string): RememberedCustomer;
  write(customer: string, builds: RememberedCustomer): void;
}

/** Remembers nothing. */
export const noCache: BuildCache = { read: () => new Map(), write: () => undefined };

/** Remembers for as long as the process lives. */
export function memoryCache(): BuildCache {
  const customers = new Map<string, RememberedCustomer>();
  return {
    read: (customer) => customers.get(customer) ?? new Map<string, RememberedBuild>(),
    write: (customer, builds) => void customers.set(customer, builds),
  };
}

/** Remembers in a folder, a file for each customer. A folder that cannot be written to remembers nothing. */
export function folderCache(folder: string): BuildCache {
  const fileOf = (customer: string) => join(folder, `${sha256Of(customer).slice(0, 32)}.json`);
  return {
    read: (customer) => {
      const bytes = bytesOf(fileOf(customer));
      return bytes === undefined ? new Map() : readBuilds(bytes.toString("utf8"));
    },
    write: (customer, builds) => {
      try {
        // One that was cut off is no JSON, and counts as none.
        writeFile(fileOf(customer), JSON.stringify(Object.fromEntries(builds)));
      } catch (error) {
        if (!hasCode(error, "EACCES", "EPERM", "EROFS", "ENOSPC", "ENOENT", "ENOTDIR")) throw error;
      }
    },
  };
}

function readBuilds(text: string): RememberedCustomer {
  const value = parsed(text);
  if (!isJsonObject(value)) return new Map();
  return new Map(
    Object.entries(value).flatMap(([action, build]): [string, RememberedBuild][] => {
      const read = readBuild(build);
      return read === undefined ? [] : [[action, read]];
    }),
  );
}

function readBuild(value: JsonValue): RememberedBuild | undefined {
  if (!isJsonObject(value)) return undefined;
  const { fingerprint, files, diagnostics } = value;
  if (typeof fingerprint !== "string" || !isJsonArray(files) || !isJsonArray(diagnostics)) return undefined;
  const readFiles = files.flatMap((file): readonly (readonly [string, ManifestEntry])[] => {
    if (!isJsonArray(file)) return [];
    const [path] = file;
    const entry = readEntry(file[1]);
    return typeof path === "string" && isSafePath(path) && entry !== undefined ? [[path, entry]] : [];
  });
  const readDiagnostics = diagnostics.flatMap((diagnostic) => readDiagnostic(diagnostic) ?? []);
  if (readFiles.length !== files.length || readDiagnostics.length !== diagnostics.length) return undefined;
  return { fingerprint, files: readFiles, diagnostics: readDiagnostics };
}

function parsed(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
