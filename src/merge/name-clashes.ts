import { readDocument, type Document } from "../diff/document.js";
import type { ReadExport } from "../diff/read-export.js";
import type { JsonObject } from "../model/json.js";
import type { Conflict, Side } from "./conflict.js";

/** Names that the merged file has more often than any of the three: each side gave the name to something else. */
export function nameClashes(
  merged: JsonObject,
  files: Readonly<Record<Side | "base", ReadExport>>,
): readonly Conflict[] {
  const document = readDocument(merged);
  if (document === undefined) return [];
  return [
    ...clashes("step", document, files, ({ steps }) => steps.map(({ name }) => name)),
    ...clashes("variable", document, files, ({ variables }) =>
      (variables?.entries ?? []).map(({ name }) => name),
    ),
  ];
}

function clashes(
  kind: "step" | "variable",
  merged: Document,
  files: Readonly<Record<Side | "base", ReadExport>>,
  namesIn: (document: Document) => readonly string[],
): readonly Conflict[] {
  const before = Object.values(files).map(({ document }) => counted(namesIn(document)));
  return [...counted(namesIn(merged))].flatMap(([name, count]): readonly Conflict[] => {
    const most = Math.max(1, ...before.map((counts) => counts.get(name) ?? 0));
    if (name === "" || count <= most) return [];
    const holds = (side: Side | "base") => (namesIn(files[side].document).includes(name) ? name : undefined);
    return [
      {
        kind: "name",
        owner: { in: kind, name },
        key: [],
        base: holds("base"),
        ours: holds("ours"),
        theirs: holds("theirs"),
      },
    ];
  });
}

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
