import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { madeUpApplicationPassword } from "../import/made-up-secret.js";
import { projectFolder, type ProjectFolder } from "./project-folder.js";

const golden = (name: string) =>
  readFileSync(new URL(`../golden/import/${name}/export.json`, import.meta.url), "utf8");

let project: ProjectFolder;
beforeEach(() => {
  project = projectFolder();
});
afterEach(() => project.remove());

describe("import", () => {
  test("writes code to standard output, and says in words that it builds the export", async () => {
    project.write("export.json", golden("incident-for-caller"));
    const { code, out, err } = await project.run("import export.json");
    expect(code).toBe(0);
    expect(out).toMatch(/^import \{[^}]*\} from "topdesk-actions";\n\nexport const followUpForTheCaller = /);
    expect(err).toContain("The code builds the export byte for byte.\nThe builders say all of it.");
  });

  test("an action that was imported into a project is built to the bytes of its export", async () => {
    const text = golden("supplier-of-linked-asset");
    project.write("export.json", text);
    expect((await project.run("import export.json --out supplier.ts")).code).toBe(0);
    const config = `import { defineConfig } from "topdesk-actions";
import { supplierOfTheLinkedAsset } from "./supplier.js";
export default defineConfig({ actions: [supplierOfTheLinkedAsset] });`;
    project.write("topdesk-actions.config.ts", config);
    project.write("package.json", '{ "type": "module" }');
    project.write("customers/default.json", '{ "actions": { "supplier-of-the-linked-asset": {} } }');
    const { err } = await project.run("build");
    expect(err).toContain("4 files, 0 unchanged; 0 errors, 0 warnings");
    const built = "dist/default/supplier-of-the-linked-asset.changeactivity2.action-sequence.json";
    expect(project.read(built)).toBe(text);
  });

  test("says where something is kept as it stands", async () => {
    project.write("export.json", golden("freemarker-by-hand"));
    const { err } = await project.run("import export.json --out code.ts");
    expect(err).toMatch(/\d+ places are kept as raw\(\.\.\.\)/);
    expect(err).toContain("code.ts is written. Name textsThatOnlyFreeMarkerCanSay in the actions");
  });

  test("replaces secrets and lists them, without repeating them", async () => {
    const secret = madeUpApplicationPassword();
    project.write(
      "export.json",
      golden("incident-to-chat").replace(
        '"Key",\n                    "value": ""',
        `"Key",\n                    "value": "${secret}"`,
      ),
    );
    const { code, out, err } = await project.run("import export.json");
    expect(code).toBe(0);
    expect(out + err).not.toContain(secret);
    expect(err).toContain("replaced: /actionSequence/configuration/variables/2/value");
    expect(out).toContain('secretVariable("Fill in after the import")');
  });

  test.each([
    ["a byte order mark and CRLF", (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}\r\n`],
    ["one line", (text: string) => JSON.stringify(JSON.parse(text))],
  ])("takes an export with %s, and says that its layout is another", async (_what, edited) => {
    project.write("plain.json", golden("incident-for-caller"));
    project.write("edited.json", edited(golden("incident-for-caller")));
    const [plain, other] = [await project.run("import plain.json"), await project.run("import edited.json")];
    expect(other.out).toBe(plain.out);
    expect(other.err).toContain("the export has another layout");
  });

  test("overwrites a file only when it is told to", async () => {
    project.write("export.json", golden("incident-for-caller"));
    project.write("code.ts", "mine");
    const refused = await project.run("import export.json --out code.ts");
    expect([refused.code, project.read("code.ts")]).toEqual([2, "mine"]);
    expect(refused.err).toContain("overwrite it with --force");
    expect((await project.run("import export.json --out code.ts --force")).code).toBe(0);
    expect(project.read("code.ts")).toContain("defineAction");
  });

  test.each([
    ["nothing", "", "The file is empty."],
    ["half an export", golden("incident-for-caller").slice(0, 500), "cut off"],
    ["a list", "[1]", "The file is not an action"],
    ["both roots", '{"action":{},"actionSequence":{}}', "The file is not an action"],
    ["10,000 levels", `{"action":${"[".repeat(10_000)}${"]".repeat(10_000)}}`, "levels deep"],
    [
      "a key twice",
      '{"action":{"name":"a","name":"b"}}',
      "bad.json:1:19: The JSON says something here that cannot be kept",
    ],
  ])("refuses %s with one clear message", async (_what, text, message) => {
    project.write("bad.json", text);
    const { code, out, err } = await project.run("import bad.json --out code.ts");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(project.files(".")).not.toContain("code.ts");
  });

  test("refuses a file that is too large before it reads it", async () => {
    project.write("large.json", new Uint8Array(21 * 1024 * 1024));
    const { code, err } = await project.run("import large.json");
    expect(code).toBe(2);
    expect(err).toContain("large.json is 21 MB; at most 20 MB are read.");
  });
});

describe("import --as customer", () => {
  test("writes the customer's file, and building that customer gives the export's value again", async () => {
    await project.run("build");
    const built = project.read("dist/default/minimum-stock.action.json");
    const changed = built
      .replace('"time": "12:00"', '"time": "06:15"')
      .replaceAll("minimale-voorraad", "minimum-2");
    project.write("changed.json", changed);
    const { code, err } = await project.run(
      "import changed.json --as customer --action minimum-stock --customer acme",
    );
    expect(err).toContain("customers/acme.json is written: 2 changes over minimum-stock (action).");
    expect(code).toBe(0);
    expect((await project.run("build --customer acme")).code).toBe(0);
    expect(project.read("dist/acme/minimum-stock.action.json")).toBe(changed);
  });

  test("says what build will refuse, and what lets it pass", async () => {
    await project.run("build");
    const built = project.read("dist/default/minimum-stock.action.json");
    const changed = built.replace('"configuration": {', '"active": true,\n        "configuration": {');
    project.write("changed.json", changed);
    const { code, err } = await project.run(
      "import changed.json --as customer --action minimum-stock --customer acme",
    );
    expect(code).toBe(0);
    expect(err).toContain('build refuses this: /action/active: The key "active" is not known here. (TA102)');
    expect(err).toContain("build --severity TA102=warning");
    expect((await project.run("build --customer acme")).code).toBe(1);
    expect((await project.run("build --customer acme --severity TA102=warning")).code).toBe(0);
    expect(project.read("dist/acme/minimum-stock.action.json")).toContain('"active": true');
  });

  test.each([
    ["--as customer --customer acme", "--as customer needs --action."],
    ["--as customer --action minimum-stock", "--as customer needs --customer."],
    ["--action minimum-stock", "--action is for --as customer."],
    ["--as customer --action minimum-stok --customer acme", 'Did you mean "minimum-stock"?'],
    ["--as customer --action minimum-stock --customer default", "has a file already"],
    ["--as customer --action minimum-stock --customer ../x", "cannot be the name of a folder"],
    ["--as customer --action notify-operator-group --customer acme", "so little in common"],
  ])("refuses %s with one clear message", async (options, message) => {
    project.write("export.json", golden("incident-for-caller"));
    const { code, err } = await project.run(`import export.json ${options}`);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
