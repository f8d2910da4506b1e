import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isJsonObject, parseJson, type JsonValue } from "../../src/model/json.js";
import { complete } from "../../src/shapes/complete.js";
import { pointerInShape } from "../../src/shapes/pointer.js";
import { readShape, shapeFileText } from "../../src/shapes/shape-file.js";
import { fromShape, hasStepsOf, inShape } from "../../src/shapes/translate.js";
import { otherShape } from "./other-shape.js";

const built = (name: string): JsonValue =>
  parseJson(readFileSync(new URL(`../../dist/${name}`, import.meta.url), "utf8"));
const FILES = ["default", "sample-school", "sample-municipality", "sample-hospital"].map(
  (customer) => `${customer}/minimum-stock.action.json`,
);

describe.each(FILES)("%s", (name) => {
  const value = built(name);
  const shaped = inShape(value, otherShape);

  test("comes back as it was", () => {
    expect(JSON.stringify(fromShape(shaped, otherShape))).toBe(JSON.stringify(value));
  });

  test("holds none of our keys that the shape has other names for", () => {
    const text = JSON.stringify(shaped);
    for (const key of [
      "formatVersion",
      "collectionTemplate",
      "itemKey",
      "assignmentType",
      "executionCondition",
    ]) {
      expect(text).not.toContain(`"${key}":`);
    }
    expect(hasStepsOf(complete(otherShape), shaped)).toBe(true);
    expect(hasStepsOf(complete(otherShape), value)).toBe(false);
  });
});

test("a pointer leads to the same thing in the other shape", () => {
  const value = built("default/minimum-stock.action.json");
  expect(pointerInShape(value, "/action/configuration/steps/0/url", otherShape)).toBe(
    "/automation/flow/steps/0/url",
  );
  expect(pointerInShape(value, "/action/trigger/schedule/time", otherShape)).toBe("/automation/startedBy/at");
  expect(pointerInShape(value, "/action/trigger/type", otherShape)).toBe("/automation/startedBy");
  expect(pointerInShape(value, "/action/configuration/steps/3/collectionTemplate", otherShape)).toBe(
    "/automation/flow/steps/3/list",
  );
  expect(pointerInShape(value, "/action/configuration/steps/3", otherShape)).toBe("/automation/flow/steps/3");
  expect(pointerInShape(value, "/formatVersion", otherShape)).toBe("/version");
  expect(pointerInShape(value, "", otherShape)).toBe("");
});

test("a shape is read from its file as it was written", () => {
  const text = shapeFileText(otherShape, "../../schemas/shape.schema.json");
  expect(readShape(parseJson(text))).toEqual({ kind: "shape", shape: otherShape });
});

describe("a file that is no shape says where", () => {
  test.each<readonly [JsonValue, string, RegExp]>([
    [[], "", /no JSON object/],
    [{ variables: "list" }, "", /must have required property/],
    [withKeys({ name: { form: "name" } }), "/objects/loop/name", /./],
    [withKeys({ a: { from: "name" }, b: { from: "name" } }), "/objects/loop", /"name" stands at two keys/],
  ])("%j", (value, pointer, message) => {
    const reading = readShape(value);
    if (reading.kind !== "wrong") throw new Error("it was read");
    expect(reading.pointer).toContain(pointer);
    expect(reading.message).toMatch(message);
  });
});

function withKeys(loop: JsonValue): JsonValue {
  const value = parseJson(shapeFileText(otherShape));
  if (!isJsonObject(value) || !isJsonObject(value["objects"])) throw new Error("no object");
  return { ...value, objects: { ...value["objects"], loop } };
}
