import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeNewFiles } from "../../../src/cli/init/write-files.js";
import { CommandError } from "../../../src/cli/terminal.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "topdesk-actions-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const all = () => readdirSync(root, { recursive: true, encoding: "utf8" }).sort();

test("files are written with the folders around them", () => {
  writeNewFiles(root, [
    { path: "a/b/c.txt", content: "one" },
    { path: "d.txt", content: "two" },
  ]);
  expect(all()).toEqual(["a", "a/b", "a/b/c.txt", "d.txt"]);
  expect(readFileSync(join(root, "a/b/c.txt"), "utf8")).toBe("one");
});

test("when one cannot be written, those before it and their folders are taken back", () => {
  mkdirSync(join(root, "kept"));
  writeFileSync(join(root, "kept/mine.txt"), "mine");
  const tooLong = "x".repeat(300);
  const writing = () =>
    writeNewFiles(root, [
      { path: "a/b/c.txt", content: "one" },
      { path: "kept/new.txt", content: "one" },
      { path: `d/${tooLong}`, content: "two" },
    ]);
  expect(writing).toThrow(CommandError);
  expect(writing).toThrow(/ENAMETOOLONG\. Nothing was made\.$/);
  expect(all()).toEqual(["kept", "kept/mine.txt"]);
});

test.each([
  ["a/file.txt", "a/file.txt is there already."],
  ["a/FILE.txt", "a/file.txt is there already; a/FILE.txt differs from it only in case."],
  ["A/new.txt", "a is there already; A differs from it only in case."],
  ["a/file.txt/new.txt", "a/file.txt is a file, not a folder."],
  ["a/link.txt", "a/link.txt is there already."],
])("nothing is written when %s would hit what is there", (path, message) => {
  mkdirSync(join(root, "a"));
  writeFileSync(join(root, "a/file.txt"), "mine");
  symlinkSync(join(root, "nowhere"), join(root, "a/link.txt"));
  const writing = () =>
    writeNewFiles(root, [
      { path: "first.txt", content: "" },
      { path, content: "" },
    ]);
  expect(writing).toThrow(message);
  expect(all()).toEqual(["a", "a/file.txt", "a/link.txt"]);
  expect(readFileSync(join(root, "a/file.txt"), "utf8")).toBe("mine");
});

test("files may go beside the folder of the project", () => {
  const project = join(root, "project");
  mkdirSync(project);
  writeNewFiles(project, [{ path: "../beside/c.txt", content: "one" }]);
  expect(all()).toEqual(["beside", "beside/c.txt", "project"]);
});
