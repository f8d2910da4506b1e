import type { JsonObject } from "../../model/json.js";

/** Lays code out as this project does. The library for it is large, so it is loaded when it is needed. */
export async function formatCode(code: string): Promise<string> {
  const { format } = await import("prettier");
  return format(code, { parser: "typescript", printWidth: 110, embeddedLanguageFormatting: "off" });
}

/** Lays a JSON value out in the same way. */
export async function formatJson(value: JsonObject): Promise<string> {
  const { format } = await import("prettier");
  return format(JSON.stringify(value), { parser: "json", printWidth: 110 });
}
