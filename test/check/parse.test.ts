import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/check/diagnostic.js";
import { DEEPEST_NESTING, parseFile, positionAt } from "../../src/check/parse.js";
import { parseJson } from "../../src/model/json.js";
import { serialize } from "../../src/targets/serialize.js";
import { actionFile, request } from "./sample-file.js";

/** Why a file cannot be used. */
function problem(content: string | Uint8Array): Diagnostic {
  const parsed = parseFile(typeof content === "string" ? Buffer.from(content) : content, "export.json");
  if (parsed.kind === "parsed") throw new Error("the file was parsed");
  return parsed.diagnostic;
}

/** The codes of what is odd about a file that can be used. */
function oddities(content: string | Uint8Array): readonly string[] {
  const parsed = parseFile(typeof content === "string" ? Buffer.from(content) : content, "export.json");
  if (parsed.kind === "unusable") throw new Error(parsed.diagnostic.message);
  return parsed.diagnostics.map((diagnostic) => diagnostic.code);
}

const sample = serialize(actionFile([request("été", { body: '{"a": -1.5e3, "b": "\\u00e9"}' })]));

test("a file with TOPdesk's own bytes is read without a word", () => {
  const parsed = parseFile(Buffer.from(sample), "export.json");
  expect(parsed).toEqual({ kind: "parsed", text: sample, value: parseJson(sample), diagnostics: [] });
});

test.each(["", " \n\t\r\n"])("an empty file is called empty: %j", (text) => {
  expect(problem(text)).toMatchObject({ code: "TA110", severity: "error", message: "The file is empty." });
});

test("a file that was cut off anywhere is called cut off", () => {
  const bytes = Buffer.from(sample);
  for (let length = 1; length < bytes.length; length += 1) {
    const cut = bytes.subarray(0, length);
    const diagnostic = problem(cut);
    // A cut inside of a letter of two bytes leaves bytes that are no UTF-8.
    const insideLetter = (cut.at(-1) ?? 0) >= 0xc0;
    expect(diagnostic.code, cut.toString()).toBe(insideLetter ? "TA111" : "TA110");
    if (!insideLetter) expect(diagnostic.message, cut.toString()).toMatch(/cut off/);
  }
});

test.each([
  '{"a": "x\\',
  '{"a": "\\u00',
  '{"a": -',
  '{"a": 1.',
  '{"a": 1e',
  '{"a": tru',
  '{"a": "été',
  "[",
  '{"a',
])("a file that ends in the middle of a value is called cut off: %j", (text) => {
  expect(problem(text).code).toBe("TA110");
  expect(problem(text).message).toMatch(/cut off/);
});

const broken: readonly (readonly [text: string, line: number, column: number])[] = [
  ['{"a": x}', 1, 7],
  ['{\n    "a": 1,\n}', 3, 1],
  ['{"a": "b" "c": 1}', 1, 11],
  ["{'a': 1}", 1, 2],
  ['{"long": "abcdefghijklmnop", "bbbbbbbbbbbbbbbbbb": nope, "cccccccccccccccc": 2}', 1, 52],
  ["[1] x", 1, 5],
  ['{\r\n  "a": [1 2]\r\n}', 2, 11],
  ["// note\n{}", 1, 1],
  ["[1, /* two */ 2]", 1, 5],
  ['{"a": "\\x41 and more"}', 1, 7],
  ['{"a": "one\ntwo"}', 1, 7],
  ["\u00a0{}", 1, 1],
  ["<html></html>", 1, 1],
];

test.each(broken)("what is not JSON is shown with its line and column: %j", (text, line, column) => {
  const diagnostic = problem(text);
  expect(diagnostic).toMatchObject({ code: "TA110", severity: "error", file: "export.json", line });
  // For a bad character inside of a string either the character or the start of the string is a fair place.
  const inString = /\\x41|one/.test(text);
  if (inString) expect(diagnostic.column).toBeGreaterThanOrEqual(column);
  else expect(diagnostic.column).toBe(column);
  expect(diagnostic.message).toMatch(/^The file is not JSON: .*\.$/);
  expect(diagnostic.hint).toMatch(/Correct it/);
});

test("the message about broken JSON quotes nothing of the file, which may hold secrets", () => {
  const text = '{"user": "admin", "password": "made-up-secret": nope, "more": "text that follows it"}';
  expect(problem(text).message).not.toMatch(/secret|admin|password/);
  expect(problem('{"aaaaaaaaaaaaaaaaaaaa": made-up-secret, "bbbbbbbbbbbbbbb": 1}').message).not.toMatch(
    /aaa|up-/,
  );
});

describe("encodings", () => {
  test.each([
    [
      "UTF-16 with a byte order mark",
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sample, "utf16le")]),
    ],
    ["UTF-16 without one", Buffer.from(sample, "utf16le")],
    ["Latin-1", Buffer.from(sample, "latin1")],
  ])("%s is told apart from UTF-8", (_encoding, bytes) => {
    expect(problem(bytes)).toMatchObject({
      code: "TA111",
      severity: "error",
      message: "The file is not UTF-8.",
    });
    expect(problem(bytes).hint).toContain("UTF-8");
  });

  test("a byte order mark is skipped, and mentioned", () => {
    expect(oddities(`\ufeff${sample}`)).toEqual(["TA115"]);
  });
});

describe("nesting", () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

  test("is read down to the limit", () => {
    expect(oddities(nested(DEEPEST_NESTING))).toEqual(["TA115"]);
  });

  test.each([DEEPEST_NESTING + 1, 10_000])("of %i levels is refused", (depth) => {
    expect(problem(nested(depth)).code).toBe("TA112");
    expect(problem(nested(depth)).message).toContain(`${depth} levels`);
    expect(problem('{"a":'.repeat(depth)).code).toBe("TA112");
  });

  test("is not what brackets inside of a text look like", () => {
    expect(oddities(serialize({ a: `${"[{".repeat(500)}\\"${"[".repeat(500)}` }))).toEqual([]);
  });
});

test.each([
  ["a line break at the end", `${sample}\n`],
  ["CRLF", sample.replaceAll("\n", "\r\n")],
  ["two spaces", JSON.stringify(JSON.parse(sample), null, 2)],
  ["one line", JSON.stringify(JSON.parse(sample))],
  ["a key twice", sample.replace('"exportDate": 1', '"exportDate": 2,\n    "exportDate": 1')],
  ["escapes that are not needed", sample.replace("été", "\\u00e9t\\u00e9")],
])("a file that TOPdesk did not write like this is mentioned: %s", (_what, text) => {
  expect(oddities(text)).toEqual(["TA115"]);
});

test("positions count from 1", () => {
  expect(positionAt("ab\ncd", 0)).toEqual({ line: 1, column: 1 });
  expect(positionAt("ab\ncd", 4)).toEqual({ line: 2, column: 2 });
});
