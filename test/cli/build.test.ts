import { statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sha256Of } from "../../src/dist/manifest.js";
import { isJsonArray, isJsonObject, parseJson } from "../../src/model/json.js";
import { builtFiles, projectFolder, type ProjectFolder } from "./project-folder.js";

let project: ProjectFolder;
beforeEach(() => {
  project = projectFolder();
});
afterEach(() => project.remove());

const DEFAULT_FILES = builtFiles(
  "default/minimum-stock.action",
  "default/notify-operator-group.incident1.action-sequence",
  "default/notify-operator-group.incident2.action-sequence",
);

describe("build", () => {
  test("writes every action of every customer, and says what is missing for the rest", async () => {
    const { code, err } = await project.run("build");
    expect(code).toBe(0);
    expect(project.files("dist")).toEqual(DEFAULT_FILES);
    expect(err).toContain(
      "default/minimum-stock.action-plain.json\n  warning  The file is not written.  TA121",
    );
    expect(err).toContain("Set the parameter assetTypes");
  });

  test("writes nothing the second time, not even the same bytes", async () => {
    await project.run("build");
    const long = new Date("2020-01-01T00:00:00Z");
    for (const file of DEFAULT_FILES) utimesSync(join(project.path, "dist", file), long, long);
    const { code, err } = await project.run("build");
    expect(code).toBe(0);
    expect(err).toContain("10 files, 10 unchanged");
    for (const file of DEFAULT_FILES) expect(statSync(join(project.path, "dist", file)).mtime).toEqual(long);
  });

  test("takes exportDate from the revision, or from SOURCE_DATE_EPOCH", async () => {
    await project.run("build");
    expect(exportDate()).toBe(Date.parse("2026-11-24T00:00:00Z"));
    await project.run("build", { SOURCE_DATE_EPOCH: "1700000000" });
    expect(exportDate()).toBe(1_700_000_000_000);
    const { code, err } = await project.run("build", { SOURCE_DATE_EPOCH: "yesterday" });
    expect(code).toBe(2);
    expect(err).toContain('SOURCE_DATE_EPOCH is "yesterday"');
  });

  test("removes what nothing builds any more, and touches nothing else", async () => {
    await project.run("build");
    project.write("dist/default/notes.txt", "mine");
    project.write("customers/default.json", '{ "actions": { "minimum-stock": {} } }');
    const { err } = await project.run("build");
    expect(err).toContain("removed dist/default/notify-operator-group.incident1.action-sequence.json");
    expect(project.files("dist")).toEqual(
      [...builtFiles("default/minimum-stock.action"), "default/notes.txt"].sort(),
    );
  });

  test("keeps files outside of what was asked for", async () => {
    await project.run("build");
    const { code } = await project.run("build --action minimum-stock --target action");
    expect(code).toBe(0);
    expect(project.files("dist")).toEqual(DEFAULT_FILES);
  });

  test("writes action-plain once the asset types are set", async () => {
    project.write(
      "customers/default.json",
      '{ "actions": { "minimum-stock": { "parameters": { "assetTypes": ["11111111-1111-4111-8111-111111111111"] } } } }',
    );
    const { code, err } = await project.run("build");
    expect(code).toBe(0);
    expect(project.files("dist")).toContain("default/minimum-stock.action-plain.json");
    expect(err).not.toContain("action-plain.json\n  info");
    expect(project.read("dist/default/minimum-stock.action-plain.json")).not.toMatch(
      /LOOP|ASSIGN_VARIABLE|trigger/,
    );
  });

  test("leaves a customer with errors as it was, and builds the others", async () => {
    await project.run("build");
    const before = project.read("dist/default/minimum-stock.action.json");
    project.write(
      "customers/default.json",
      '{ "actions": { "minimum-stock": { "parameters": { "short": "above" } } } }',
    );
    project.write("customers/other.json", '{ "actions": { "minimum-stock": {} } }');
    const { code, err } = await project.run("build");
    expect(code).toBe(1);
    expect(err).toContain('short: "above" is not one of the choices.');
    expect(project.read("dist/default/minimum-stock.action.json")).toBe(before);
    expect(project.files("dist")).toEqual(
      [
        ...DEFAULT_FILES,
        ...builtFiles("other/minimum-stock.action").filter((file) => file !== "manifest.json"),
      ].sort(),
    );
  });

  test("makes nothing at all when the only customer is wrong", async () => {
    project.write("customers/default.json", "{");
    const { code } = await project.run("build");
    expect(code).toBe(1);
    expect(() => project.files("dist")).toThrow();
  });

  test("reports as JSON", async () => {
    const { code, out, err } = await project.run("build --json");
    expect(code).toBe(0);
    expect(err).toBe("");
    expect(parseJson(out)).toMatchObject({
      mode: "write",
    });
    const report = parseJson(out);
    const files = isJsonObject(report) && isJsonArray(report["files"]) ? report["files"] : [];
    expect(files.map((file) => isJsonObject(file) && file["change"])).toEqual(
      DEFAULT_FILES.map(() => "created"),
    );
    expect(files.map((file) => isJsonObject(file) && file["path"]).sort()).toEqual(DEFAULT_FILES);
  });
});

