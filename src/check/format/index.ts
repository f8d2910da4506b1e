import type { Diagnostic } from "../diagnostic.js";
import { github } from "./github.js";
import { json } from "./json.js";
import { sarif } from "./sarif.js";
import { stylish } from "./stylish.js";

/** Every way to write findings down. Only `stylish` is for people. */
export const formats = {
  stylish,
  json: (diagnostics) => json(diagnostics),
  sarif: (diagnostics) => sarif(diagnostics),
  github: (diagnostics) => github(diagnostics),
} as const satisfies Record<string, (diagnostics: readonly Diagnostic[], color: boolean) => string>;

export type Format = keyof typeof formats;

export const FORMATS: readonly Format[] = ["stylish", "json", "sarif", "github"];
