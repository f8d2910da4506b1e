import { shortenedLine } from "../diff/show/long-lines.js";
import { editLines } from "../diff/show/text.js";
import { isJsonArray, type JsonValue } from "../model/json.js";
import { paintWith, type Paint } from "../simulate/report/paint.js";
import { printable } from "../simulate/report/printable.js";
import type { ConflictOwner } from "./conflict.js";
import type { ShownConflict } from "./shown-conflict.js";

/** A conflict as a person reads it in a terminal: what it is about, and what each of the three files has. */
export function conflictText(conflict: ShownConflict, color: boolean): string {
  const paint = paintWith(color);
  const title = paint("bold", printable(titleOf(conflict)));
  return [title, `  ${reasonOf(conflict)}`, ...sides(conflict, paint)].join("\n") + "\n";
}

function titleOf({ owner, key }: ShownConflict): string {
  const path = key.join(".");
  return path === "" ? ownerInWords(owner) : `${ownerInWords(owner)}: ${path}`;
}

function ownerInWords(owner: ConflictOwner): string {
  switch (owner.in) {
    case "file":
    case "action":
    case "configuration":
      return owner.in;
    case "variable":
      return `variable ${owner.name}`;
    case "step":
      return `step ${owner.name}`;
    case "header":
      return `step ${owner.step}: header ${owner.name}`;
  }
}

function reasonOf({ kind, ours, theirs }: ShownConflict): string {
  switch (kind) {
    case "value":
      return "Both sides changed it, each in its own way.";
    case "removed":
      return ours === undefined
        ? "Ours removed it, and theirs changed or moved it, or put something into it."
        : theirs === undefined
          ? "Theirs removed it, and ours changed or moved it, or put something into it."
          : "One side removed it, and the other put something into it.";
    case "place":
      return "Both sides moved it, to different places.";
    case "order":
      return "Both sides changed the order, and it is open which one is meant.";
    case "name":
      return "The merged file would have the name twice.";
  }
}

/** So long a value is shown as it is; of a longer one what each side changed. */
const LONGEST_VALUE = 160;

function sides({ base, ours, theirs, edits }: ShownConflict, paint: Paint): readonly string[] {
  const isShort = [base, ours, theirs].every((value) => inWords(value).length <= LONGEST_VALUE);
  if (edits === undefined || isShort) {
    return [
      `  ${paint("dim", "base  ")} ${shortenedLine(inWords(base))}`,
      `  ${paint("cyan", "ours  ")} ${shortenedLine(inWords(ours))}`,
      `  ${paint("magenta", "theirs")} ${shortenedLine(inWords(theirs))}`,
    ];
  }
  return (["ours", "theirs"] as const).flatMap((side) =>
    editLines(`base → ${side}`, edits[side], paint).map((line) => `  ${line}`),
  );
}

function inWords(value: JsonValue | undefined): string {
  if (value === undefined) return "(not there)";
  if (isJsonArray(value) && value.every((item) => typeof item === "string"))
    return printable(value.join(", "));
  return printable(JSON.stringify(value));
}
