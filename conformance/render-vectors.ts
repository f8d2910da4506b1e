import { readFileSync } from "node:fs";
import { isJsonObject, parseJson, type JsonObject } from "../src/model/json.js";
import type { Settings } from "../src/freemarker/evaluate/render.js";
import type { RenderVector } from "./render.js";

/** FreeMarker's names for the settings that a vector may have. */
const SETTINGS: ReadonlyMap<string, keyof Settings> = new Map([
  ["locale", "locale"],
  ["time_zone", "timeZone"],
  ["number_format", "numberFormat"],
  ["boolean_format", "booleanFormat"],
  ["date_format", "dateFormat"],
  ["time_format", "timeFormat"],
  ["datetime_format", "datetimeFormat"],
]);

/** Reads a file of rendered templates, one JSON object a line. Without settings of its own, it prints numbers for computers. */
export function readRenderVectors(file: string | URL): readonly RenderVector[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const vector = parseJson(line);
      if (!isJsonObject(vector)) throw new Error(`not a vector: ${line}`);
      return vectorOf(vector);
    });
}

function vectorOf(vector: JsonObject): RenderVector {
  const { id, template, model, tier, ok, output, line, settings, outputFormat } = vector;
  if (typeof template !== "string") throw new Error(`a vector without a template: ${JSON.stringify(vector)}`);
  return {
    id: typeof id === "string" ? id : template,
    template,
    model: isJsonObject(model) ? model : {},
    tier: typeof tier === "number" ? tier : 1,
    ok: ok !== false,
    output: typeof output === "string" ? output : undefined,
    line: typeof line === "number" ? line : undefined,
    settings: isJsonObject(settings) ? settingsOf(settings) : { numberFormat: "computer" },
    outputFormat: typeof outputFormat === "string" ? outputFormat : "undefined",
  };
}

function settingsOf(settings: JsonObject): Partial<Settings> {
  const entries = Object.entries(settings).flatMap(([name, value]) => {
    const known = SETTINGS.get(name);
    return known === undefined || typeof value !== "string" ? [] : [[known, value] as const];
  });
  return Object.fromEntries(entries);
}
