import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isJsonObject, parseJson, type JsonValue } from "../../../src/model/json.js";
import type { Diagnostic } from "../../../src/check/diagnostic.js";
import { readWorld } from "../../../src/simulate/world/read.js";
import type { World } from "../../../src/simulate/world/world.js";
import { asset, idOf, stock, worldWith } from "../topdesk/sample-world.js";

function findings(value: unknown): readonly Diagnostic[] {
  const reading = readWorld(JSON.stringify(value, null, 2), "world.json");
  return reading.kind === "world" ? [] : reading.diagnostics;
}

const messages = (world: unknown) =>
  findings(world).map(({ pointer, message }) => `${pointer ?? ""} ${message}`);

test("a world that is right is read as it is", () => {
  const world = worldWith({ stocks: [stock(1)], assets: [asset(1, { stock: idOf(1, 1) })] });
  expect(readWorld(JSON.stringify(world), "world.json")).toEqual({ kind: "world", world });
  expect(readWorld('\ufeff{"name":"Empty"}', "world.json")).toEqual({
    kind: "world",
    world: { name: "Empty" },
  });
});

describe("text that is no JSON is reported with its place", () => {
  test.each([
    ["", "TA110"],
    ['{"name": "x",\n  oops', "TA110"],
    ["[".repeat(300), "TA112"],
  ])("%j", (text, code) => {
    const reading = readWorld(text, "world.json");
    expect(reading).toMatchObject({
      kind: "unusable",
      diagnostics: [{ code, severity: "error", file: "world.json" }],
    });
    expect(reading.kind === "unusable" && reading.diagnostics[0]?.hint).toContain("a world that comes with");
  });
});

describe("what does not fit the schema is reported with what to do", () => {
  test("a key that is not known, with the one that was meant", () => {
    const [finding] = findings({ name: "x", stoks: [] });
    expect(finding).toMatchObject({
      code: "TA102",
      severity: "error",
      pointer: "/stoks",
      hint: 'Did you mean "stocks"?',
      line: 3,
    });
    const [inner] = findings({
      name: "x",
      types: [{ id: idOf(0, 1), name: "T", category: "stock", feilds: [] }],
    });
    expect(inner).toMatchObject({ pointer: "/types/0/feilds", hint: 'Did you mean "fields"?' });
    expect(findings({ name: "x", account: { login: "a", pasword: "x" } })[0]?.pointer).toBe(
      "/account/pasword",
    );
  });

  test("a word that is not known, with the one that was meant", () => {
    expect(findings({ name: "x", types: [{ id: idOf(0, 1), name: "T", category: "stok" }] })).toMatchObject([
      { code: "TA103", pointer: "/types/0/category", hint: 'Did you mean "stock"?' },
    ]);
  });

  test.each<[string, unknown, string]>([
    ["a missing key", {}, ' The key "name" is missing.'],
    ["another type", { name: 1 }, "/name The value 1 must be string."],
    ["a list", [], " The value [...] must be object."],
    [
      "a quantity below 0",
      { name: "x", quantities: [{ stock: idOf(1, 1), bulkItem: idOf(3, 1), quantity: -1 }] },
      "/quantities/0/quantity The value -1 must be >= 0.",
    ],
  ])("%s", (_case, world, message) => expect(messages(world)).toContain(message));

  test("an id that is none", () => {
    expect(messages(worldWith({ stocks: [stock(1, { id: "kast" })] }))[0]).toContain(
      'The value "kast" must match',
    );
  });
});

