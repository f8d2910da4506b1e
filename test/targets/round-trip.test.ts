import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson, type JsonValue } from "../../src/model/json.js";
import { readFile } from "../../src/targets/read.js";
import { serialize } from "../../src/targets/serialize.js";
import { writeFile } from "../../src/targets/write.js";
import { anyExport } from "./random-export.js";

/** The text of an export after it went through the model. */
function rewritten(value: JsonValue): string {
  const file = readFile(value);
  if (file === undefined) throw new Error("not an action");
  return serialize(writeFile(file));
}

const step =
  '"name":"s","method":"GET","url":"u","headers":[{"name":"A","value":"b"}],"escapeBodyValues":false';
const inAction = (configuration: string) => `{"action":{"configuration":${configuration}}}`;
const inSteps = (...steps: readonly string[]) => inAction(`{"steps":[${steps.join()}]}`);

const fixtures: Readonly<Record<string, string>> = {
  "nothing but a root": '{"action":{}}',
  "a classic root": '{"actionSequence":{}}',
  "the other root as text": '{"actionSequence":{"name":"x"},"action":"text"}',
  "unknown keys at every level":
    `{"v":1,"action":{"w":2,"configuration":{"x":3,"variables":[{"name":"a","y":4,"value":"b"}],` +
    `"steps":[{"z":5,${step},"q":[{}]},{"type":"LOOP","subSteps":[{"deep":{"er":1}}]}]}}}`,
  "another order of keys":
    '{"action":{"configuration":{"steps":[],"mappingDefinitions":[],"variables":[]},"description":"d","name":"n"},' +
    '"exportDate":1,"formatVersion":"2.7"}',
  "missing keys": inSteps("{}", '{"name":"only"}', '{"type":"LOOP"}', '{"type":"ASSIGN_VARIABLE"}'),
  "keys that hold what their absence means": inSteps('{"body":"","escapeBodyValues":true,"headers":[]}'),
  "an empty configuration": inAction("{}"),
  "a configuration that is no object": inAction("[]"),
  "steps with and without a type": inSteps(`{${step}}`, `{"type":"HTTP_REQUEST",${step}}`),
  "a type in a classic file": `{"actionSequence":{"configuration":{"steps":[{"type":"LOOP","itemKey":"i"}]}}}`,
  "a type that is null or a number": inSteps('{"type":null}', '{"type":3}', '{"type":{}}'),
  "an unknown type with steps below": inSteps(
    '{"type":"PARALLEL","branches":2,"subSteps":[{"type":"WAIT","seconds":5},{"type":"LOOP","subSteps":[]}]}',
  ),
  "steps below a request and an assignment": inSteps(
    `{${step},"subSteps":[{"type":"ASSIGN_VARIABLE","subSteps":[{}]}]}`,
  ),
  "variables as a map": inAction('{"variables":{"b":"2","a":"","z":null,"n":1,"o":{"p":[]}}}'),
  "an empty map of variables": inAction('{"variables":{}}'),
  "the same variable twice": inAction('{"variables":[{"name":"a","value":"1"},{"name":"a","value":"2"}]}'),
  "variables that are no objects": inAction('{"variables":["a",null]}'),
  "values of other types": inAction('{"variables":[{"name":1,"value":null},{"value":{"a":1}}]}'),
  "known keys with values of other types":
    '{"formatVersion":2.1,"exportDate":"1","action":{"name":null,"description":[],"structureName":"x","trigger":null}}',
  "steps with values of other types": inSteps(
    '{"name":null,"method":1,"url":[],"headers":{"A":"b"},"escapeBodyValues":"true","body":{"a":1}}',
    '{"headers":[null],"executionCondition":null,"customExecutionCondition":false,"subSteps":null}',
    '{"type":"LOOP","collectionTemplate":["a"],"itemKey":null,"subSteps":[1]}',
    '{"type":"ASSIGN_VARIABLE","assignmentType":1,"variableKey":null,"valueTemplate":2}',
  ),
  "mapping definitions": inAction('{"mappingDefinitions":[{"from":"a"}]}'),
  "mapping definitions that are no list": inAction('{"mappingDefinitions":null}'),
  "a trigger of another shape": '{"action":{"trigger":{"schedule":{"cron":"* * * * *"},"type":"SCHEDULED"}}}',
  "a trigger in a classic file": '{"actionSequence":{"trigger":{"type":"WEBHOOK","path":"x"}}}',
  "an unknown word for when to run": inSteps(
    '{"executionCondition":"SOMETIMES","customExecutionCondition":"x"}',
  ),
  "keys that every object inherits":
    '{"__proto__":{"a":1},"constructor":"c","action":{"__proto__":null,"toString":1,"configuration":{"__proto__":[],' +
    '"variables":{"__proto__":"p","constructor":"c"},"steps":[{"__proto__":{"name":"x"},"hasOwnProperty":false}]}}}',
  "an inherited name": '{"action":{"__proto__":{"name":"x","configuration":{"steps":[]}}}}',
  "steps that are null": inAction('{"steps":[null,{"name":"x"}]}'),
  "no list of steps": inAction('{"steps":{"a":{}}}'),
  "headers with other keys": inSteps('{"headers":[{"value":"v","x":null,"name":"n"},{},{"name":null}]}'),
  "letters outside ASCII and escapes":
    '{"action":{"name":"é–漢😀\\u0000\\ud800","description":"a\\r\\nb\\u2028"}}',
  "numbers as JavaScript writes them": '{"exportDate":1e21,"action":{"x":-0.5,"y":123456789012345}}',
};

test.each(Object.entries(fixtures))("%s: writing gives the same text back", (_what, text) => {
  const value = parseJson(text);
  expect(rewritten(value)).toBe(serialize(value));
});

test("any export goes back as it came", () => {
  fc.assert(
    fc.property(anyExport, (value) => {
      expect(rewritten(value)).toBe(serialize(value));
    }),
    { numRuns: 1000 },
  );
});
