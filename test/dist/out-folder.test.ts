import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BuiltFile } from "../../src/dist/build.js";
import { writeAtomically } from "../../src/dist/files.js";
import { entryFor, type ManifestEntry } from "../../src/dist/manifest.js";
import { manifestIn, OutFolder, type FileChange } from "../../src/dist/out-folder.js";
import { built } from "./sample-build.js";

let out = "";
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "topdesk-actions-write-"));
});
afterEach(() => {
  rmSync(out, { recursive: true, force: true });
});

interface PartOfBuild {
  readonly mode?: "write" | "compare";
  readonly covers?: (entry: ManifestEntry) => boolean;
}

/** A build of these files into a folder, customer by customer. */
function buildInto(folder: string, files: readonly BuiltFile[], part: PartOfBuild = {}): readonly FileChange[] {
  const { mode = "write", covers = () => true } = part;
  const target = new OutFolder(folder, mode);
  const customers = [...new Set(files.map(({ customer }) => customer))];
  const changes = customers.flatMap((customer) => {
    const own = files.filter((file) => file.customer === customer);
    return target.put(
      customer,
      own.map((file) => ({ kind: "built", path: file.path, entry: entryFor(file, "1.0.0"), file })),
      covers,
    );
  });
  return [...changes, ...target.removeOthers(covers), ...target.finish(() => true)];
}

const build = (...files: readonly BuiltFile[]) => buildInto(out, files);
const content = (path: string) => readFileSync(join(out, path), "utf8");