describe("what the schema cannot say is checked too", () => {
  test.each<[string, Partial<World>, string]>([
    ["an id twice", { stocks: [stock(1), stock(1)] }, `/stocks/1/id The id ${idOf(1, 1)} is there twice.`],
    [
      "an id twice in two lists",
      { stocks: [stock(1)], assets: [asset(1, { id: idOf(1, 1) })] },
      `/assets/0/id The id ${idOf(1, 1)} is there twice.`,
    ],
    [
      "a type that is missing",
      { stocks: [stock(1, { type: idOf(0, 9) })] },
      `/stocks/0/type The world has no type with the id ${idOf(0, 9)}.`,
    ],
    [
      "a type of another category",
      { stocks: [stock(1, { type: idOf(0, 2) })] },
      "/stocks/0/type The type of this card is for the category asset, not stock.",
    ],
    [
      "a field that the type lacks",
      { stocks: [stock(1, { fields: { minimun: 1 } })] },
      '/stocks/0/fields/minimun The type of this card does not have the field "minimun".',
    ],
    [
      "a stock that is missing",
      { assets: [asset(1, { stock: idOf(1, 9) })] },
      `/assets/0/stock The world has no stock with the id ${idOf(1, 9)}.`,
    ],
    [
      "a person who is missing",
      { assets: [asset(1, { linkedTo: ["person/x", "change/x"] })] },
      "/assets/0/linkedTo/0 The world has no person with the id x.",
    ],
    [
      "a bulk item that is missing",
      { stocks: [stock(1)], quantities: [{ stock: idOf(1, 1), bulkItem: idOf(3, 1), quantity: 1 }] },
      `/quantities/0/bulkItem The world has no bulk item with the id ${idOf(3, 1)}.`,
    ],
    [
      "a link type that is missing",
      { stocks: [stock(1)], links: [{ source: idOf(1, 1), target: idOf(1, 1), type: idOf(7, 1) }] },
      `/links/0/type The world has no link type with the id ${idOf(7, 1)}.`,
    ],
    [
      "an account's type that is missing",
      { account: { login: "a", unreadableTypes: [idOf(0, 9)] } },
      `/account/unreadableTypes/0 The world has no type with the id ${idOf(0, 9)}.`,
    ],
    [
      "an answer that cannot be found",
      { answers: [{ method: "GET", status: 200, body: "" }] },
      "/answers/0 The answer needs either a url or a path, so that it can be found.",
    ],
    [
      "an answer with two addresses",
      { answers: [{ method: "GET", url: "https://a.example.com", path: "/", status: 200, body: "" }] },
      "/answers/0 The answer needs either a url or a path, so that it can be found.",
    ],
  ])("%s", (_case, rest, message) => expect(messages(worldWith(rest))).toEqual([message]));

  test("at most 100 findings are reported", () => {
    const stocks = Array.from({ length: 500 }, (_, index) => stock(index, { type: idOf(0, 9) }));
    expect(findings(worldWith({ stocks }))).toHaveLength(100);
  });
});

test("any JSON is read or reported, with pointer and hint", () => {
  const key = fc.constantFrom(
    "name",
    "stocks",
    "assets",
    "types",
    "fields",
    "account",
    "mail",
    "answers",
    "x",
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(key, fc.jsonValue())), (value) => {
      const reading = readWorld(JSON.stringify(value), "world.json");
      if (reading.kind === "world") expect(value).toHaveProperty("name");
      else for (const finding of reading.diagnostics) expect(finding.hint).toMatch(/\S/);
    }),
    { numRuns: 300 },
  );
});

describe("the schema", () => {
  const schema = parseJson(
    readFileSync(new URL("../../../schemas/world.schema.json", import.meta.url), "utf8"),
  );

  /** The places in a schema where a property or a definition is not described. */
  function undescribed(node: JsonValue | undefined, path: string): readonly string[] {
    if (!isJsonObject(node)) return [];
    return ["properties", "$defs"].flatMap((group) => {
      const members = node[group];
      if (!isJsonObject(members)) return [];
      return Object.entries(members).flatMap(([name, member]) => {
        const isDescribed =
          isJsonObject(member) &&
          ("$ref" in member || /\S.*\."$/.test(JSON.stringify(member["description"])));
        return [...(isDescribed ? [] : [`${path}/${name}`]), ...undescribed(member, `${path}/${name}`)];
      });
    });
  }

  test("describes every key", () => {
    expect(isJsonObject(schema) && schema["$id"]).toBe("urn:topdesk-actions:schema:world");
    expect(undescribed(schema, "")).toEqual([]);
  });
});
