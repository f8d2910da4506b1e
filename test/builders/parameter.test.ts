import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  choiceParameter,
  flagParameter,
  listParameter,
  shown,
  textParameter,
  type Parameter,
} from "../../src/builders/parameter.js";
import { parseJson, type JsonValue } from "../../src/model/json.js";

const name = textParameter({
  description: "A name.",
  default: "an-id",
  pattern: /^[a-z-]+$/,
  expected: "lower-case words joined by hyphens",
});
const words = textParameter({ description: "Any words.", default: "" });
const active = flagParameter({ description: "Whether.", default: true });
const language = choiceParameter({
  description: "Language.",
  choices: ["dutch", "english"],
  default: "dutch",
});
const names = listParameter({ description: "Names.", default: ["a"], item: name });

/** What is wrong with a value, each problem as its path, message and hint. */
function problemsOf(parameter: Parameter<unknown>, value: JsonValue): readonly (readonly unknown[])[] {
  const reading = parameter.read(value);
  return "problems" in reading
    ? reading.problems.map(({ path, message, hint }) => [path, message, hint])
    : [];
}

describe("a value is read", () => {
  test.each<[string, Parameter<unknown>, JsonValue]>([
    ["text", words, "anything at all"],
    ["empty text", words, ""],
    ["text that fits its pattern", name, "a-b"],
    ["true", active, true],
    ["false", active, false],
    ["a choice", language, "english"],
    ["a list", names, ["b", "c"]],
    ["an empty list", names, []],
  ])("%s", (_what, parameter, value) => {
    expect(parameter.read(value)).toEqual({ value });
  });
});

describe("a value is refused", () => {
  test.each<[string, Parameter<unknown>, JsonValue, string, string]>([
    ["a number for text", words, 5, "5 is not text.", 'Write text, such as "".'],
    ["null for text", words, null, "null is not text.", 'Write text, such as "".'],
    [
      "text beside its pattern",
      name,
      "A b",
      '"A b" is not lower-case words joined by hyphens.',
      'Write lower-case words joined by hyphens, such as "an-id".',
    ],
    [
      "a word for a flag",
      active,
      "yes",
      '"yes" is not true or false.',
      "Write true or false, without quotes.",
    ],
    ["a number for a flag", active, 1, "1 is not true or false.", "Write true or false, without quotes."],
    [
      "an unknown choice",
      language,
      "klingon",
      '"klingon" is not one of the choices.',
      "Choose one of: dutch, english.",
    ],
    [
      "a choice with a slip of the pen",
      language,
      "duhtc",
      '"duhtc" is not one of the choices.',
      'Did you mean "dutch"?',
    ],
    [
      "a choice in capitals",
      language,
      "ENGLISH",
      '"ENGLISH" is not one of the choices.',
      'Did you mean "english"?',
    ],
    [
      "a list for a choice",
      language,
      ["dutch"],
      '["dutch"] is not one of the choices.',
      "Choose one of: dutch, english.",
    ],
    ["a word for a list", names, "a", '"a" is not a list.', 'Write a list, such as ["..."].'],
    ["an object for a list", names, { 0: "a" }, '{"0":"a"} is not a list.', 'Write a list, such as ["..."].'],
  ])("%s", (_what, parameter, value, message, hint) => {
    expect(problemsOf(parameter, value)).toEqual([[[], message, hint]]);
  });

  test("with every bad item of a list, each at its place", () => {
    expect(problemsOf(names, ["a", 5, "b", "C"]).map(([path, message]) => [path, message])).toEqual([
      [[1], "5 is not lower-case words joined by hyphens."],
      [[3], '"C" is not lower-case words joined by hyphens.'],
    ]);
  });

  test("with an item that is listed twice", () => {
    expect(problemsOf(names, ["a", "b", "a"])).toEqual([[[2], '"a" is listed twice.', "List it once."]]);
  });

  test("with the place in a list of lists", () => {
    const lists = listParameter({ description: "Lists.", default: [], item: names });
    expect(problemsOf(lists, [["a"], ["b", 1]]).map(([path]) => path)).toEqual([[1, 1]]);
  });
});

test("a parameter says what its values look like", () => {
  expect([words, name, active, language, names].map(({ schema }) => schema)).toEqual([
    { type: "string" },
    { type: "string", pattern: "^[a-z-]+$" },
    { type: "boolean" },
    { enum: ["dutch", "english"] },
    { type: "array", items: { type: "string", pattern: "^[a-z-]+$" }, uniqueItems: true },
  ]);
});

test("whatever stands in a customer's file is read or refused with a reason, never an error", () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom<Parameter<unknown>>(words, name, active, language, names),
      (value, parameter) => {
        const json = parseJson(JSON.stringify(value));
        const reading = parameter.read(json);
        if ("value" in reading) expect(reading.value).toEqual(json);
        else expect(reading.problems.every(({ message, hint }) => message !== "" && hint !== "")).toBe(true);
      },
    ),
  );
});

test("a long value is shown short in a message", () => {
  expect(shown("a".repeat(100))).toHaveLength(60);
  expect(shown("a".repeat(100))).toMatch(/^"a+\.\.\.$/);
  expect(shown({ a: [1] })).toBe('{"a":[1]}');
});
