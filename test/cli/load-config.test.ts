import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { catalogue } from "../../src/actions/catalogue.js";
import { loadProject } from "../../src/cli/load-config.js";
import { CommandError } from "../../src/cli/terminal.js";
import { library } from "../rehearsal/project.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "topdesk-actions-"));
  write("package.json", '{ "type": "module" }');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

test("without a config there is what the package has", async () => {
  expect(await loadProject(folder)).toEqual({ catalogue, library });
});

test("a config in TypeScript adds actions, with their texts, and names folders", async () => {
  write(
    "topdesk-actions.config.ts",
    `import { defineAction, defineConfig, type Flow } from "topdesk-actions";
     const record = (flow: Flow): void => void flow.assign("say", "said", "hello");
     const greet = defineAction({
       id: "greet", revision: "2024-02-29", parameters: {}, targets: ["action"], language: () => "en", body: { record },
     });
     export default defineConfig({ actions: [greet], customers: "clients", out: "build", templates: "words" });`,
  );
  write("words/greet/name.en.hbs", "Greet");
  const project = await loadProject(folder);
  expect(project.catalogue.map(({ id }) => id)).toEqual([...catalogue.map(({ id }) => id), "greet"]);
  expect(project.library.get("greet/name.en.hbs")).toBe("Greet");
  expect(project.library.size).toBe(library.size + 1);
  expect(project).toMatchObject({
    customers: join(folder, "clients"),
    out: join(folder, "build"),
    configFile: join(folder, "topdesk-actions.config.ts"),
  });
});

test.each(["topdesk-actions.config.js", "topdesk-actions.config.mjs"])("%s is a config too", async (name) => {
  write(name, 'export default { out: "build" };');
  expect((await loadProject(folder)).out).toBe(join(folder, "build"));
});

test("a folder without a package.json has a config too", async () => {
  rmSync(join(folder, "package.json"));
  write("topdesk-actions.config.ts", 'const out: string = "build"; export default { out };');
  expect((await loadProject(folder)).out).toBe(join(folder, "build"));
});

describe("a config that cannot be used is told in one line", () => {
  test.each([
    ["const x: number = ;", /cannot be loaded: topdesk-actions\.config\.ts:1:18: ERROR: Unexpected ";"/],
    ['throw new Error("boom");', /cannot be loaded: boom/],
    ['import "./nope.js"; export default {};', /cannot be loaded: Cannot find module .*nope\.js/],
    ["export default 5;", /cannot be used: It exports no config/],
    ['export default { templates: "nowhere" };', /folder of texts .*nowhere cannot be read/],
  ])("%s", async (content, message) => {
    write("topdesk-actions.config.ts", content);
    const loading = loadProject(folder);
    await expect(loading).rejects.toThrow(CommandError);
    await expect(loading).rejects.toThrow(message);
  });

  test("when there are two", async () => {
    write("topdesk-actions.config.ts", "export default {};");
    write("topdesk-actions.config.mjs", "export default {};");
    await expect(loadProject(folder)).rejects.toThrow(/two configs/);
  });
});
