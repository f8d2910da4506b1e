// Golden cases: test/golden/build/<case>/customer.json is the input, expected/ what is built from it.
// Refresh with npm run golden:update, and look at the difference.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { catalogue } from "../src/actions/catalogue.js";
import { stylish } from "../src/check/format/stylish.js";
import { readCustomer } from "../src/customers/read.js";
import { buildAction } from "../src/dist/build.js";
import { parseJson } from "../src/model/json.js";
import { texts } from "./rehearsal/project.js";

const root = new URL("golden/build/", import.meta.url);

describe.each(readdirSync(root))("%s", (name) => {
  const folder = new URL(`${name}/`, root);
  const value = parseJson(readFileSync(new URL("customer.json", folder), "utf8"));
  const { customer, diagnostics } = readCustomer("customer", value, "customer.json", catalogue);
  const results = customer.actions.flatMap(({ definition, targets, parameters }) =>
    targets.map((target) =>
      buildAction({ definition, target, parameters, customer: customer.id }, { texts }),
    ),
  );
  const files = results.flatMap((result) => result.files);
  const findings = [...diagnostics, ...results.flatMap((result) => result.diagnostics)];

  test("builds exactly these bytes", async () => {
    for (const { path, content } of files) {
      await expect(content).toMatchFileSnapshot(
        new URL(`expected/${path.replace(/^customer\//, "")}`, folder).pathname,
      );
    }
  });

  test("builds no other file", () => {
    const expected = new URL("expected/", folder);
    const kept = existsSync(expected) ? readdirSync(expected).filter((file) => file.endsWith(".json")) : [];
    expect(files.map(({ path }) => path.replace(/^customer\//, "")).sort()).toEqual(kept.sort());
  });

  test("reports exactly these findings", async () => {
    await expect(stylish(findings, false)).toMatchFileSnapshot(
      new URL("expected/findings.txt", folder).pathname,
    );
  });
});
