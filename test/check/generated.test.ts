import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isJsonObject, parseJson, type JsonObject, type JsonValue } from "../../src/model/json.js";

const project = new URL("../../", import.meta.url);

/** The fresh content of every generated file. The script is plain JavaScript, so nothing is known of its types. */
async function freshFiles(): Promise<ReadonlyMap<unknown, unknown>> {
  const script: unknown = await import(new URL("scripts/generate.mjs", project).href);
  const files: unknown = hasGenerated(script) ? await script.generated() : undefined;
  if (!(files instanceof Map)) throw new Error("scripts/generate.mjs does not export generated(): Map");
  return files;
}

function hasGenerated(script: unknown): script is { readonly generated: () => Promise<unknown> } {
  return (
    typeof script === "object" &&
    script !== null &&
    "generated" in script &&
    typeof script.generated === "function"
  );
}

test("generated files are up to date; if not, run npm run generate", async () => {
  const files = await freshFiles();
  expect(files.size).toBe(3);
  for (const [path, content] of files) {
    expect(readFileSync(new URL(String(path), project), "utf8") === content, String(path)).toBe(true);
  }
}, 60_000);

function schemaIn(file: string): JsonObject {
  const schema = parseJson(readFileSync(new URL(`schemas/${file}`, project), "utf8"));
  if (!isJsonObject(schema)) throw new Error(`${file} is no object`);
  return schema;
}

/** Every property and definition of a schema, with its place. A reference is described where it leads. */
function described(node: JsonValue | undefined, path: string): readonly (readonly [string, JsonObject])[] {
  if (!isJsonObject(node)) return [];
  return ["properties", "$defs"].flatMap((group) => {
    const members = node[group];
    if (!isJsonObject(members)) return [];
    return Object.entries(members).flatMap(([name, member]) => {
      const here = `${path}/${group}/${name}`;
      const own = isJsonObject(member) && !("$ref" in member) ? [[here, member] as const] : [];
      return [...own, ...described(member, here)];
    });
  });
}

describe.each(["action.schema.json", "action-sequence.schema.json"])("%s", (file) => {
  const schema = schemaIn(file);

  test("names itself", () => {
    expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema["$id"]).toBe(`urn:topdesk-actions:schema:${file.replace(".schema.json", "")}`);
    expect(schema["title"]).toMatch(/^[A-Z]\w+$/);
    expect(schema["description"]).toMatch(/TOPdesk publishes no schema/);
  });

  test.each(described(schema, ""))("%s is described, with its evidence", (_place, node) => {
    expect(node["description"]).toMatch(/\S.*\.$/);
    expect(["seen", "tool", "doc", "inferred"]).toContain(node["x-evidence"]);
  });

  test("refers to definitions that exist, and uses each", () => {
    const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g)].map(
      ([, name]) => name,
    );
    const definitions = isJsonObject(schema["$defs"]) ? Object.keys(schema["$defs"]) : [];
    expect([...new Set(references)].sort()).toEqual([...definitions].sort());
  });
});
