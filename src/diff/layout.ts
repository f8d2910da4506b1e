import { isJsonArray, isJsonObject, type JsonValue } from "../model/json.js";
import type { Shape } from "../shapes/shape.js";
import { fromShape } from "../shapes/translate.js";
import { own } from "../targets/restore.js";
import type { LayoutNote } from "./change.js";
import { headerKey, isReordered } from "./compare/named.js";
import { canonical, sameValue } from "./equal.js";
import type { Document } from "./document.js";
import type { ReadExport } from "./read-export.js";

/** In which ways two files that say the same are written differently. */
export function layoutNotes(before: ReadExport, after: ReadExport): readonly LayoutNote[] {
  const notes: LayoutNote[] = [];
  const note = (differs: boolean, what: LayoutNote) => {
    if (differs) notes.push(what);
  };
  const haveOneShape = isSameShape(before.shape, after.shape);
  note(!haveOneShape, "shape");
  note(haveOneShape && keysDiffer(before, after), "usual values");
  note(haveOneShape && varyingIn(before) !== varyingIn(after), "varying values");
  note(
    !sameValue(own(before.document.file, "exportDate"), own(after.document.file, "exportDate")),
    "export date",
  );
  note(listsDiffer(before.document, after.document), "order of variables");
  note(headersDiffer(before.document, after.document), "order of headers");
  note(variablesAs(before.document) !== variablesAs(after.document), "variables as map or list");
  note(typesDiffer(before.document, after.document), "type written out");
  note(
    haveOneShape &&
      keysOf(before.written) !== keysOf(after.written) &&
      sortedKeys(before.written, after.written),
    "key order",
  );
  note(before.hasByteOrderMark !== after.hasByteOrderMark, "byte order mark");
  note(before.text.includes("\r") !== after.text.includes("\r"), "line ends");
  // Between other keys and words there is other white space anyway.
  return haveOneShape ? [...notes, ...textNotes(before.text, after.text)] : notes;
}

function isSameShape(left: Shape | undefined, right: Shape | undefined): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

/** In a shape, a key that always has one value means the same when it is left out. */
function keysDiffer(before: ReadExport, after: ReadExport): boolean {
  return before.shape !== undefined && keySets(before.written) !== keySets(after.written);
}

/** Every key of a file, however often and wherever it stands. */
function keySets(value: JsonValue): string {
  return sorted(keysOf(value).match(STRING));
}

/** What stands at the keys of which the file's shape says that they vary. */
function varyingIn({ written, value, shape }: ReadExport): string {
  return shape === undefined ? "" : sorted(leftOut(fromShape(written, shape), value));
}

/** The keys with their values that stand in a whole value and not in a part of it. */
function leftOut(whole: JsonValue, part: JsonValue | undefined): readonly string[] {
  if (isJsonArray(whole) && isJsonArray(part)) {
    return whole.flatMap((item, index) => leftOut(item, part[index]));
  }
  if (!isJsonObject(whole) || !isJsonObject(part)) return [];
  return Object.entries(whole).flatMap(([key, held]) =>
    Object.hasOwn(part, key) ? leftOut(held, part[key]) : [`${JSON.stringify(key)}:${canonical(held)}`],
  );
}

function listsDiffer(before: Document, after: Document): boolean {
  return isReordered(before.variables, after.variables, (name) => name);
}

/** Asked for files that say the same, whose steps stand at the same places. */
function headersDiffer(before: Document, after: Document): boolean {
  return before.steps.some(({ headers }, index) =>
    isReordered(headers, after.steps[index]?.headers, headerKey),
  );
}

function typesDiffer(before: Document, after: Document): boolean {
  return before.steps.some(
    ({ fields }, index) =>
      Object.hasOwn(fields, "type") !== Object.hasOwn(after.steps[index]?.fields ?? {}, "type"),
  );
}

function variablesAs({ variables }: Document): string | undefined {
  return variables?.entries.length === 0 ? undefined : variables?.as;
}

/** The keys of all objects in their order, as one text. */
function keysOf(value: JsonValue): string {
  if (isJsonArray(value)) return `[${value.map(keysOf).join()}]`;
  if (!isJsonObject(value)) return "";
  return `{${Object.entries(value)
    .map(([key, held]) => `${JSON.stringify(key)}:${keysOf(held)}`)
    .join()}}`;
}

/** Whether some object that stands at the same place in both has its keys in another order. */
function sortedKeys(before: JsonValue | undefined, after: JsonValue | undefined): boolean {
  if (isJsonArray(before) && isJsonArray(after))
    return before.some((item, index) => sortedKeys(item, after[index]));
  if (!isJsonObject(before) || !isJsonObject(after)) return false;
  const shared = Object.keys(before).filter((key) => Object.hasOwn(after, key));
  const others = Object.keys(after).filter((key) => Object.hasOwn(before, key));
  return (
    shared.some((key, index) => key !== others[index]) ||
    shared.some((key) => sortedKeys(before[key], after[key]))
  );
}

/** What differs between the tokens of two JSON texts, and within them. */
function textNotes(before: string, after: string): readonly LayoutNote[] {
  const notes: LayoutNote[] = [];
  const spaces = (text: string) => text.replaceAll("\r", "").replace(STRING, '""');
  if (sorted(spaces(before).match(/\s+/g)) !== sorted(spaces(after).match(/\s+/g))) notes.push("white space");
  const literals = (text: string) => sorted(text.match(STRING));
  const meanings = (text: string) =>
    sorted(text.match(STRING)?.map((literal) => JSON.stringify(JSON.parse(literal))));
  if (literals(before) !== literals(after) && meanings(before) === meanings(after)) notes.push("escapes");
  return notes;
}

const STRING = /"(?:[^"\\]|\\.)*"/gs;

function sorted(texts: readonly string[] | null | undefined): string {
  return [...(texts ?? [])].sort().join("\u0000");
}
