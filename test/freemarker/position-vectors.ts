import { readFileSync } from "node:fs";

/** A valid template and where the real FreeMarker sees its nodes. */
export interface PositionVector {
  readonly id: string;
  readonly template: string;
  readonly tagSyntax: "angle" | "square";
  readonly nodes: readonly RecordedNode[];
}

export interface RecordedNode {
  /** FreeMarker's name for the kind of node. */
  readonly type: string;
  /** FreeMarker's `line,column,endLine,endColumn`; the end is the last character, not the place behind it. */
  readonly at: string;
}

export const positionVectorsFile = new URL("../golden/freemarker/positions.jsonl", import.meta.url);

export function readPositionVectors(): readonly PositionVector[] {
  return readFileSync(positionVectorsFile, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => vectorOf(JSON.parse(line)));
}

function vectorOf(value: unknown): PositionVector {
  const [id, template, tagSyntax, nodes] = ["id", "template", "tagSyntax", "nodes"].map((name) =>
    field(value, name),
  );
  if (typeof id !== "string" || typeof template !== "string") throw new Error("no vector of positions");
  return {
    id,
    template,
    tagSyntax: tagSyntax === "square" ? "square" : "angle",
    nodes: Array.isArray(nodes) ? nodes.map(recordedNode) : [],
  };
}

function recordedNode(value: unknown): RecordedNode {
  const [type, at] = ["type", "at"].map((name) => field(value, name));
  if (typeof type !== "string" || typeof at !== "string") throw new Error("no node");
  return { type, at };
}

export function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