describe("customers", () => {
  test("what is wrong with a base is told once, at the base, and keeps all who extend it as they are", async () => {
    project.write("customers/base.json", '{ "abstract": true, "branding": { "accentColor": "blue" } }');
    for (const id of ["one", "two", "three"]) {
      project.write(`customers/${id}.json`, '{ "extends": "base", "actions": { "minimum-stock": {} } }');
    }
    const { code, err } = await project.run("build");
    expect(code).toBe(1);
    expect(err.split("customers/base.json")).toHaveLength(2);
    expect(err).toContain("1 error");
    expect(err).toContain("Customers with errors were left as they are: base, one, three, two.");
    expect(project.files("dist")).toEqual(DEFAULT_FILES);
  });

  test("a text that uses an unknown value stops the build at its file and line, also a parent's", async () => {
    project.write("customers/base.json", '{ "abstract": true, "language": "en" }');
    project.write("customers/base/minimum-stock/mail.en.hbs", "{{incomplete}}\n{{rosw}}\n");
    project.write("customers/acme.json", '{ "extends": "base", "actions": { "minimum-stock": {} } }');
    const { code, err } = await project.run("build --customer acme --target action");
    expect(code).toBe(1);
    expect(err).toMatch(
      /^customers\/base\/minimum-stock\/mail.en.hbs\n {2}2:1 {2}error {2}it uses \{\{rosw}}/m,
    );
  });

  test("a text for guides that is wrong stops the build too", async () => {
    project.write("customers/default/guide/about.nl.hbs", "{{nothing}}");
    const { code, err } = await project.run("build --action minimum-stock");
    expect(code).toBe(1);
    expect(err).toContain("customers/default/guide/about.nl.hbs\n  1:1  error  it uses {{nothing}}");
  });

  test("a secret in a customer's file is refused, and not repeated; the others are built", async () => {
    project.write(
      "customers/acme.json",
      '{ "variables": { "topdesk_applicationpassword": { "value": "hunter2" } }, "actions": { "minimum-stock": {} } }',
    );
    const { code, err } = await project.run("build");
    expect(code).toBe(1);
    expect(err).toContain("customers/acme.json");
    expect(err).toContain("TA510");
    expect(err).not.toContain("hunter2");
    expect(project.files("dist")).toEqual(DEFAULT_FILES);
  });

  test("a file that would hold a secret stops the build there: what was built stays, what follows is left", async () => {
    project.write(
      "topdesk-actions.config.ts",
      `import { defineAction, recordShape, url, type Flow } from "topdesk-actions";
       const headers = { Authorization: "Bearer " + "0123456789abcdef".repeat(4) };
       const record = (flow: Flow): void => void flow.http("ask", { method: "GET", url: url\`https://example.com\`, headers, answer: recordShape({}) });
       const settings = { id: "leak", revision: "2024-02-29", parameters: {}, targets: ["action"] } as const;
       export default { actions: [defineAction({ ...settings, language: () => "en", body: { record } })] };`,
    );
    for (const text of ["name", "description"]) project.write(`templates/leak/${text}.en.hbs`, text);
    project.write("customers/acme.json", '{ "actions": { "minimum-stock": { "targets": ["action"] } } }');
    project.write("customers/bad.json", '{ "actions": { "leak": {} } }');
    const { code, err } = await project.run("build");
    expect(code).toBe(1);
    expect(err).toContain("A file would hold a secret, so the build stopped there.");
    expect(err).not.toContain("0123456789abcdef");
    expect(project.files("dist")).toEqual(builtFiles("acme/minimum-stock.action"));
  });

  test("have guides beside their files, in their language and with their words", async () => {
    project.write(
      "customers/acme.json",
      '{ "name": "Acme <GmbH>", "language": "de", "actions": { "minimum-stock": { "targets": ["action"] } } }',
    );
    expect((await project.run("build --customer acme")).code).toBe(0);
    const page = project.read("dist/acme/minimum-stock.action.guide.html");
    expect(page).toContain('<html lang="de">');
    expect(page).toContain("Acme &lt;GmbH&gt;");
    expect(page).toContain(sha256Of(project.read("dist/acme/minimum-stock.action.json")));
    expect(project.read("dist/acme/minimum-stock.action.guide.md")).toContain("Europe/Amsterdam");
  });
});

