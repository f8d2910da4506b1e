import { describe, expect, test } from "vitest";
import { recordFlow } from "../../src/builders/flow.js";
import { constant, countWhere, exists } from "../../src/builders/operations.js";
import { scheduleProblem } from "../../src/builders/schedule.js";
import { listShape, recordShape, textShape } from "../../src/builders/shape.js";
import { each, naming, text, url } from "../../src/builders/text.js";
import { reference, topLevel } from "../../src/builders/value.js";

const items = reference(listShape(recordShape({ id: textShape })), topLevel("items"));

describe("the name of an item or value must be one that FreeMarker reads as one name", () => {
  test.each(["my item", "2nd", "a-b", "in", ""])("%j is refused", (name) => {
    const message = `"${name}" cannot be the name of a value in a template.`;
    expect(() => each(items, name, (item) => text`${item.id}`)).toThrow(message);
    expect(() => naming(name, constant(1), (value) => text`${value}`)).toThrow(message);
    expect(() => countWhere(items, name, (item) => exists(item.id))).toThrow(message);
    expect(() =>
      recordFlow((flow) => {
        const { body } = flow.http("get", {
          method: "GET",
          url: url`https://example.com`,
          answer: listShape(textShape),
        });
        flow.forEach("loop", body, name, () => undefined);
      }),
    ).toThrow(message);
  });
});

test("a time zone in the wrong case is refused, because Java does not know it", () => {
  const problem = scheduleProblem({ frequency: "DAILY", time: "12:00", timeZone: "europe/amsterdam" });
  expect(problem).toMatchObject({ key: "timeZone", hint: 'Did you mean "Europe/Amsterdam"?' });
});
