import { closeSync, openSync, readdirSync, readFileSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { isJsonArray, isJsonObject, parseJson, type JsonValue } from "../model/json.js";
import { bytesOf, hasCode, makeFolder, removeFile, temporaryName } from "./files.js";
import { isSafePath, readEntry, sha256Of, type Manifest, type ManifestEntry } from "./manifest.js";

/**
 * While a build writes, a journal in the out folder says what: each batch of files is noted before the first of them
 * is touched. A journal whose process is gone tells the next build what to tidy up.
 */
const JOURNAL_NAME = /^\.build-(\d+)\.journal$/;

/** Another process is writing to the same folder. */
export class BusyError extends Error {
  override readonly name = "BusyError";

  constructor(
    readonly processId: number,
    readonly journal: string,
  ) {
    super(`Another build (process ${processId}) is writing there.`);
  }
}

/** Notes what a build is about to write. */
export class Journal {
  private readonly path: string;
  private descriptor: number | undefined;

  constructor(private readonly out: string) {
    this.path = join(out, `.build-${process.pid}.journal`);
  }

  /** Notes files. Must be called before any of them is written. */
  note(files: readonly (readonly [path: string, entry: ManifestEntry])[]): void {
    this.descriptor ??= this.start();
    writeSync(this.descriptor, files.map((file) => `${JSON.stringify(file)}\n`).join(""));
  }

  /** Everything noted is in the manifest now. */
  end(): void {
    if (this.descriptor === undefined) return;
    closeSync(this.descriptor);
    removeFile(this.path);
    this.descriptor = undefined;
  }

  private start(): number {
    const running = journalsIn(this.out).find(({ processId, host }) => isRunning(processId, host));
    if (running !== undefined) throw new BusyError(running.processId, running.name);
    makeFolder(this.out);
    const descriptor = openSync(this.path, "a");
    writeSync(descriptor, `${JSON.stringify({ host: hostname() })}\n`);
    return descriptor;
  }
}

/** What a build that was stopped left behind. */
export interface Leftovers {
  /** Files that it wrote completely, and that its manifest would have listed. */
  readonly written: Manifest;
  /** Removes its temporary files and its journal. */
  readonly tidyUp: () => void;
}

/** Looks for what builds that were stopped left behind. Changes nothing. */
export function leftoversIn(out: string): Leftovers {
  const stopped = journalsIn(out).filter(({ processId, host }) => !isRunning(processId, host));
  const written = new Map<string, ManifestEntry>();
  const temporary: string[] = [];
  for (const { name, processId } of stopped) {
    for (const [path, entry] of notesIn(join(out, name))) {
      temporary.push(temporaryName(join(out, path), processId));
      const bytes = bytesOf(join(out, path));
      if (bytes !== undefined && sha256Of(bytes) === entry.sha256) written.set(path, entry);
    }
    for (const manifest of readdirSync(out).filter((file) => file.endsWith(`.json.${processId}.tmp`))) {
      temporary.push(join(out, manifest));
    }
  }
  const tidyUp = () => {
    for (const path of temporary) removeFile(path);
    for (const { name } of stopped) removeFile(join(out, name));
  };
  return { written, tidyUp };
}

interface FoundJournal {
  readonly name: string;
  readonly processId: number;
  readonly host: string | undefined;
}

function journalsIn(out: string): readonly FoundJournal[] {
  return namesIn(out).flatMap((name): readonly FoundJournal[] => {
    const processId = Number(JOURNAL_NAME.exec(name)?.[1] ?? NaN);
    if (Number.isNaN(processId)) return [];
    const [first = ""] = linesOf(join(out, name));
    const head = parsed(first);
    const host = isJsonObject(head) && typeof head["host"] === "string" ? head["host"] : undefined;
    return [{ name, processId, host }];
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return [];
    throw error;
  }
}

function notesIn(path: string): readonly (readonly [string, ManifestEntry])[] {
  return linesOf(path).flatMap((line): readonly (readonly [string, ManifestEntry])[] => {
    const note = parsed(line);
    if (!isJsonArray(note)) return [];
    const [file] = note;
    const entry = readEntry(note[1]);
    return typeof file === "string" && isSafePath(file) && entry !== undefined ? [[file, entry]] : [];
  });
}

function linesOf(path: string): readonly string[] {
  return readFileSync(path, "utf8").split("\n");
}

/** The last line may have been cut off. */
function parsed(line: string): JsonValue | undefined {
  try {
    return parseJson(line);
  } catch {
    return undefined;
  }
}

/** Processes of another machine cannot be asked; a folder is not shared between machines while it is built. */
function isRunning(processId: number, host: string | undefined): boolean {
  if (processId === process.pid || host !== hostname()) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}
