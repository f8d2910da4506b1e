import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sheetAction, type ScheduleKind } from "../../src/learn/sheet-action.js";
import { isJsonObject, parseJson } from "../../src/model/json.js";
import { inShape } from "../../src/shapes/translate.js";
import { otherShape } from "../shapes/other-shape.js";
import { projectFolder, type ProjectFolder } from "./project-folder.js";

let project: ProjectFolder;
beforeEach(() => {
  project = projectFolder();
  project.write(
    "customers/acme.json",
    '{ "language": "en", "actions": { "minimum-stock": { "targets": ["action"] } } }',
  );
  project.write("customers/default.json", '{ "actions": { "minimum-stock": { "targets": ["action"] } } }');
  for (const kind of ["daily", "weekly"] as const) project.write(`${kind}.json`, exported(kind));
});
afterEach(() => project.remove());

function exported(kind: ScheduleKind): string {
  return JSON.stringify(inShape(sheetAction(kind), otherShape), null, 4);
}

const BUILT = "dist/acme/minimum-stock.action.json";

describe("learn --sheet", () => {
  test.each([
    ["nl", "Hoe schrijft uw TOPdesk een actie?"],
    ["en", "How does your TOPdesk write an action?"],
    ["de", "Wie schreibt Ihr TOPdesk eine Aktion?"],
  ])("prints the sheet in %s, with every word that is to be typed", async (language, title) => {
    const { code, out } = await project.run(`learn --sheet --language ${language} --format markdown`);
    expect(code).toBe(0);
    expect(out).toContain(title);
    for (const word of [
      "learn_variable",
      "learn_ask",
      "learn_inside",
      "learn_item",
      "X-Learn-Header",
      "04:35",
    ]) {
      expect(out).toContain(`\`${word}\``);
    }
    expect(out).not.toContain("{{");
  });

  test("prints it as text and as a page", async () => {
    expect((await project.run("learn --sheet")).out).toContain("Hoe schrijft uw TOPdesk een actie?");
    const { out } = await project.run("learn --sheet --format html --language de");
    expect(out).toMatch(/^<!DOCTYPE html>\n<html lang="de">/);
    expect(out).toContain('<input type="checkbox">');
  });
});

describe("learn EXPORT", () => {
  test("says what the export confirms and contradicts, and writes nothing", async () => {
    const { code, out, err } = await project.run("learn daily.json");
    expect(code).toBe(0);
    expect(out).toBe("");
    expect(err).toMatch(/contradicted: this TOPdesk writes it otherwise[^]*LOOP\.itemKey +-> as/);
    expect(err).toMatch(/confirmed: as in our schemas[^]*HTTP_REQUEST\.url/);
    expect(err).toContain("Nothing was written. Keep it for a customer with --customer ID.");
    expect(project.files("customers")).not.toContain("acme/shape.json");
  });

  test("gives the findings to a program", async () => {
    const value = parseJson((await project.run("learn daily.json --json")).out);
    expect(value).toMatchObject({ otherAssignments: [], shape: { variables: "map" } });
    const findings = isJsonObject(value) ? value["findings"] : undefined;
    expect(findings).toContainEqual({
      status: "contradicted",
      name: "LOOP.itemKey",
      evidence: "inferred",
      instead: "as",
    });
  });
});

