import { resolve } from "node:path";
import { checkBytes } from "../../check/check.js";
import type { Diagnostic } from "../../check/diagnostic.js";
import { plural, stylish } from "../../check/format/stylish.js";
import { Hider } from "../../diff/secrets/hider.js";
import { hasCode, writeAtPlace } from "../../dist/files.js";
import { conflictText } from "../../merge/conflict-text.js";
import type { Conflict, Side } from "../../merge/conflict.js";
import { mergeExports, type ThreeExports } from "../../merge/merge.js";
import { shownConflict, type ShownConflict } from "../../merge/shown-conflict.js";
import type { Shape } from "../../shapes/shape.js";
import { printableJson } from "../../simulate/report/printable.js";
import { chosenShapes } from "../load-shapes.js";
import { CommandError, type ExitCode, type Terminal } from "../terminal.js";
import { loadExport } from "./load-export.js";

/** What `merge` was asked to do. */
export interface MergeOptions {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  readonly out?: string | undefined;
  readonly prefer?: Side | undefined;
  /** Folder with the shapes that the files may be in. */
  readonly customers?: string | undefined;
  readonly json: boolean;
}

/** Merges three exports, and writes the result when there is one. */
export async function merge(options: MergeOptions, terminal: Terminal): Promise<ExitCode> {
  const { out, prefer, customers, json } = options;
  if (json && out === undefined) {
    throw new CommandError("With --json the merged file needs a place of its own.", "Name it with --out.");
  }
  const shapes = await chosenShapes({ customers }, terminal);
  const files = {
    base: await loadExport(options.base, shapes, terminal),
    ours: await loadExport(options.ours, shapes, terminal),
    theirs: await loadExport(options.theirs, shapes, terminal),
  };
  const outcome = mergeExports(files, prefer);
  switch (outcome.kind) {
    case "unlike":
      throw new CommandError(
        `These are files of two kinds: ${(["base", "ours", "theirs"] as const).map((side) => `${options[side]} has the root key "${outcome.roots[side]}"`).join(", ")}.`,
        "Name three exports of one kind.",
      );
    case "conflicts":
      report(outcome.conflicts, files, "open", options, terminal);
      return 1;
    case "merged": {
      write(outcome.bytes, out, terminal);
      report(outcome.settled, files, "settled", options, terminal);
      warn(outcome.bytes, files, terminal);
      return 0;
    }
  }
}

function write(bytes: Uint8Array, out: string | undefined, { out: print, cwd }: Terminal): void {
  const text = Buffer.from(bytes).toString("utf8");
  if (out === undefined) {
    print(text);
    return;
  }
  try {
    writeAtPlace(resolve(cwd, out), text);
  } catch (error) {
    const isFolder = hasCode(error, "EISDIR", "ENOTEMPTY", "EEXIST");
    throw new CommandError(
      `${out} cannot be written${isFolder ? ": it is a folder" : ""}.`,
      "Name another file with --out.",
    );
  }
}

function report(
  conflicts: readonly Conflict[],
  files: ThreeExports,
  state: "open" | "settled",
  { out, prefer, json }: MergeOptions,
  terminal: Terminal,
): void {
  const hider = new Hider([files.base.value, files.ours.value, files.theirs.value]);
  const shown = conflicts.map((conflict) => shownConflict(conflict, hider));
  if (json) {
    const written = state === "settled" ? (out ?? null) : null;
    terminal.out(`${printableJson({ version: 1, written, prefer: prefer ?? null, conflicts: shown })}\n`);
    return;
  }
  terminal.err(reportText(shown, state, prefer, out, terminal.color));
}

function reportText(
  conflicts: readonly ShownConflict[],
  state: "open" | "settled",
  prefer: Side | undefined,
  out: string | undefined,
  color: boolean,
): string {
  const texts = conflicts.map((conflict) => `${conflictText(conflict, color)}\n`).join("");
  const count = plural(conflicts.length, "conflict");
  if (state === "settled") {
    const place = out === undefined ? "" : ` into ${out}`;
    return conflicts.length === 0
      ? `Merged${place}.\n`
      : `${texts}Merged${place}; ${count} decided for ${String(prefer)}.\n`;
  }
  const isStubborn = prefer !== undefined;
  const hint = isStubborn
    ? "--prefer cannot decide about a name that stands twice: rename one of the two first."
    : "Make the two sides agree there and merge again, or let one of them win with --prefer.";
  return `${texts}${count}. Nothing was written. ${hint}\n`;
}

/** What is wrong in the merged file and in neither of the two: such as a text that reads a step with its old name. */
function warn(bytes: Uint8Array, { ours, theirs }: ThreeExports, terminal: Terminal): void {
  const known = new Set(
    [ours, theirs].flatMap((file) => findings(file.bytes, file.shape).map(({ message }) => message)),
  );
  const fresh = findings(bytes, ours.shape).filter(({ message }) => !known.has(message));
  if (fresh.length === 0) return;
  terminal.err(`${stylish(fresh, terminal.color)}\n`);
  terminal.err(
    "Neither of the two files had these findings: look at them before you import the merged one.\n",
  );
}

function findings(bytes: Uint8Array, shape: Shape | undefined): readonly Diagnostic[] {
  const shapes = shape === undefined ? [] : [shape];
  const all = checkBytes(bytes, { file: "merged", strictness: "open", severities: {}, shapes });
  return all.filter(({ severity }) => severity === "error");
}
