import type { BuiltFile } from "./build.js";
import { entryFor, type Manifest, type ManifestEntry } from "./manifest.js";

/** Which part of the out folder a build is about. Files outside of it stay as they are. */
export interface Scope {
  /** Whether the build would produce the file again if it still existed. */
  readonly covers: (entry: ManifestEntry) => boolean;
}

/** What is to happen in the out folder. */
export interface Plan {
  readonly files: readonly BuiltFile[];
  /** Files that an earlier build wrote and nothing produces any more, by path. */
  readonly orphans: readonly string[];
  readonly manifest: Manifest;
}

/** Plans what to write and what to remove, from what was built and what the last manifest says. */
export function planned(
  files: readonly BuiltFile[],
  previous: Manifest,
  scope: Scope,
  toolVersion: string,
): Plan {
  const produced = new Set(files.map((file) => file.path));
  const kept = [...previous].filter(([path, entry]) => !produced.has(path) && !scope.covers(entry));
  const orphans = [...previous].filter(([path, entry]) => !produced.has(path) && scope.covers(entry));
  const entries = files.map((file): [string, ManifestEntry] => [file.path, entryFor(file, toolVersion)]);
  return { files, orphans: orphans.map(([path]) => path), manifest: new Map([...kept, ...entries]) };
}
