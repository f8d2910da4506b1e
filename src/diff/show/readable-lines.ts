import { printableLines } from "../../simulate/report/printable.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../../model/json.js";
import type { ReadExport } from "../read-export.js";
import { Hider } from "../secrets/hider.js";

/**
 * An export as lines for tools that compare lines: a key on each, texts as the lines that they have, keys in their
 * order, no secrets. Not JSON.
 */
export function readableLines({ value }: ReadExport): string {
  return `${linesFor(new Hider([value]).hideIn(value), "")
    .join("\n")
    .trimStart()}\n`;
}

function linesFor(value: JsonValue, indent: string): readonly string[] {
  const inner = `${indent}  `;
  if (isJsonObject(value)) {
    return Object.entries(value).flatMap(([key, held]) => [
      `${indent}${key}:${isNested(held) ? "" : ` ${scalar(held, inner)}`}`,
      ...(isNested(held) ? linesFor(held, inner) : []),
    ]);
  }
  if (isJsonArray(value)) return value.flatMap((item) => [`${indent}-`, ...linesFor(item, inner)]);
  return [`${indent}${scalar(value, inner)}`];
}

function isNested(value: JsonValue): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

/** Texts of several lines go on below their key. */
function scalar(value: JsonValue, indent: string): string {
  if (typeof value !== "string") return JSON.stringify(value);
  const lines = printableLines(value).split("\n");
  return lines.length === 1
    ? value && (lines[0] ?? "")
    : `|\n${lines.map((line) => `${indent}${line}`).join("\n")}`;
}