describe("from when a shape was learned for a customer", () => {
  beforeEach(async () => {
    expect((await project.run("learn daily.json weekly.json --customer acme")).code).toBe(0);
    expect((await project.run("build --customer acme")).code).toBe(0);
  });

  test("its files are built in that shape, and those of others are not", async () => {
    await project.run("build --customer default");
    const built = parseJson(project.read(BUILT));
    expect(Object.keys(isJsonObject(built) ? built : {})).toEqual(["version", "exportedAt", "automation"]);
    expect(project.read(BUILT)).toContain('"startedBy": {\n            "kind": "TIMER"');
    expect(project.read("dist/default/minimum-stock.action.json")).toMatch(
      /^\{\n {4}"formatVersion": "2\.10"/,
    );
  });

  test("its file names its schema where the package is installed, for editors", () => {
    expect(project.read("customers/acme/shape.json")).toContain(
      '"$schema": "../../node_modules/topdesk-actions/schemas/shape.schema.json"',
    );
  });

  test("no key of it is unconfirmed any more, in validate and in the guide", async () => {
    const { code, err } = await project.run(`validate ${BUILT}`);
    expect(code).toBe(0);
    expect(err).toBe("1 file checked: 0 errors, 0 warnings\n");
    const guide = project.read("dist/acme/minimum-stock.action.guide.md");
    expect(guide).toContain("has the shape that was learned from an export of your TOPdesk.");
    expect(guide).not.toContain("No public source confirms");
    await project.run("build --customer default");
    expect((await project.run("validate dist/default/minimum-stock.action.json")).err).toContain("TA901");
  });

  test("explain, simulate, diff and import read it", async () => {
    expect((await project.run(`explain ${BUILT} --language en`)).out).toContain("every day at 12:00");
    const rehearsal = await project.run(`simulate ${BUILT} --json`);
    expect(parseJson(rehearsal.out)).toMatchObject({ steps: expect.anything() as unknown });
    expect((await project.run(`diff ${BUILT} --customer acme --action minimum-stock`)).code).toBe(0);
    const code = await project.run(`import ${BUILT}`);
    expect(code.err).toContain("The code builds the export byte for byte.");
    expect(code.err).toContain("in the shape of a customer's TOPdesk");
    expect(code.out).toContain("flow.forEach(");
  });

  test("verify says which of its keys were changed, and when only the date of the export was", async () => {
    expect((await project.run(`verify ${BUILT}`)).out).toContain("is as it was built");
    project.write(
      "minimum-stock.action.json",
      project.read(BUILT).replace('"enabled": false', '"enabled": true'),
    );
    expect((await project.run("verify minimum-stock.action.json")).out).toContain(
      "These keys differ:\n  /automation/enabled\n",
    );
    const later = project.read(BUILT).replace(/"exportedAt": \d+/, '"exportedAt": 1795478400001');
    project.write("minimum-stock.action.json", later);
    expect((await project.run("verify minimum-stock.action.json")).out).toContain("Only exportDate differs");
  });

  test("what an export has besides stays in the code that is made of it", async () => {
    const withMore = project
      .read(BUILT)
      .replace('"enabled": false', '"enabled": true')
      .replace(/\}$/, ', "owner": "us" }');
    project.write("more.json", withMore);
    const { code, out } = await project.run("import more.json");
    expect(code).toBe(0);
    expect(out).toContain('owner: "us"');
    expect(out).toContain("enabled: true");
  });

  test("an export that the shape cannot give back byte for byte is not imported, and the place is named", async () => {
    project.write(
      "moved.json",
      project.read(BUILT).replace('"enabled": false', '"owner": "us", "enabled": false'),
    );
    const { code, out, err } = await project.run("import moved.json");
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain("but for what stands at /automation/owner. Learn the shape again");
  });

  test("a patch of the customer still holds, in the words of our schemas", async () => {
    const patch = [{ op: "replace", path: "/action/name", value: "Ours", reason: "As they call it." }];
    const action = { targets: ["action"], patch };
    project.write("customers/acme.json", JSON.stringify({ actions: { "minimum-stock": action } }));
    expect((await project.run("build --customer acme")).err).not.toContain("TA509");
    expect(project.read(BUILT)).toContain('"title": "Ours"');
  });

  test("what is learned later adds to it, and --new forgets it", async () => {
    expect((await project.run("learn daily.json --customer acme")).code).toBe(0);
    expect(project.read("customers/acme/shape.json")).toContain('"weekly"');
    await project.run("learn daily.json --customer acme --new");
    expect(project.read("customers/acme/shape.json")).not.toContain('"weekly"');
  });

  test("it can be made the shape of all customers", async () => {
    const { code, err } = await project.run("learn --customer acme --all-customers");
    expect(code).toBe(0);
    expect(err).toContain("customers/shape.json is written.");
    await project.run("build");
    expect(project.read("dist/default/minimum-stock.action.json")).toContain('"automation"');
    expect((await project.run("build --check")).code).toBe(0);
  });

  test("a shape that was damaged stops that customer's build, and says what to do", async () => {
    project.write("customers/acme/shape.json", '{ "variables": "list" }');
    const { code, err } = await project.run("build --customer acme");
    expect(code).toBe(1);
    expect(err).toMatch(/must have required property 'headers'\. +TA513/);
    const again = await project.run("learn daily.json --customer acme");
    expect(again.code).toBe(2);
    expect(again.err).toContain("learn all of it again with --new");
  });
});

describe("what cannot be learned from is refused in words", () => {
  test.each<readonly [string, string | Uint8Array, RegExp]>([
    ["no JSON", "<html>", /case\.json:1:1: /],
    ["half a file", exported("daily").slice(0, 900), /case\.json:\d+:\d+: The file ends in the middle/],
    ["a list", "[]", /teaches nothing\. It holds no JSON object/],
    ["another export", '{ "action": {} }', /None of the sheet's words is in it\. Follow the sheet/],
    [
      "a key twice",
      exported("daily").replace('"version"', '"version": "1", "version"'),
      /the same key twice/,
    ],
    ["nested 10,000 levels", `${"[".repeat(10_000)}${"]".repeat(10_000)}`, /nested 10000 levels deep/],
    ["larger than any export", new Uint8Array(21 * 1024 * 1024).fill(32), /21 MB; at most 20 MB/],
  ])("%s", async (_what, content, message) => {
    project.write("case.json", content);
    const { code, err } = await project.run("learn case.json --customer acme");
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(project.files("customers")).not.toContain("acme/shape.json");
  });

  test.each([
    ["learn", /nothing to learn from/],
    ["learn missing.json", /missing\.json: The file does not exist/],
    ["learn --sheet daily.json", /--sheet takes no exports/],
    ["learn daily.json --customer acmee", /no customer "acmee"[^]*Did you mean "acme"/],
    ["learn daily.json --customer acme --all-customers", /two places for one shape/],
    ["learn --customer acme --all-customers", /no shape of acme/],
    ["learn daily.json --customer acme --customers nowhere", /nowhere cannot be read/],
  ])("%s", async (command, message) => {
    const { code, err } = await project.run(command);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test("files with a byte order mark, other line ends, odd keys and half characters are read", async () => {
    const odd = exported("daily").replace(
      '"version"',
      '"__proto__": { "a": 1 }, "\\ud800": "\\udfff", "version"',
    );
    project.write("odd.json", `\uFEFF${odd.replaceAll("\n", "\r\n")}`);
    expect((await project.run("learn odd.json --customer acme")).code).toBe(0);
    expect((await project.run("build --customer acme")).code).toBe(0);
    expect(project.read(BUILT)).toContain('"__proto__": {\n        "a": 1\n    }');
  });

  test("no customer can be called like the file of the shape of all", async () => {
    const { code, err } = await project.run("init customer shape");
    expect(code).toBe(2);
    expect(err).toContain("the file with the shape of all customers");
  });
});
