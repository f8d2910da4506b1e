import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { bytesOf, removeEmptyFolder, removeFile, writeAtomically } from "./files.js";
import { MANIFEST_NAME, sha256Of, writeManifest, type ManifestEntry } from "./manifest.js";
import { manifestIn, type FileChange } from "./out-folder.js";

/** One of several parts of a build, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The name of the manifest that a shard writes. */
export function shardManifestName({ index, count }: Shard): string {
  return `manifest.${index}-of-${count}.json`;
}

/** The customers of a shard: every n-th, so that shards are of one size whatever the customers are called. */
export function customersOf(shard: Shard, ids: readonly string[]): readonly string[] {
  return ids.filter((_, index) => index % shard.count === shard.index - 1);
}

/** The manifests of shards cannot be merged. */
export class MergeError extends Error {
  override readonly name = "MergeError";

  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/**
 * Makes the out folder what one build would have left, when the files and manifests of all shards are in it: writes
 * the manifest, and removes the manifests of the shards and files that no shard produced any more.
 *
 * @throws MergeError when a shard is missing, or a file is not what its shard wrote
 */
export function mergeShards(out: string, mode: "write" | "compare"): readonly FileChange[] {
  const names = shardManifestsIn(out);
  const merged = new Map<string, ManifestEntry>();
  for (const name of names) {
    for (const [path, entry] of manifestIn(out, name)) {
      if (merged.has(path)) throw new MergeError(`Two shards wrote ${path}.`, "Build all shards from the same customers.");
      const bytes = bytesOf(join(out, path));
      if (bytes === undefined || sha256Of(bytes) !== entry.sha256) throw notAsWritten(path, name, bytes);
      merged.set(path, entry);
    }
  }
  const orphans = [...manifestIn(out).keys()].filter((path) => !merged.has(path));
  const before = bytesOf(join(out, MANIFEST_NAME))?.toString("utf8");
  const content = writeManifest(merged);
  if (mode === "write") {
    for (const path of orphans) {
      removeFile(join(out, path));
      removeEmptyFolder(join(out, dirname(path)));
    }
    if (before !== content) writeAtomically(join(out, MANIFEST_NAME), content);
    for (const name of names) removeFile(join(out, name));
  }
  const change = before === undefined ? "created" : before === content ? "unchanged" : "updated";
  return [
    { path: MANIFEST_NAME, change },
    ...orphans.map((path): FileChange => ({ path, change: "removed" })),
  ];
}

function notAsWritten(path: string, name: string, bytes: Uint8Array | undefined): MergeError {
  const what = bytes === undefined ? "is missing" : "is not what the shard wrote";
  return new MergeError(
    `${path} ${what}, which ${name} lists.`,
    "Build each shard into an empty folder and copy those folders together.",
  );
}

/** The manifests of one complete set of shards. */
function shardManifestsIn(out: string): readonly string[] {
  const found = readdirSync(out).flatMap((name) => {
    const [, index, count] = /^manifest\.(\d+)-of-(\d+)\.json$/.exec(name) ?? [];
    return index === undefined || count === undefined ? [] : [{ index: Number(index), count: Number(count) }];
  });
  const [first] = found;
  if (first === undefined) {
    throw new MergeError("There are no manifests of shards.", "Build each with --shard 1/N, 2/N and so on.");
  }
  const { count } = first;
  if (found.some((shard) => shard.count !== count)) {
    throw new MergeError("The manifests are of builds with different numbers of shards.", "Keep those of one build.");
  }
  const all = Array.from({ length: count }, (_, index) => ({ index: index + 1, count }));
  const missing = all.filter(({ index }) => !found.some((shard) => shard.index === index));
  if (missing.length > 0) {
    const shards = missing.map(({ index }) => `${index}/${count}`).join(", ");
    throw new MergeError(`Shards are missing: ${shards}.`, "Build them, and copy what they wrote here too.");
  }
  return all.map(shardManifestName);
}
