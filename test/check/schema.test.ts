import { describe, expect, test } from "vitest";
import { pointerTo } from "../../src/check/diagnostic.js";
import { schemaFindings, schemaOf, type Strictness } from "../../src/check/schema.js";
import type { RootKey } from "../../src/model/action.js";
import type { JsonValue } from "../../src/model/json.js";
import {
  actionFile,
  assignment,
  changed,
  inStep,
  loop,
  request,
  sequenceFile,
  withHeader,
} from "./sample-file.js";

function findings(value: JsonValue, strictness: Strictness, root: RootKey = "action") {
  return schemaFindings(value, root, strictness).map(({ path, ...finding }) => ({
    ...finding,
    pointer: pointerTo(path),
  }));
}

const action = actionFile(
  [request("first"), loop("each", [request("inner"), assignment("set", "x")])],
  [{ name: "x", value: "" }],
);
const inner = ["action", "configuration", "steps", 1, "subSteps", 0] as const;

test("a file in the shape of either schema has no findings", () => {
  expect(findings(action, "closed")).toEqual([]);
  expect(findings(changed(action, ["action", "configuration", "variables"], { x: "" }), "closed")).toEqual(
    [],
  );
  expect(findings(sequenceFile([withHeader("Accept", "*/*")]), "closed", "actionSequence")).toEqual([]);
});

interface Flaw {
  readonly what: string;
  readonly path: readonly (string | number)[];
  readonly value: JsonValue | undefined;
  readonly code: string;
  /** How grave it is when files of any origin are welcome; in our own files all of it is an error. */
  readonly open: "error" | "warning";
  readonly pointer?: string;
  readonly step?: string;
  readonly message: RegExp;
  readonly hint: RegExp;
}

const flaws: readonly Flaw[] = [
  {
    what: "an unknown key that is nearly a known one",
    path: [...inner, "boddy"],
    value: "",
    code: "TA102",
    open: "warning",
    step: "inner",
    message: /"boddy"/,
    hint: /Did you mean "body"\?/,
  },
  {
    what: "an unknown key of the file",
    path: ["signature"],
    value: "",
    code: "TA102",
    open: "warning",
    message: /"signature"/,
    hint: /kept as it is/,
  },
  {
    what: "an unknown key of a variable",
    path: ["action", "configuration", "variables", 0, "values"],
    value: [],
    code: "TA102",
    open: "warning",
    message: /"values"/,
    hint: /Did you mean "value"\?/,
  },
  {
    what: "an unknown type of step",
    path: [...inner, "type"],
    value: "WAIT",
    code: "TA103",
    open: "warning",
    step: "inner",
    message: /type "WAIT" is not known/,
    hint: /cannot look inside/,
  },
  {
    what: "a step without a type",
    path: [...inner, "type"],
    value: undefined,
    code: "TA103",
    open: "warning",
    step: "inner",
    message: /"type" is missing/,
    hint: /read as an HTTP request/,
  },
  {
    what: "an unknown word that is nearly a known one",
    path: [...inner, "executionCondition"],
    value: "ALLWAYS",
    code: "TA103",
    open: "warning",
    step: "inner",
    message: /"ALLWAYS"/,
    hint: /Did you mean "ALWAYS"\?/,
  },
  {
    what: "an unknown word",
    path: ["action", "configuration", "steps", 0, "method"],
    value: "TRACEROUTE",
    code: "TA103",
    open: "warning",
    step: "first",
    message: /"TRACEROUTE"/,
    hint: /Known are: GET, POST/,
  },
  {
    what: "an unknown way to assign",
    path: ["action", "configuration", "steps", 1, "subSteps", 1, "assignmentType"],
    value: "NUMBER",
    code: "TA103",
    open: "warning",
    step: "set",
    message: /"NUMBER"/,
    hint: /Known are: TEXT/,
  },
  {
    what: "an unknown trigger",
    path: ["action", "trigger"],
    value: { type: "MOON" },
    code: "TA103",
    open: "warning",
    pointer: "/action/trigger/type",
    message: /type "MOON"/,
    hint: /kept as it is/,
  },
  {
    what: "mapping definitions",
    path: ["action", "configuration", "mappingDefinitions"],
    value: [{}],
    code: "TA103",
    open: "warning",
    message: /empty list/,
    hint: /kept as it is/,
  },
  {
    what: "a missing key",
    path: [...inner, "body"],
    value: undefined,
    code: "TA101",
    open: "error",
    pointer: pointerTo(inner),
    step: "inner",
    message: /"body" is missing/,
    hint: /every file that was seen/,
  },
  {
    what: "text where a truth value belongs",
    path: [...inner, "escapeBodyValues"],
    value: "true",
    code: "TA101",
    open: "error",
    step: "inner",
    message: /a boolean/,
    hint: /schemas\//,
  },
  {
    what: "a number where text belongs",
    path: ["action", "configuration", "variables", 0, "value"],
    value: 7,
    code: "TA101",
    open: "error",
    message: /a string/,
    hint: /schemas\//,
  },
  {
    what: "an object where a list belongs",
    path: [...inner, "headers"],
    value: { Accept: "*/*" },
    code: "TA101",
    open: "error",
    step: "inner",
    message: /a list/,
    hint: /schemas\//,
  },
  {
    what: "a word that is no text",
    path: [...inner, "method"],
    value: 7,
    code: "TA101",
    open: "error",
    step: "inner",
    message: /not known/,
    hint: /GET/,
  },
  {
    what: "a version that is none",
    path: ["formatVersion"],
    value: "two",
    code: "TA101",
    open: "error",
    message: /"two"/,
    hint: /schemas\//,
  },
];

