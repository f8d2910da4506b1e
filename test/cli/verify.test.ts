import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseJson } from "../../src/model/json.js";
import { projectFolder, type ProjectFolder } from "./project-folder.js";

const BUILT = "dist/default/minimum-stock.action.json";

let project: ProjectFolder;
beforeEach(async () => {
  project = projectFolder();
  await project.run("build");
});
afterEach(() => project.remove());

/** A copy of the built file somewhere else, changed or not. */
function copy(change: (text: string) => string = (text) => text, name = "downloads/import.json"): string {
  project.write(name, change(project.read(BUILT)));
  return name;
}

describe("verify", () => {
  test("says which release, customer and action a file came from, whatever it is called now", async () => {
    const { code, out } = await project.run(`verify ${copy()}`);
    expect(code).toBe(0);
    expect(out).toContain("downloads/import.json is as it was built:");
    expect(out).toContain("customer  default");
    expect(out).toContain("action    minimum-stock, revision 2026-11-24");
    expect(out).toMatch(/release {3}topdesk-actions \d+\.\d+\.\d+/);
  });

  test("says that a file was changed, and which keys differ", async () => {
    const file = copy((text) => text.replace('"time": "12:00"', '"time": "06:00"'));
    const { code, out } = await project.run(`verify ${file}`);
    expect(code).toBe(1);
    expect(out).toContain("was changed since it was built");
    expect(out).toContain("file      default/minimum-stock.action.json");
    expect(out).toContain("These keys differ:\n  /action/trigger/schedule/time\n");
  });

  test("finds the nearest of several customers", async () => {
    for (const field of ["one", "two", "three"]) {
      const parameters = { minimumField: `minimum-${field}` };
      project.write(
        `customers/${field}.json`,
        JSON.stringify({ actions: { "minimum-stock": { parameters } } }),
      );
    }
    await project.run("build");
    project.write(
      "export.json",
      project.read("dist/two/minimum-stock.action.json").replace('"12:00"', '"06:00"'),
    );
    const { code, out } = await project.run("verify export.json");
    expect(code).toBe(1);
    expect(out).toContain("customer  two");
    expect(out).toContain("These keys differ:\n  /action/trigger/schedule/time\n");
  });

  test("says when TOPdesk only wrote another date, or a program another layout", async () => {
    const exported = copy((text) => text.replace(/"exportDate": \d+/, '"exportDate": 1'), "exported.json");
    expect((await project.run(`verify ${exported}`)).out).toContain("Only exportDate differs");
    const compact = copy((text) => `\uFEFF${JSON.stringify(parseJson(text))}\r\n`, "compact.json");
    expect((await project.run(`verify ${compact}`)).out).toContain("Every value is the same");
  });

  test.each([
    ["JSON of something else", "{}", "no action"],
    ["no JSON", "no JSON", "not in the manifest. "],
    ["nested too deeply", "[".repeat(100_000), "not in the manifest. "],
    [
      "an action of someone else",
      '{"action": {"name": "Something else"}}',
      'no action called "Something else"',
    ],
  ])("says that a file is unknown: %s", async (_what, content, reason) => {
    project.write("other.json", content);
    const { code, out } = await project.run("verify other.json");
    expect(code).toBe(1);
    expect(out).toContain("other.json is unknown");
    expect(out).toContain(reason);
  });

  test("needs only the manifest of a release", async () => {
    project.write("release/manifest.json", project.read("dist/manifest.json"));
    const file = copy();
    const changed = copy((text) => text.replace("12:00", "06:00"), "changed.json");
    project.write("dist/manifest.json", '{ "files": {} }');
    expect((await project.run(`verify ${file}`)).code).toBe(1);
    expect((await project.run(`verify ${file} --manifest release/manifest.json`)).code).toBe(0);
    const { code, out } = await project.run(`verify ${changed} --manifest release/manifest.json`);
    expect(code).toBe(1);
    expect(out).toContain("file      default/minimum-stock.action.json");
    expect(out).toContain("the original is not beside the manifest");
  });

  test("reports as JSON", async () => {
    const changed = copy((text) => text.replace("12:00", "06:00"));
    expect(parseJson((await project.run(`verify ${BUILT} --json`)).out)).toMatchObject({
      file: BUILT,
      manifest: "dist/manifest.json",
      status: "unchanged",
      origins: [
        {
          path: "default/minimum-stock.action.json",
          entry: { customer: "default", action: "minimum-stock" },
        },
      ],
    });
    expect(parseJson((await project.run(`verify ${changed} --json`)).out)).toMatchObject({
      status: "changed",
      nearest: { path: "default/minimum-stock.action.json" },
      keys: ["/action/trigger/schedule/time"],
    });
  });

  test.each([
    ["verify missing.json", "missing.json: The file does not exist."],
    ["verify dist", "dist: This is a folder, not a file."],
    [`verify ${BUILT} --manifest nowhere.json`, "The manifest nowhere.json cannot be read."],
    [`verify ${BUILT} --manifest ${BUILT}`, "is no manifest."],
    ["verify", "An argument is missing."],
  ])("what cannot be done ends with 2 and one line: %s", async (command, message) => {
    const { code, out, err } = await project.run(command);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});