describe("a config", () => {
  const CONFIG = 'export default { customers: "clients", out: "files" };\n';

  test("names the folders, and options win over it", async () => {
    project.write("topdesk-actions.config.ts", CONFIG);
    project.write("clients/acme.json", '{ "actions": { "minimum-stock": { "targets": ["action"] } } }');
    const { code, err } = await project.run("build");
    expect(code).toBe(0);
    expect(err).toContain("created files/acme/minimum-stock.action.json");
    expect((await project.run("build --customers customers --out other")).code).toBe(0);
    expect(project.files("other")).toEqual(DEFAULT_FILES);
  });

  test("that cannot be used ends with 2 and one line", async () => {
    project.write("topdesk-actions.config.ts", "export default { costumers: 1 };\n");
    const { code, err } = await project.run("build");
    expect(code).toBe(2);
    expect(err).toContain("topdesk-actions.config.ts cannot be used");
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("list shows the actions that it adds", async () => {
    project.write(
      "topdesk-actions.config.ts",
      `import { extendAction, minimumStock } from "topdesk-actions";
       const more = { id: "more-stock", revision: "2024-02-29", record: (_flow, _values, _context, base) => void base() };
       export default { actions: [extendAction(minimumStock, more)] };`,
    );
    for (const name of ["name", "description"]) project.write(`templates/more-stock/${name}.nl.hbs`, name);
    const { code, out } = await project.run("list");
    expect(code).toBe(0);
    expect(out).toContain("more-stock\n  revision    2024-02-29");
  });
});

describe("build --check and --dry-run", () => {
  test("--check is fine when dist/ is fresh, and names what is stale, missing or no longer built", async () => {
    await project.run("build");
    expect((await project.run("build --check")).code).toBe(0);
    project.write("dist/default/minimum-stock.action.json", "{}");
    project.write("customers/default.json", '{ "actions": { "minimum-stock": {} } }');
    const before = project.files("dist");
    const { code, err } = await project.run("build --check");
    expect(code).toBe(1);
    expect(err).toContain("stale: dist/default/minimum-stock.action.json");
    expect(err).toContain(
      "no longer built: dist/default/notify-operator-group.incident1.action-sequence.json",
    );
    expect(project.files("dist")).toEqual(before);
    expect(project.read("dist/default/minimum-stock.action.json")).toBe("{}");
  });

  test("--dry-run says what would happen and writes nothing", async () => {
    const { code, err } = await project.run("build --dry-run");
    expect(code).toBe(0);
    expect(err).toContain("would be created: dist/default/minimum-stock.action.json");
    expect(() => project.files("dist")).toThrow();
  });
});

describe("the environment", () => {
  test("sets options that no flag sets", async () => {
    const env = {
      TOPDESK_ACTIONS_OUT: "build",
      TOPDESK_ACTIONS_DRY_RUN: "false",
      TOPDESK_ACTIONS_ACTION: "minimum-stock",
    };
    expect((await project.run("build", env)).code).toBe(0);
    expect(project.files("build")).toEqual(builtFiles("default/minimum-stock.action"));
    expect((await project.run("build --out other", env)).code).toBe(0);
    expect(project.files("other")).toHaveLength(4);
  });

  test("of another command, or of none, disturbs nothing", async () => {
    const env = { TOPDESK_ACTIONS_OUT: "build", TOPDESK_ACTIONS_NOTHING: "1" };
    expect((await project.run("list", env)).code).toBe(0);
  });
});

describe("what cannot be done ends with 2 and one line", () => {
  test.each([
    ["build --action minimum-stok", 'There is no action "minimum-stok". Did you mean "minimum-stock"?'],
    ["build --target acton", 'There is no target "acton". Did you mean "action"?'],
    ["build --customer defalt", 'There is no customer "defalt". Did you mean "default"?'],
    ["build --chek", '"chek" is not known here. Did you mean "--check"?'],
    ["biuld", '"biuld" is not known here. Did you mean "build"?'],
    ["valdate file.json", '"valdate" is not known here. Did you mean "validate"?'],
    ["build extra", '"extra" is not known here.'],
    ["build --out", "Not enough arguments following: out."],
    ["build --check --dry-run", "mutually exclusive"],
    ["build --out a --out b", "--out is given more than once."],
    ["build --out a/b/c", "The folder a/b does not exist."],
    ["build --out customers/default.json", "customers/default.json is a file, not a folder."],
    ["build --customers nowhere", "cannot be read."],
    ["build --out=", "--out is empty."],
    ["build --customers=", "--customers is empty."],
    ["build --severity TA401=off", "A secret always stops the build"],
    ["", "Say what to do: name a command."],
  ])("%s", async (command, message) => {
    const { code, out, err } = await project.run(command);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(() => project.files("dist")).toThrow();
  });

  test("a target that was asked for by name and cannot be written is an error", async () => {
    const { code, err } = await project.run("build --action minimum-stock --target action-plain");
    expect(code).toBe(1);
    expect(err).toContain("error  The file is not written.  TA121");
  });

  test("an out folder that cannot be written to", async () => {
    // Not even root can make a folder here.
    const { code, err } = await project.run("build --out /proc/topdesk-actions");
    expect(code).toBe(2);
    expect(err).toMatch(
      /^topdesk-actions: (Writing to \/proc\/topdesk-actions failed|The folder \/proc does not exist)/m,
    );
  });

  test("a folder where a file should be written", async () => {
    project.write("dist/default/minimum-stock.action.json/inside.txt", "mine");
    const { code, err } = await project.run("build");
    expect(code).toBe(2);
    expect(err).toContain("Writing to dist failed: EISDIR.");
  });
});

function exportDate(): unknown {
  const file = parseJson(project.read("dist/default/minimum-stock.action.json"));
  return isJsonObject(file) ? file["exportDate"] : undefined;
}
