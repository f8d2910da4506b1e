import { expect, test } from "vitest";
import { layoutOf } from "../../src/import/layout.js";
import { parseJson } from "../../src/model/json.js";

const layout = (text: string) => layoutOf(text, parseJson(text));

test("a file as TOPdesk writes it has the same bytes", () => {
  expect(layout('{\n    "a": [\n        1\n    ]\n}')).toEqual({ kind: "same" });
});

test.each([
  ["two spaces", '{\n  "a": 1\n}'],
  ["CRLF and a line break at the end", '{\r\n    "a": 1\r\n}\r\n'],
  ["one line", '{"a":[1,"b",null]}'],
  ["escaped letters and slashes", '{"a":"\\u00e9 \\/"}'],
  ["a number with a zero more", '{"a":1.0}'],
])("%s is another layout of the same", (_what, text) => {
  expect(layout(text)).toEqual({ kind: "other" });
});

test.each([
  ["a key twice", '{"a":1,\n"a":2}', 1],
  ["the same key twice with the same value", '{"b":1,"b":1}', 1],
  ["a key that is a number after another", '{"b":1,"1":2}', 1],
  ["a number with more digits than are kept", '{\n"a":12345678901234567890}', 2],
  ["a number that is too large", '{"a":1e999}', 1],
])("%s would be lost", (_what, text, line) => {
  expect(layout(text)).toMatchObject({ kind: "lost", line });
});
