import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { entryFor, readManifest, writeManifest, type ManifestEntry } from "../../src/dist/manifest.js";
import { built } from "./sample-build.js";

const entry = entryFor(built("acme/a.json"), "1.2.3");

test("an entry holds the sha256 of the file's bytes and where it came from", () => {
  const file = built("acme/a.incident1.action-sequence.json", '{"é": 1}', {
    target: "action-sequence",
    cardType: "incident1",
  });
  expect(entryFor(file, "1.2.3")).toEqual({
    sha256: createHash("sha256").update(Buffer.from('{"é": 1}', "utf8")).digest("hex"),
    customer: "acme",
    action: "greet",
    target: "action-sequence",
    cardType: "incident1",
    revision: "2024-02-29",
    toolVersion: "1.2.3",
  });
  // The well-known digest of two braces, so that the test does not only repeat the code.
  expect(entry.sha256).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  expect(entry).not.toHaveProperty("cardType");
});

describe("the text of a manifest", () => {
  const paths = ["b/z.json", "a/y.json", "B/x.json", "a/x.json", "a-b/x.json"];
  const text = writeManifest(new Map(paths.map((path) => [path, entry])));

  test("lists the files in the order of their paths, whatever order they were built in", () => {
    expect([...text.matchAll(/"(\S+\.json)"/g)].map(([, path]) => path)).toEqual([...paths].sort());
    expect(writeManifest(new Map([...paths].reverse().map((path) => [path, entry])))).toBe(text);
  });

  test("holds no time and nothing of this machine", () => {
    expect(text).not.toMatch(/\d{2}:\d{2}|\d{10}\b|date|time/i);
    expect(text).not.toContain(process.cwd());
  });

  test("ends its last line", () => {
    expect(text.endsWith("}\n")).toBe(true);
    expect(writeManifest(new Map())).toBe('{\n  "files": {}\n}\n');
  });

  test("is read back as it was written", () => {
    const withCard: ManifestEntry = { ...entry, cardType: "incident1" };
    const manifest = new Map([["a/b.json", entry], ["a/c.json", withCard]]);
    expect(readManifest(writeManifest(manifest))).toEqual(manifest);
  });
});

const unsafe = [
  "../x",
  "../x.json",
  "/etc/x",
  "/etc/x.json",
  "a/../../b.json",
  "a/../b.json",
  "../a/b.json",
  "./b.json",
  "a/..",
  "C:\\x",
  "C:\\x.json",
  "C:/x.json",
  "a\\b.json",
  "a/b\\..\\..\\c.json",
  "a/b/c.json",
  "a//b.json",
  "/b.json",
  "b.json",
  "manifest.json",
  "a/b.txt",
  "a/b.json ",
  "a/b.json\n",
  "",
];

test.each(unsafe)("an entry whose path could lead elsewhere is left out: %j", (path) => {
  const text = JSON.stringify({ files: { [path]: entry, "good/x.json": entry } });
  expect([...(readManifest(text)?.keys() ?? [])]).toEqual(["good/x.json"]);
});

test.each([null, "text", [], {}, { ...entry, sha256: 1 }, { ...entry, toolVersion: undefined }])(
  "an entry that is none is left out: %j",
  (bad) => {
    const text = JSON.stringify({ files: { "a/b.json": bad, "good/x.json": entry } });
    expect([...(readManifest(text)?.keys() ?? [])]).toEqual(["good/x.json"]);
  },
);

test("what an entry holds besides is forgotten", () => {
  const text = JSON.stringify({ files: { "a/b.json": { ...entry, extra: 1, cardType: 7 } } });
  expect(readManifest(text)).toEqual(new Map([["a/b.json", entry]]));
});

test.each(["", "no JSON", "null", "[]", "{}", '{"files": []}', '{"files": null}', '{"files": {', "\u0000"])(
  "text that is no manifest is told apart: %j",
  (text) => {
    expect(readManifest(text)).toBeUndefined();
  },
);
