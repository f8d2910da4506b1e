import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { projectFolder, type ProjectFolder } from "./project-folder.js";

let project: ProjectFolder;
beforeEach(() => {
  project = projectFolder();
  for (const id of ["a", "a-b", "B", "school", "stadt", "zkh"]) {
    const parameters = { minimumField: `minimum-${id.toLowerCase()}` };
    project.write(`customers/${id}.json`, JSON.stringify({ actions: { "minimum-stock": { parameters } } }));
  }
});
afterEach(() => project.remove());

function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    project.files(folder).map((file) => [file, readFileSync(join(project.path, folder, file), "utf8")]),
  );
}

/** Builds each shard into a folder of its own, as on machines of its own, and copies the folders together. */
async function buildShards(count: number, target: string): Promise<void> {
  mkdirSync(join(project.path, target), { recursive: true });
  for (let index = 1; index <= count; index += 1) {
    const folder = `shard-${index}`;
    expect((await project.run(`build --shard ${index}/${count} --out ${folder}`)).code).toBe(0);
    cpSync(join(project.path, folder), join(project.path, target), { recursive: true });
  }
}

describe("build --shard", () => {
  test.each([1, 2, 3, 7, 12])(
    "the shards of %i machines together are byte for byte what one builds",
    async (count) => {
      await project.run("build --out whole");
      await buildShards(count, "joined");
      const { code, err } = await project.run("build --merge-shards --out joined");
      expect(code).toBe(0);
      expect(err).toContain("created joined/manifest.json");
      expect(contents("joined")).toEqual(contents("whole"));
    },
  );

  test("each builds about as many customers as the others, and no customer twice", async () => {
    await buildShards(3, "joined");
    const counts = [1, 2, 3].map(
      (index) => new Set(project.files(`shard-${index}`).map((file) => file.split("/")[0])).size,
    );
    // Customers and the shard's manifest.
    expect(counts).toEqual([4, 3, 3]);
  });

  test("works in one folder too, and removes what a customer that is gone left behind", async () => {
    await project.run("build");
    project.write("customers/B.json", '{ "actions": { "notify-operator-group": {} } }');
    project.write("customers/gone.json", '{ "actions": { "minimum-stock": {} } }');
    await project.run("build");
    project.delete("customers/gone.json");
    for (const shard of ["1/2", "2/2"]) expect((await project.run(`build --shard ${shard}`)).code).toBe(0);
    expect((await project.run("build --merge-shards")).code).toBe(0);
    await project.run("build --out whole");
    expect(contents("dist")).toEqual(contents("whole"));
  });

  test("one bad customer leaves the others of its shard, and its own old files in the manifest", async () => {
    await project.run("build");
    const before = contents("dist");
    project.write("customers/a.json", "{");
    for (const shard of ["1/2", "2/2"]) await project.run(`build --shard ${shard}`);
    expect((await project.run("build --merge-shards")).code).toBe(0);
    expect(contents("dist")).toEqual(before);
  });

  test.each([
    ["build --shard 0/2", '"0/2" is no shard.'],
    ["build --shard 3/2", '"3/2" is no shard.'],
    ["build --shard half", '"half" is no shard.'],
    ["build --shard 1/2 --merge-shards", "mutually exclusive"],
    ["build --merge-shards --customer default", "mutually exclusive"],
    ["build --merge-shards", "The folder dist does not exist."],
  ])("%s ends with 2 and one line", async (command, message) => {
    const { code, err } = await project.run(command);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("build --merge-shards", () => {
  test("names the shards that are missing", async () => {
    await project.run("build --shard 2/4");
    const { code, err } = await project.run("build --merge-shards");
    expect(code).toBe(2);
    expect(err).toContain("Shards are missing: 1/4, 3/4, 4/4.");
    expect(project.files("dist")).toContain("manifest.2-of-4.json");
  });

  test("refuses files that are not what their shard wrote", async () => {
    await buildShards(2, "joined");
    project.write("joined/a/minimum-stock.action.json", "{}");
    const { code, err } = await project.run("build --merge-shards --out joined");
    expect(code).toBe(2);
    expect(err).toContain("a/minimum-stock.action.json is not what the shard wrote");
    project.delete("joined/a/minimum-stock.action.json");
    expect((await project.run("build --merge-shards --out joined")).err).toContain("json is missing");
  });

  test("refuses manifests of different builds, and a folder without any", async () => {
    await project.run("build --shard 1/2");
    await project.run("build --shard 1/3");
    expect((await project.run("build --merge-shards")).err).toContain("different numbers of shards");
    await project.run("build --out whole");
    expect((await project.run("build --merge-shards --out whole")).err).toContain("no manifests of shards");
  });
});
