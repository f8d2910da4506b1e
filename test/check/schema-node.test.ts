import { expect, test } from "vitest";
import { schemaOf } from "../../src/check/schema.js";
import { childNode, schemaNodeFor, walkSchema } from "../../src/check/schema-node.js";
import type { JsonObject, JsonValue } from "../../src/model/json.js";

const schema: JsonObject = {
  properties: {
    pet: { $ref: "#/$defs/pet" },
    pets: { items: { $ref: "#/$defs/pet" } },
    names: { additionalProperties: { title: "name" } },
  },
  $defs: {
    pet: {
      title: "pet",
      discriminator: { propertyName: "kind" },
      oneOf: [{ $ref: "#/$defs/cat" }, { $ref: "#/$defs/dog" }],
    },
    cat: { title: "cat", properties: { kind: { const: "CAT" }, lives: { title: "lives" } } },
    dog: { title: "dog", properties: { kind: { const: "DOG" } } },
  },
};
const titleOf = ({ title }: JsonObject) => (typeof title === "string" ? title : "-");
const pet = { $ref: "#/$defs/pet" };

test.each<readonly [JsonValue, string]>([
  [{ kind: "CAT" }, "cat"],
  [{ kind: "DOG" }, "dog"],
  [{ kind: "BIRD" }, "pet"],
  [{}, "pet"],
  ["CAT", "pet"],
])("follows references and chooses the branch by the value's own tag: %j is a %s", (value, title) => {
  expect(schemaNodeFor(schema, pet, value)?.["title"]).toBe(title);
});

test("has no node where the schema has none", () => {
  expect(schemaNodeFor(schema, undefined, {})).toBeUndefined();
  expect(schemaNodeFor(schema, false, {})).toBeUndefined();
  expect(schemaNodeFor(schema, { $ref: "#/$defs/fish" }, {})).toBeUndefined();
});

test("a key that every object inherits is no known key", () => {
  expect(childNode({ properties: {}, additionalProperties: false }, "constructor")).toBe(false);
});

test("visits every key and item that the schema describes, with what it stands in", () => {
  const value = {
    pet: { kind: "CAT", lives: 9 },
    pets: [{ kind: "DOG" }],
    names: { a: "b" },
    other: { kind: 1 },
  };
  const visited: string[] = [];
  walkSchema(schema, value, (path, node, owner) => {
    if (path.length > 0) visited.push(`${path.join(".")} ${titleOf(node)} ${JSON.stringify(owner)}`);
  });
  const whole = JSON.stringify(value);
  expect(visited).toEqual([
    `pet cat ${whole}`,
    `pet.kind - {"kind":"CAT","lives":9}`,
    `pet.lives lives {"kind":"CAT","lives":9}`,
    `pets - ${whole}`,
    `pets.0 dog [{"kind":"DOG"}]`,
    `pets.0.kind - {"kind":"DOG"}`,
    `names - ${whole}`,
    `names.a name {"a":"b"}`,
  ]);
});

test("finds its way through the real schema", () => {
  const titles: string[] = [];
  const value = {
    action: { configuration: { steps: [{ type: "LOOP", subSteps: [{ type: "HTTP_REQUEST" }] }] } },
  };
  walkSchema(schemaOf("action"), value, (path, node) => {
    if (typeof path.at(-1) === "number") titles.push(titleOf(node));
  });
  expect(titles).toEqual(["LoopStepJson", "HttpRequestStepJson"]);
});
