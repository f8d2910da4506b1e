import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { builtFiles, projectFolder, type ProjectFolder, type WatchRun } from "./project-folder.js";

let project: ProjectFolder;
let run: WatchRun;
beforeEach(() => {
  project = projectFolder();
  run = project.start("build --watch");
});
afterEach(async () => {
  run.stop();
  await run.ended;
  project.remove();
});

/** Waits until the watch has said something so many times. */
async function said(words: string, times = 1): Promise<void> {
  for (let waited = 0; run.err().split(words).length <= times; waited += 10) {
    if (waited > 10_000) throw new Error(`"${words}" was not said:\n${run.err()}`);
    await sleep(10);
  }
}

const WAITING = "Waiting for changes; stop with Ctrl-C.";

describe("build --watch", () => {
  test("builds, and builds again what changed", async () => {
    await said(WAITING);
    expect(project.files("dist")).toHaveLength(10);
    project.write("customers/other.json", '{ "actions": { "minimum-stock": {} } }');
    await said(WAITING, 2);
    expect(run.err()).toContain("Changed: customers/other.json");
    expect(run.err()).toContain("created dist/other/minimum-stock.action.json");
    expect(run.err()).toContain("13 files, 9 unchanged");
    project.delete("customers/other.json");
    await said(WAITING, 3);
    expect(run.err()).toContain("removed dist/other/minimum-stock.action.json");
  });

  test("goes on after a mistake", async () => {
    await said(WAITING);
    project.write("customers/default.json", "{");
    await said("Customers with errors were left as they are: default.");
    await said(WAITING, 2);
    project.write("customers/default.json", '{ "actions": { "notify-operator-group": {} } }');
    await said(WAITING, 3);
    expect(run.err()).toContain("removed dist/default/minimum-stock.action.json");
  });

  test("sees files in folders that were made later, and takes several changes at once together", async () => {
    await said(WAITING);
    project.write("customers/default/minimum-stock/mail.nl.hbs", "<p>first</p>");
    await said(WAITING, 2);
    project.write("customers/default/minimum-stock/mail.nl.hbs", "<p>second</p>");
    project.write("customers/default/minimum-stock/subject.nl.hbs", "second");
    await said(WAITING, 3);
    expect(run.err()).toContain(
      "Changed: customers/default/minimum-stock/mail.nl.hbs, customers/default/minimum-stock/subject.nl.hbs",
    );
  });

  test("does not stop when the folder of customers goes away for a moment", async () => {
    await said(WAITING);
    project.delete("customers");
    await said("cannot be read");
    project.write("customers/default.json", '{ "actions": { "minimum-stock": {} } }');
    await said(WAITING, 3);
    expect(project.files("dist")).toEqual(builtFiles("default/minimum-stock.action"));
  });

  test("takes a config that changed, and code that it imports", async () => {
    await said(WAITING);
    project.write("topdesk-actions.config.ts", 'export { default } from "./folders.js";\n');
    project.write("folders.ts", 'export default { out: "first" };\n');
    await said(WAITING, 2);
    expect(run.err()).toContain("created first/default/minimum-stock.action.json");
    project.write("folders.ts", 'export default { out: "second" };\n');
    await said(WAITING, 3);
    expect(run.err()).toContain("Changed: folders.ts");
    expect(run.err()).toContain("created second/default/minimum-stock.action.json");
  });

  test("ends with 0 when it is stopped", async () => {
    await said(WAITING);
    run.stop();
    expect(await run.ended).toBe(0);
    expect(run.err()).toMatch(/Stopped\.\n$/);
  });
});

test.each(["--check", "--dry-run", "--shard 1/2", "--merge-shards", "--json"])(
  "--watch and %s exclude each other",
  async (other) => {
    const { code, err } = await project.run(`build --watch ${other}`);
    expect(code).toBe(2);
    expect(err).toContain("mutually exclusive");
  },
);