/** Every file and folder in the out folder. */
const listing = () => readdirSync(out, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/")).sort();

const first = built("acme/a.json", '{"é": 1}');
const second = built("other/b.json", "2");

test("a first build creates folders, files and the manifest, and leaves nothing else behind", () => {
  expect(build(first, second)).toEqual([
    { path: "acme/a.json", change: "created" },
    { path: "other/b.json", change: "created" },
    { path: "manifest.json", change: "created" },
  ]);
  expect(listing()).toEqual(["acme", "acme/a.json", "manifest.json", "other", "other/b.json"]);
  expect(content("acme/a.json")).toBe('{"é": 1}');
  expect([...manifestIn(out).keys()]).toEqual(["acme/a.json", "other/b.json"]);
});

test("makes the out folder when it is missing", () => {
  const inner = join(out, "dist");
  buildInto(inner, [first]);
  expect(listing()).toContain("dist/acme/a.json");
});

test("a second build changes nothing, not even a time", () => {
  build(first, second);
  const long = new Date("2001-02-03T04:05:06Z");
  for (const path of ["acme/a.json", "other/b.json", "manifest.json"]) utimesSync(join(out, path), long, long);
  expect(build(first, second).map(({ change }) => change)).toEqual(["unchanged", "unchanged", "unchanged"]);
  for (const path of ["acme/a.json", "other/b.json", "manifest.json"]) {
    expect(statSync(join(out, path)).mtime).toEqual(long);
  }
});

test("only what changed is written", () => {
  build(first, second);
  const long = new Date("2001-02-03T04:05:06Z");
  utimesSync(join(out, "acme/a.json"), long, long);
  const third = built("third/c.json");
  expect(build(first, { ...second, content: "3" }, third)).toEqual([
    { path: "acme/a.json", change: "unchanged" },
    { path: "other/b.json", change: "updated" },
    { path: "third/c.json", change: "created" },
    { path: "manifest.json", change: "updated" },
  ]);
  expect(content("other/b.json")).toBe("3");
  expect(statSync(join(out, "acme/a.json")).mtime).toEqual(long);
});

test("a file that someone edited gets its own bytes back", () => {
  build(first);
  writeFileSync(join(out, "acme/a.json"), "edited");
  expect(build(first)).toContainEqual({ path: "acme/a.json", change: "updated" });
  expect(content("acme/a.json")).toBe(first.content);
});

describe("an orphan", () => {
  test("is removed with its folder when that is empty then", () => {
    build(first, second);
    expect(build(first)).toContainEqual({ path: "other/b.json", change: "removed" });
    expect(listing()).toEqual(["acme", "acme/a.json", "manifest.json"]);
    expect([...manifestIn(out).keys()]).toEqual(["acme/a.json"]);
  });

  test("goes alone when its folder holds something else", () => {
    build(first, second);
    writeFileSync(join(out, "other/notes.txt"), "mine");
    build(first);
    expect(listing()).toEqual(["acme", "acme/a.json", "manifest.json", "other", "other/notes.txt"]);
  });

  test("that is gone already is nothing to report", () => {
    build(first, second);
    rmSync(join(out, "other"), { recursive: true });
    expect(build(first).map(({ path }) => path)).toEqual(["acme/a.json", "manifest.json"]);
  });
});

test("nothing that the build did not write is touched", () => {
  mkdirSync(join(out, "acme/sub"), { recursive: true });
  for (const path of ["readme.md", "acme/notes.txt", "acme/sub/x.json", "acme/unknown.json"]) {
    writeFileSync(join(out, path), path);
  }
  build(first, second);
  build();
  expect(listing()).toEqual(["acme", "acme/notes.txt", "acme/sub", "acme/sub/x.json", "acme/unknown.json", "manifest.json", "readme.md"]);
  expect(content("acme/unknown.json")).toBe("acme/unknown.json");
});

test("comparing reports the same and touches nothing", () => {
  build(first, second);
  const before = listing();
  const files = [{ ...first, content: '{"é": 2}' }, built("third/c.json")];
  const changes = buildInto(out, files, { mode: "compare" });
  expect(changes).toEqual([
    { path: "acme/a.json", change: "updated", keys: ["/é"] },
    { path: "third/c.json", change: "created" },
    { path: "other/b.json", change: "removed" },
    { path: "manifest.json", change: "updated" },
  ]);
  expect([listing(), content("acme/a.json")]).toEqual([before, first.content]);
  const withoutKeys = changes.map(({ path, change }) => ({ path, change }));
  expect(buildInto(out, files)).toEqual(withoutKeys);
});

describe("outside of what a build is about", () => {
  const ofAcme = (entry: ManifestEntry) => entry.customer === "acme";

  test("nothing is removed, and entries stay word for word", () => {
    build(first, built("acme/gone.json"), second);
    const before = manifestIn(out).get("other/b.json");
    const changes = buildInto(out, [first], { covers: ofAcme });
    expect(changes).toContainEqual({ path: "acme/gone.json", change: "removed" });
    expect([...manifestIn(out).keys()]).toEqual(["acme/a.json", "other/b.json"]);
    expect(manifestIn(out).get("other/b.json")).toEqual(before);
  });

  test("a file that is built again gets a new entry", () => {
    build(first);
    buildInto(out, [{ ...first, content: "new", revision: "2025-01-01" }], { covers: () => false });
    expect(manifestIn(out).get("acme/a.json")).toMatchObject({ revision: "2025-01-01" });
  });
});

test("a build of nothing in an empty folder writes nothing", () => {
  expect(build()).toEqual([]);
  expect(listing()).toEqual([]);
});

describe("a manifest that is not usable", () => {
  test.each(["", "no JSON", "[]"])("counts as none: %j", (text) => {
    writeFileSync(join(out, "manifest.json"), text);
    expect(manifestIn(out)).toEqual(new Map());
    expect(build(first)).toContainEqual({ path: "manifest.json", change: "updated" });
  });

  test("leads no removal out of the folder", () => {
    const inner = join(out, "dist");
    buildInto(inner, [first]);
    writeFileSync(join(out, "precious.json"), "mine");
    const manifest = readFileSync(join(inner, "manifest.json"), "utf8");
    writeFileSync(join(inner, "manifest.json"), manifest.replace("acme/a.json", "../precious.json"));
    buildInto(inner, []);
    expect(content("precious.json")).toBe("mine");
  });
});

describe("a write that fails", () => {
  test("leaves the old content and no temporary file of its own", () => {
    build(first);
    // A folder in the place of the temporary file, so that it cannot be written.
    const obstacle = join(out, `acme/a.json.${process.pid}.tmp`);
    mkdirSync(obstacle);
    expect(() => writeAtomically(join(out, "acme/a.json"), "new")).toThrow();
    expect(content("acme/a.json")).toBe(first.content);
  });

  test("at the last moment removes the temporary file", () => {
    // A folder in the place of the file itself, so that the rename fails.
    mkdirSync(join(out, "acme/a.json/inner"), { recursive: true });
    expect(() => writeAtomically(join(out, "acme/a.json"), "new")).toThrow();
    expect(listing()).toEqual(["acme", "acme/a.json", "acme/a.json/inner"]);
  });

  test("leaves the manifest as it was, so that the next build completes the work", () => {
    build(first);
    const manifest = content("manifest.json");
    // A file in the place of a customer's folder.
    writeFileSync(join(out, "other"), "in the way");
    const changed = { ...first, content: "new" };
    expect(() => build(changed, second)).toThrow();
    expect([content("acme/a.json"), content("manifest.json")]).toEqual(["new", manifest]);
    rmSync(join(out, "other"));
    build(changed, second);
    expect([...manifestIn(out).keys()]).toEqual(["acme/a.json", "other/b.json"]);
    expect(existsSync(join(out, "other/b.json"))).toBe(true);
    expect(listing().filter((path) => path.endsWith(".tmp"))).toEqual([]);
  });
});
