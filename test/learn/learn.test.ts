import { describe, expect, test } from "vitest";
import { findingsOf, type ShapeFinding } from "../../src/learn/findings.js";
import { learn, type Lesson } from "../../src/learn/learn.js";
import { sheetAction } from "../../src/learn/sheet-action.js";
import { parseJson, type JsonValue } from "../../src/model/json.js";
import { inShape } from "../../src/shapes/translate.js";
import { otherShape } from "../shapes/other-shape.js";

type Learned = Extract<Lesson, { readonly kind: "learned" }>;

function learned(...exports: readonly JsonValue[]): Learned {
  const lesson = learn(exports);
  if (lesson.kind !== "learned") throw new Error(JSON.stringify(lesson));
  return lesson;
}

function findings(...exports: readonly JsonValue[]): ReadonlyMap<string, ShapeFinding> {
  return new Map(findingsOf(learned(...exports).found).map((finding) => [finding.name, finding]));
}

/** The sheet's action after changes of its text. */
function edited(...changes: readonly (readonly [string | RegExp, string])[]): JsonValue {
  const text = JSON.stringify(sheetAction("daily"));
  return parseJson(
    changes.reduce((all, [from, to]) => {
      const next = all.replaceAll(from, to);
      if (next === all) throw new Error(`nothing to change: ${String(from)}`);
      return next;
    }, text),
  );
}

describe("an export that is as we inferred", () => {
  test("confirms everything that the sheet asks for", () => {
    const statuses = [...findings(sheetAction("daily")).values()].map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(["confirmed"]));
    expect(statuses.length).toBeGreaterThan(40);
  });

  test("says of each key how it was known before", () => {
    const found = findings(sheetAction("weekly"));
    expect(found.get("LOOP.itemKey")).toEqual({
      status: "confirmed",
      name: "LOOP.itemKey",
      evidence: "inferred",
    });
    expect(found.get("LOOP.subSteps")?.evidence).toBe("tool");
    expect(found.get("trigger.schedule.frequency = WEEKLY")?.evidence).toBe("inferred");
    expect(found.get("headers[].name")?.evidence).toBe("seen");
    expect(found.get("day TUESDAY")?.status).toBe("confirmed");
  });
});

describe("an export that differs", () => {
  const found = findings(inShape(sheetAction("daily"), otherShape));

  test.each([
    ["variables as a list", "one object, with the names as its keys"],
    ["LOOP.type = LOOP", 'kind = "FOR_EACH"'],
    ["LOOP.collectionTemplate", "list"],
    ["LOOP.itemKey", "as"],
    ["action.configuration", "automation.flow"],
    ["trigger.schedule", "no object of its own"],
    ["trigger.schedule.time", "at"],
    ["assignmentType TEXT", '"REPLACE"'],
    ["formatVersion 2.10", '"3"'],
    ["executionCondition ALWAYS", '"EACH_TIME"'],
  ])("contradicts %s: %s", (name, instead) => {
    expect(found.get(name)).toMatchObject({ status: "contradicted", instead });
  });

  test("lists the keys that we do not have, with their values", () => {
    expect(found.get("HTTP_REQUEST.retries")).toEqual({
      status: "extra",
      name: "HTTP_REQUEST.retries",
      instead: "0",
    });
    expect(found.get("automation.enabled")?.instead).toBe("false");
  });

  test("a key with an id or a moment of its own is left out of what is built", () => {
    const id = "4d3f6c1e-1b1e-4e58-9a0e-0f2a6d6f3b11";
    const withIds = findings(edited(['"name":"learn_ask"', `"name":"learn_ask","id":"${id}"`]));
    expect(withIds.get("HTTP_REQUEST.id")?.instead).toBe(
      "another value each time: left out of what is built",
    );
  });
});

