import { readFileSync } from "node:fs";

/** A template and what the real FreeMarker makes of it. */
export interface Vector {
  readonly id: string;
  readonly template: string;
  readonly ok: boolean;
  /** Where FreeMarker sees the mistake. */
  readonly line?: number;
  readonly column?: number;
  /** FreeMarker's exception, and the start of its message, for reading. */
  readonly kind?: string;
  readonly error?: string;
}

export const vectorsFile = new URL("../golden/freemarker/parse.jsonl", import.meta.url);

export function readVectors(): readonly Vector[] {
  return readFileSync(vectorsFile, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => vectorOf(JSON.parse(line)));
}

function vectorOf(value: unknown): Vector {
  const field = (name: string): unknown =>
    typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  const [id, template, ok, line, column] = ["id", "template", "ok", "line", "column"].map(field);
  const [kind, error] = ["kind", "error"].map(field);
  if (typeof id !== "string" || typeof template !== "string") throw new Error("no vector");
  return {
    id,
    template,
    ok: ok === true,
    ...(typeof line === "number" && typeof column === "number" ? { line, column } : {}),
    ...(typeof kind === "string" && typeof error === "string" ? { kind, error } : {}),
  };
}