describe.each(["open", "closed"] as const)("when the schema is %s", (strictness) => {
  test.each(flaws)("$what is found", ({ path, value, code, open, pointer, step, message, hint }) => {
    const [finding, ...others] = findings(changed(action, path, value), strictness);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code,
      severity: strictness === "closed" ? "error" : open,
      pointer: pointer ?? pointerTo(path),
    });
    expect(finding?.step).toBe(step);
    expect(finding?.message).toMatch(message);
    expect(finding?.hint).toMatch(hint);
  });
});

test("everything that is wrong is reported at once", () => {
  const twice = changed(changed(action, [...inner, "body"], 1), ["action", "name"], undefined);
  expect(findings(twice, "open").map(({ pointer }) => pointer)).toEqual(
    expect.arrayContaining(["/action", `${pointerTo(inner)}/body`]),
  );
});

test("a card type that was not seen yet is a warning, in the classic format", () => {
  const file = changed(sequenceFile(), ["actionSequence", "structureName"], "problem");
  expect(findings(file, "open", "actionSequence")).toMatchObject([
    { code: "TA103", severity: "warning", pointer: "/actionSequence/structureName" },
  ]);
});

test("keys of the new format are unknown in the classic one", () => {
  const file = changed(
    sequenceFile([request("a")]),
    ["actionSequence", "configuration", "steps", 0, "type"],
    "LOOP",
  );
  expect(findings(file, "open", "actionSequence")).toMatchObject([
    { code: "TA102", pointer: inStep(0, "type", "actionSequence"), step: "a" },
  ]);
});

const secret = "made-up-Geheim1";

test.each<readonly [string, JsonValue]>([
  ["headers", { Authorization: `Bearer ${secret}` }],
  ["headers", `Authorization: ${secret}`],
  ["headers", [secret]],
  ["body", { password: secret }],
  ["method", { password: secret }],
  ["escapeBodyValues", secret],
  ["type", { password: secret }],
])("no message repeats what stands at %s, which may be a secret", (key, value) => {
  const text = JSON.stringify(findings(changed(action, [...inner, key], value), "open"));
  expect(text).not.toBe("[]");
  expect(text).not.toContain(secret);
});

test("no message repeats mapping definitions or the value of a variable", () => {
  for (const [key, value] of [
    ["mappingDefinitions", [{ password: secret }]],
    ["variables", { password: [secret] }],
    ["variables", [{ name: "a", value: [secret] }]],
  ] as const) {
    const text = JSON.stringify(findings(changed(action, ["action", "configuration", key], value), "open"));
    expect(text).not.toBe("[]");
    expect(text).not.toContain(secret);
  }
});

test("the schema of each format is the one of its root", () => {
  expect(schemaOf("action")).toMatchObject({ $id: "urn:topdesk-actions:schema:action" });
  expect(schemaOf("actionSequence")).toMatchObject({ $id: "urn:topdesk-actions:schema:action-sequence" });
});
