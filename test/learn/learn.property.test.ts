import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recognized } from "../../src/check/recognize.js";
import { firstDifference } from "../../src/shapes/first-difference.js";
import { learn } from "../../src/learn/learn.js";
import { sheetAction } from "../../src/learn/sheet-action.js";
import {
  isJsonArray,
  isJsonObject,
  parseJson,
  type JsonObject,
  type JsonValue,
} from "../../src/model/json.js";
import { parsedShape } from "./parsed-shape.js";
import { fromShape, inShape } from "../../src/shapes/translate.js";
import type { Shape } from "../../src/shapes/shape.js";
import { randomShape, written, type RandomShape } from "./random-shape.js";

/** How many made-up shapes are tried; more with LEARN_CASES. */
const CASES = Number(process.env["LEARN_CASES"] ?? 200);

const built = parseJson(
  readFileSync(new URL("../../dist/default/minimum-stock.action.json", import.meta.url), "utf8"),
);

/** The sheet filled in: the second assigning step assigns otherwise. */
function filledIn(shape: RandomShape, kind: "daily" | "weekly" | "monthly" | "hourly"): JsonValue {
  const filled = JSON.stringify(sheetAction(kind)).split('"assignmentType":"TEXT"');
  const [before = "", between = "", after = ""] = filled;
  const other = `${before}"assignmentType":"TEXT"${between}"assignmentType":"OTHER_ASSIGNMENT"${after}`;
  return written(shape, parseJson(other));
}

function learned(...exports: readonly JsonValue[]): Shape {
  const lesson = learn(exports);
  if (lesson.kind !== "learned") throw new Error(JSON.stringify(lesson));
  return parsedShape(lesson.shape);
}

/** The built file with another schedule. */
function withSchedule(schedule: JsonObject): JsonValue {
  if (!isJsonObject(built) || !isJsonObject(built["action"])) throw new Error("no action");
  return { ...built, action: { ...built["action"], trigger: { type: "SCHEDULED", schedule } } };
}

const SCHEDULES = {
  daily: { frequency: "DAILY", time: "12:00", timeZone: "Europe/Amsterdam" },
  weekly: { frequency: "WEEKLY", days: ["FRIDAY"], time: "07:30", timeZone: "Europe/Berlin" },
  monthly: { frequency: "MONTHLY", dayOfMonth: 1, time: "07:30", timeZone: "Europe/Berlin" },
  hourly: { frequency: "HOURLY", every: 2, timeZone: "Europe/Berlin" },
} as const;

describe("whatever a TOPdesk calls its keys and words, and however it nests them", () => {
  test("one export of the sheet's action is enough to build as it writes, to the byte", () => {
    fc.assert(
      fc.property(randomShape, fc.constantFrom("daily", "weekly", "monthly", "hourly"), (shape, kind) => {
        const file = withSchedule(SCHEDULES[kind]);
        const own = learned(filledIn(shape, kind));
        const expected = written(shape, file);
        expect(firstDifference(inShape(file, own), expected)).toBeUndefined();
        expect(firstDifference(fromShape(expected, own), file)).toBeUndefined();
        expect(firstDifference(recognized(expected, [own]).value, file)).toBeUndefined();
      }),
      { numRuns: CASES },
    );
  });

  test("exports with other schedules add what they tell", () => {
    fc.assert(
      fc.property(randomShape, (shape) => {
        const kinds = ["daily", "weekly", "monthly"] as const;
        const own = learned(...kinds.map((kind) => filledIn(shape, kind)));
        for (const kind of kinds) {
          const file = withSchedule(SCHEDULES[kind]);
          expect(firstDifference(inShape(file, own), written(shape, file))).toBeUndefined();
        }
      }),
      { numRuns: Math.ceil(CASES / 3) },
    );
  });

  test("whatever an admin left out, what was learned gives the export back and loses nothing of a build", () => {
    const subset = fc.record({
      steps: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 5 }),
      hasTrigger: fc.boolean(),
      hasVariable: fc.boolean(),
    });
    fc.assert(
      fc.property(randomShape, subset, (shape, kept) => {
        const partial = written(shape, withoutParts(sheetAction("daily"), kept));
        const own = learned(partial);
        expect(firstDifference(inShape(fromShape(partial, own), own), partial)).toBeUndefined();
        expect(firstDifference(fromShape(inShape(built, own), own), built)).toBeUndefined();
      }),
      { numRuns: CASES },
    );
  });
});

interface Kept {
  readonly steps: readonly number[];
  readonly hasTrigger: boolean;
  readonly hasVariable: boolean;
}

function withoutParts(file: JsonObject, { steps, hasTrigger, hasVariable }: Kept): JsonValue {
  const change = (key: string, value: JsonValue): JsonValue => {
    if (key === "steps" && isJsonArray(value)) return value.filter((_step, index) => steps.includes(index));
    return key === "variables" && !hasVariable ? [] : value;
  };
  const text = JSON.stringify(file, (key, value: JsonValue) =>
    key === "trigger" && !hasTrigger ? undefined : change(key, value),
  );
  return parseJson(text);
}
