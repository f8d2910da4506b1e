import type { Difference } from "./change.js";
import { documentChanges } from "./compare/documents.js";
import { layoutNotes } from "./layout.js";
import type { ReadExport } from "./read-export.js";

/** How two exports differ: in what they mean, or only in how it is written. */
export function differenceOf(before: ReadExport, after: ReadExport): Difference {
  if (Buffer.from(before.bytes).equals(after.bytes)) return { result: "identical", changes: [], layout: [] };
  const changes = documentChanges(before.document, after.document);
  if (changes.length > 0) return { result: "different", changes, layout: [] };
  return { result: "same-meaning", changes, layout: layoutNotes(before, after) };
}
