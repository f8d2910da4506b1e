// Builds each folder of examples/ and compares what changes in the file with its difference.txt.
// Refresh with npm run golden:update, and look at the difference.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { buildAction } from "../../src/dist/build.js";
import { parseJson } from "../../src/model/json.js";
import { definitionOf, texts } from "../rehearsal/project.js";
import { builtCustomer } from "./build-customer.js";
import { difference } from "./difference.js";

const root = new URL("../../examples/", import.meta.url);
const names = readdirSync(root);

/** The file without anything adapted, in English. */
const usual = parseJson(
  buildAction(
    {
      definition: definitionOf("minimum-stock"),
      target: "action",
      parameters: { language: "en" },
      customer: "acme",
    },
    { texts, exportDate: 0 },
  ).files[0]?.content ?? "null",
);

describe.each(names)("%s", (name) => {
  const folder = new URL(`${name}/`, root).pathname;

  test("builds without findings, and changes exactly this", async () => {
    const { diagnostics, findings, files } = await builtCustomer(folder, "acme");
    expect([...diagnostics, ...findings]).toEqual([]);
    const changes = difference(usual, files.get("minimum-stock.action"));
    expect(changes.length).toBeGreaterThan(0);
    await expect(`${changes.join("\n")}\n`).toMatchFileSnapshot(`${folder}difference.txt`);
  });
});

test("docs/adapt.md shows the files of the examples as they are", () => {
  const page = readFileSync(new URL("../docs/adapt.md", root), "utf8");
  const shown = [...page.matchAll(/^`(examples\/[^`]+)`:\n\n```\w*\n([^]*?)^```/gm)];
  expect(shown.map(([, path]) => path?.split("/")[1]).sort()).toEqual(expect.arrayContaining([...names]));
  for (const [, path = "", content] of shown) {
    expect(content, path).toBe(readFileSync(new URL(`../${path}`, root), "utf8"));
  }
});
