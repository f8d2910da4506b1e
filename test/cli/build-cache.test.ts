import { statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as packageFiles from "../../src/cli/project.js";
import * as build from "../../src/dist/build.js";
import { parseJson } from "../../src/model/json.js";
import { projectFolder, type ProjectFolder } from "./project-folder.js";

const FILE = "dist/default/minimum-stock.action.json";

let project: ProjectFolder;
const buildAction = vi.spyOn(build, "buildAction");
beforeEach(() => {
  project = projectFolder();
  project.write("node_modules/.keep", "");
  buildAction.mockClear();
});
afterEach(() => project.remove());
afterAll(() => buildAction.mockRestore());

/** The actions that a run really built, each once. */
async function actionsBuiltBy(
  command: string,
  env: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  buildAction.mockClear();
  await project.run(command, env);
  const built = buildAction.mock.calls.map(([{ customer, definition }]) => `${customer}/${definition.id}`);
  return [...new Set(built)].sort();
}

const EVERYTHING = ["default/minimum-stock", "default/notify-operator-group"];

describe("a rebuild", () => {
  test("builds nothing when nothing changed, and reports the same", async () => {
    const first = await project.run("build --json");
    expect(await actionsBuiltBy("build")).toEqual([]);
    const second = await project.run("build --json");
    expect(parseJson(second.out)).toEqual(parseJson(first.out.replaceAll('"created"', '"unchanged"')));
    expect((await project.run("build --check")).code).toBe(0);
  });

  test("builds only the action whose settings changed, and only that customer's", async () => {
    project.write("customers/other.json", '{ "actions": { "minimum-stock": {} } }');
    await project.run("build");
    project.write(
      "customers/default.json",
      '{ "actions": { "minimum-stock": { "parameters": { "short": "atOrBelow" } }, "notify-operator-group": {} } }',
    );
    expect(await actionsBuiltBy("build")).toEqual(["default/minimum-stock"]);
    expect(await actionsBuiltBy("build")).toEqual([]);
  });

  test("builds an action again whose file was edited or deleted by hand", async () => {
    await project.run("build");
    const before = project.read(FILE);
    const { mtime } = statSync(join(project.path, FILE));
    // Of the same length and with the same time.
    project.write(FILE, before.replace("12:00", "13:00"));
    utimesSync(join(project.path, FILE), mtime, mtime);
    expect(await actionsBuiltBy("build")).toEqual(["default/minimum-stock"]);
    expect(project.read(FILE)).toBe(before);
    project.delete(FILE);
    expect(await actionsBuiltBy("build")).toEqual(["default/minimum-stock"]);
    expect(project.read(FILE)).toBe(before);
  });

  test("builds everything into another folder, or with other settings, or when told to", async () => {
    await project.run("build");
    expect(await actionsBuiltBy("build --out other")).toEqual(EVERYTHING);
    expect(await actionsBuiltBy("build --severity TA207=error")).toEqual(EVERYTHING);
    expect(await actionsBuiltBy("build", { SOURCE_DATE_EPOCH: "1" })).toEqual(EVERYTHING);
    expect(await actionsBuiltBy("build --no-cache")).toEqual(EVERYTHING);
  });

  test("reports a customer's mistake each time", async () => {
    project.write(
      "customers/default.json",
      '{ "actions": { "minimum-stock": { "parameters": { "x": 1 } } } }',
    );
    for (let run = 0; run < 2; run += 1) expect((await project.run("build")).code).toBe(1);
  });

  test("builds again what another flag had left out", async () => {
    await project.run("build --action minimum-stock");
    expect(await actionsBuiltBy("build")).toEqual(["default/notify-operator-group"]);
    expect(await actionsBuiltBy("build")).toEqual([]);
  });

  test("trusts no cache that is damaged", async () => {
    await project.run("build");
    const before = project.read(FILE);
    for (const file of project.files("node_modules/.cache"))
      project.write(`node_modules/.cache/${file}`, "{");
    expect(await actionsBuiltBy("build")).toEqual(EVERYTHING);
    for (const file of project.files("node_modules/.cache"))
      project.write(`node_modules/.cache/${file}`, '{"minimum-stock":{"fingerprint":1}}');
    expect(await actionsBuiltBy("build")).toEqual(EVERYTHING);
    expect(project.read(FILE)).toBe(before);
  });

  test("builds everything when code of the project's own changed", async () => {
    await project.run("build");
    project.write("topdesk-actions.config.ts", "export default {};\n");
    expect(await actionsBuiltBy("build")).toEqual(EVERYTHING);
    expect(await actionsBuiltBy("build")).toEqual([]);
    project.write("actions/mine.ts", "export const mine = 1;\n");
    expect(await actionsBuiltBy("build")).toEqual(EVERYTHING);
    project.write("node_modules/other/index.js", "export {};\n");
    project.write("dist/notes.json", "{}");
    expect(await actionsBuiltBy("build")).toEqual([]);
  });
});

describe("everything is built again that depends on", () => {
  beforeEach(() => {
    project.write(
      "customers/base.json",
      '{ "abstract": true, "language": "en", "actions": { "minimum-stock": { "targets": ["action"] } } }',
    );
    project.write("customers/acme.json", '{ "extends": "base" }');
  });

  test("a base that changed, or a text of it", async () => {
    await project.run("build");
    project.write(
      "customers/base.json",
      '{ "abstract": true, "language": "de", "actions": { "minimum-stock": { "targets": ["action"] } } }',
    );
    expect(await actionsBuiltBy("build")).toEqual(["acme/minimum-stock"]);
    project.write("customers/base/minimum-stock/subject.de.hbs", "Bitte bestellen");
    expect(await actionsBuiltBy("build")).toEqual(["acme/minimum-stock"]);
    expect(project.read("dist/acme/minimum-stock.action.json")).toContain("Bitte bestellen");
    expect(await actionsBuiltBy("build")).toEqual([]);
  });

  test("templates, which are for everybody", async () => {
    project.write("topdesk-actions.config.ts", "export default {};\n");
    await project.run("build");
    project.write("templates/minimum-stock/subject.en.hbs", "Please order");
    expect(await actionsBuiltBy("build")).toEqual(["acme/minimum-stock", ...EVERYTHING]);
    expect(project.read("dist/acme/minimum-stock.action.json")).toContain("Please order");
    expect(await actionsBuiltBy("build")).toEqual([]);
  });

  test("the version of this tool", async () => {
    await project.run("build");
    const version = vi.spyOn(packageFiles, "packageVersion").mockResolvedValue("99.0.0");
    expect(await actionsBuiltBy("build")).toEqual(["acme/minimum-stock", ...EVERYTHING]);
    expect(project.read("dist/manifest.json")).toContain('"99.0.0"');
    expect(await actionsBuiltBy("build")).toEqual([]);
    version.mockRestore();
    expect(await actionsBuiltBy("build")).toEqual(["acme/minimum-stock", ...EVERYTHING]);
  });

  test("the code of an action", async () => {
    const action = (revision: string) =>
      `import { defineAction, type Flow } from "topdesk-actions";
       const record = (flow: Flow): void => void flow.assign("say", "said", "hello");
       const words = { id: "greet", parameters: {}, targets: ["action"], language: () => "en" } as const;
       export default { actions: [defineAction({ ...words, revision: "${revision}", body: { record } })] };`;
    project.write("topdesk-actions.config.ts", action("2024-02-28"));
    for (const text of ["name", "description"]) project.write(`templates/greet/${text}.en.hbs`, text);
    project.write("customers/acme.json", '{ "actions": { "greet": {} } }');
    await project.run("build");
    expect(await actionsBuiltBy("build")).toEqual([]);
    project.write("topdesk-actions.config.ts", action("2024-02-29"));
    expect(await actionsBuiltBy("build")).toContain("acme/greet");
    expect(project.read("dist/acme/greet.action.guide.md")).toContain("2024-02-29");
  });
});

test("only writing builds remember", async () => {
  await project.run("build --dry-run");
  expect(() => project.files("node_modules/.cache")).toThrow();
  await project.run("build");
  expect(project.files("node_modules/.cache").length).toBe(1);
});

test("without node_modules there is no cache, and no folder is made", async () => {
  project.delete("node_modules");
  await project.run("build");
  expect(await actionsBuiltBy("build")).toEqual(EVERYTHING);
  expect(() => project.files("node_modules")).toThrow();
});
