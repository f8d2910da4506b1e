import { dirname, join } from "node:path";
import type { BuiltFile } from "./build.js";
import { changedKeys } from "./changed-keys.js";
import { bytesOf, makeFolder, removeEmptyFolder, removeFile, writeAtomically } from "./files.js";
import { Journal, leftoversIn } from "./journal.js";
import {
  MANIFEST_NAME,
  readManifest,
  sha256Of,
  writeManifest,
  type Manifest,
  type ManifestEntry,
} from "./manifest.js";

/** What became, or would become, of one file. */
export interface FileChange {
  /** Below the out folder, with slashes. */
  readonly path: string;
  readonly change: "created" | "updated" | "unchanged" | "removed";
  /** The keys whose values differ, as JSON Pointers, when an action is compared and not written. */
  readonly keys?: readonly string[];
}

/** A file of one customer: built just now, or known to stand in the folder as it would be built. */
export type CustomerFile =
  | { readonly kind: "built"; readonly path: string; readonly entry: ManifestEntry; readonly file: BuiltFile }
  | { readonly kind: "in place"; readonly path: string; readonly entry: ManifestEntry };

/**
 * The out folder during one build. Customers are put into it one after the other, and the manifest last, so that a
 * build that is stopped in the middle is completed by the next.
 */
export class OutFolder {
  private readonly entries: Map<string, ManifestEntry>;
  private readonly paths: Map<string, string[]>;
  private readonly journal: Journal;
  private readonly done = new Set<string>();

  /**
   * @param mode whether to write, or only to say what writing would change
   * @param manifestName the manifest that this build writes; a shard has its own
   */
  constructor(
    private readonly out: string,
    private readonly mode: "write" | "compare",
    private readonly manifestName = MANIFEST_NAME,
  ) {
    const leftovers = leftoversIn(out);
    const own = manifestName === MANIFEST_NAME ? [] : [...manifestIn(out, manifestName)];
    this.entries = new Map([...manifestIn(out, MANIFEST_NAME), ...own, ...leftovers.written]);
    this.paths = byCustomer(this.entries);
    this.journal = new Journal(out);
    if (mode === "write") leftovers.tidyUp();
  }

  /** Whether a file stands there with these bytes. */
  holds(path: string, sha256: string): boolean {
    const bytes = bytesOf(join(this.out, path));
    return bytes !== undefined && sha256Of(bytes) === sha256;
  }

  /**
   * Puts the files of one customer in place, and removes those that an earlier build wrote and this one would not.
   *
   * @param covers whether this build would have produced a file if it still existed
   */
  put(
    customer: string,
    files: readonly CustomerFile[],
    covers: (entry: ManifestEntry) => boolean,
  ): readonly FileChange[] {
    const changes = files.map((file) => this.compared(file));
    if (this.mode === "write") this.write(customer, files, changes);
    for (const { path, entry } of files) this.entries.set(path, entry);
    this.done.add(customer);
    const produced = new Set(files.map(({ path }) => path));
    const orphans = (this.paths.get(customer) ?? []).filter((path) => {
      const entry = this.entries.get(path);
      return !produced.has(path) && entry !== undefined && covers(entry);
    });
    return [...changes, ...orphans.flatMap((path) => this.remove(path))];
  }

  /** Removes the files of customers that are gone. */
  removeOthers(covers: (entry: ManifestEntry) => boolean): readonly FileChange[] {
    const others = [...this.paths.keys()].filter((customer) => !this.done.has(customer));
    return others.flatMap((customer) =>
      (this.paths.get(customer) ?? []).flatMap((path) => {
        const entry = this.entries.get(path);
        return entry !== undefined && covers(entry) ? this.remove(path) : [];
      }),
    );
  }

  /**
   * Writes the manifest.
   *
   * @param lists which entries the manifest of a shard lists
   */
  finish(lists: (entry: ManifestEntry) => boolean): readonly FileChange[] {
    const isShard = this.manifestName !== MANIFEST_NAME;
    const listed = isShard ? new Map([...this.entries].filter(([, entry]) => lists(entry))) : this.entries;
    const path = join(this.out, this.manifestName);
    const content = writeManifest(listed);
    const before = bytesOf(path)?.toString("utf8");
    // A shard says that it was built even when there is nothing in it.
    if (listed.size === 0 && before === undefined && !isShard) return [];
    const change = before === undefined ? "created" : before === content ? "unchanged" : "updated";
    if (this.mode === "write") {
      if (change !== "unchanged") {
        this.journal.note([]);
        writeAtomically(path, content);
      }
      this.journal.end();
    }
    return [{ path: this.manifestName, change }];
  }

  private compared(file: CustomerFile): FileChange {
    if (file.kind === "in place") return { path: file.path, change: "unchanged" };
    const { path, content, kind } = file.file;
    const before = bytesOf(join(this.out, path));
    if (before === undefined) return { path, change: "created" };
    const bytes = Buffer.from(content);
    if (before.equals(bytes)) return { path, change: "unchanged" };
    if (this.mode === "write" || kind !== "action") return { path, change: "updated" };
    const keys = changedKeys(before, bytes);
    return { path, change: "updated", ...(keys === undefined ? {} : { keys }) };
  }

  private write(customer: string, files: readonly CustomerFile[], changes: readonly FileChange[]): void {
    const differing = files.flatMap((file, index) =>
      file.kind === "in place" || changes[index]?.change === "unchanged" ? [] : [file],
    );
    if (differing.length === 0) return;
    this.journal.note(differing.map(({ path, entry }) => [path, entry]));
    if (changes.every(({ change }) => change === "created")) makeFolder(join(this.out, customer));
    for (const { path, file } of differing) writeAtomically(join(this.out, path), file.content);
  }

  private remove(path: string): readonly FileChange[] {
    this.entries.delete(path);
    const absolute = join(this.out, path);
    if (bytesOf(absolute) === undefined) return [];
    if (this.mode === "write") {
      removeFile(absolute);
      removeEmptyFolder(dirname(absolute));
    }
    return [{ path, change: "removed" }];
  }
}

/** The manifest of an out folder; an empty one when there is none or it is not usable. */
export function manifestIn(out: string, name = MANIFEST_NAME): Manifest {
  const text = bytesOf(join(out, name))?.toString("utf8");
  return (text === undefined ? undefined : readManifest(text)) ?? new Map();
}

function byCustomer(manifest: Manifest): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const [path, { customer }] of manifest) {
    const known = paths.get(customer);
    if (known === undefined) paths.set(customer, [path]);
    else known.push(path);
  }
  return paths;
}