describe("a partial sample", () => {
  test("without a loop says that the loop was not found, and learns the rest", () => {
    const value = edited([/,\{"type":"LOOP".*?"customExecutionCondition":"\$\{learn_if2[^"]*"\}/g, ""]);
    const found = findings(value);
    expect(found.get("LOOP.itemKey")?.status).toBe("not found");
    expect(found.get("LOOP.type = LOOP")?.status).toBe("not found");
    expect(found.get("HTTP_REQUEST.url")?.status).toBe("confirmed");
    expect(learned(value).shape.objects.loop).toBeUndefined();
  });

  test("without a schedule says that the trigger was not found", () => {
    const found = findings(edited([/"trigger":\{.*?\}\},/g, ""]));
    expect(found.get("action.trigger")?.status).toBe("not found");
    expect(found.get("trigger.schedule.time")?.status).toBe("not found");
  });

  test("with more steps than the sheet has is read all the same", () => {
    const wait = '{"type":"WAIT","name":"wait_a_moment","seconds":5},';
    const found = findings(
      edited([
        '{"type":"ASSIGN_VARIABLE","name":"learn_set"',
        `${wait}{"type":"ASSIGN_VARIABLE","name":"learn_set"`,
      ]),
    );
    expect(found.get("LOOP.itemKey")?.status).toBe("confirmed");
  });

  test("with words typed in capitals, or with spaces around them, is read all the same", () => {
    const found = findings(edited(["learn_item", " Learn_Item "], ['"learn-header"', '"LEARN-HEADER"']));
    expect(found.get("LOOP.itemKey")?.status).toBe("confirmed");
    expect(found.get("headers[].value")?.status).toBe("confirmed");
  });
});

describe("several exports", () => {
  test("tell several schedules, and which keys have another value each time", () => {
    const first = edited(['"name":"learn-action"', '"name":"learn-action","number":"A 1"']);
    const second = parseJson(
      JSON.stringify(sheetAction("weekly")).replace(
        '"name":"learn-action"',
        '"name":"learn-action","number":"A 2"',
      ),
    );
    const { shape } = learned(first, second);
    expect(Object.keys(shape.objects)).toEqual(expect.arrayContaining(["daily", "weekly"]));
    expect(JSON.stringify(shape.objects.file)).toContain('"number":{"varies":true}');
  });

  test("what was learned before stays where the new export says nothing of it", () => {
    const before = learned(inShape(sheetAction("weekly"), otherShape)).shape;
    const lesson = learn([inShape(sheetAction("daily"), otherShape)], before);
    if (lesson.kind !== "learned") throw new Error("not learned");
    expect(lesson.shape.objects.weekly).toEqual(before.objects.weekly);
    expect(lesson.shape.objects.daily).toBeDefined();
    expect(lesson.found.objects.weekly).toBeUndefined();
  });
});

describe("forms of values that we write otherwise", () => {
  test.each([
    ["times with seconds", '"04:35"', '"04:35:00"'],
    ["an expression without signs around it", '"${learn_list}"', '"learn_list"'],
    ["null for an empty text", '"body":""', '"body":null'],
  ])("%s", (_what, from, to) => {
    const value = edited([from, to]);
    expect(JSON.stringify(inShape(sheetAction("daily"), learned(value).shape))).toBe(JSON.stringify(value));
  });

  test("the words for all days follow from two of them", () => {
    const text = JSON.stringify(sheetAction("weekly"));
    const days = (...words: readonly [string, string]) =>
      learned(parseJson(text.replace('"TUESDAY","FRIDAY"', words.join(",")))).shape.words.day;
    expect(days('"TUE"', '"FRI"')).toMatchObject({ MONDAY: "MON", SUNDAY: "SUN" });
    expect(days('"dinsdag"', '"vrijdag"')).toMatchObject({ MONDAY: "maandag", SUNDAY: "zondag" });
    expect(days("2", "5")).toMatchObject({ MONDAY: 1, SUNDAY: 7 });
    expect(days("3", "6")).toMatchObject({ MONDAY: 2, SUNDAY: 1 });
    expect(days('"A"', '"B"')).toEqual({ TUESDAY: "A", FRIDAY: "B" });
  });
});

describe("what teaches nothing says so", () => {
  test.each<readonly [JsonValue, RegExp]>([
    [[], /no JSON object/],
    [{}, /None of the sheet's words/],
    [
      { action: { name: "learn-action", steps: { a: { name: "learn_ask" } } } },
      /none of its steps in a list/,
    ],
    [{ lists: [[{ name: "learn_ask" }, { name: "learn_finish" }]] }, /a list within a list/],
  ])("%j", (value, reason) => {
    const lesson = learn([value]);
    expect(lesson.kind).toBe("unknown");
    expect(lesson.kind === "unknown" && lesson.reason).toMatch(reason);
  });
});
