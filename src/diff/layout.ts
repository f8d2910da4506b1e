import { isJsonArray, isJsonObject, type JsonValue } from "../model/json.js";
import { own } from "../targets/restore.js";
import type { LayoutNote } from "./change.js";
import { headerKey, isReordered } from "./compare/named.js";
import { sameValue } from "./equal.js";
import type { Document } from "./document.js";
import type { ReadExport } from "./read-export.js";

/** In which ways two files that say the same are written differently. */
export function layoutNotes(before: ReadExport, after: ReadExport): readonly LayoutNote[] {
  const notes: LayoutNote[] = [];
  const note = (differs: boolean, what: LayoutNote) => {
    if (differs) notes.push(what);
  };
  note(
    !sameValue(own(before.document.file, "exportDate"), own(after.document.file, "exportDate")),
    "export date",
  );
  note(listsDiffer(before.document, after.document), "order of variables");
  note(headersDiffer(before.document, after.document), "order of headers");
  note(variablesAs(before.document) !== variablesAs(after.document), "variables as map or list");
  note(typesDiffer(before.document, after.document), "type written out");
  note(keysOf(before.value) !== keysOf(after.value) && sortedKeys(before.value, after.value), "key order");
  note(before.hasByteOrderMark !== after.hasByteOrderMark, "byte order mark");
  return [...notes, ...textNotes(before.text, after.text)];
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
  if (before.includes("\r") !== after.includes("\r")) notes.push("line ends");
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
