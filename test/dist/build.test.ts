import { describe, expect, test } from "vitest";
import { defineAction } from "../../src/builders/define-action.js";
import { raw } from "../../src/builders/raw.js";
import { recordShape } from "../../src/builders/shape.js";
import { url } from "../../src/builders/text.js";
import { AuthoringError } from "../../src/builders/authoring-error.js";
import type { ActionDefinition } from "../../src/builders/define-action.js";
import { buildAction, type BuildContext, type BuildRequest } from "../../src/dist/build.js";
import { parseJson, type JsonObject } from "../../src/model/json.js";
import { TextError } from "../../src/text/handlebars-texts.js";
import { action, assignment, loop, request as step } from "../targets/sample-action.js";
import { MADE_UP } from "../check/made-up-secrets.js";
import { greet, recording, texts } from "./sample-build.js";

function build(
  definition: ActionDefinition,
  request: Partial<BuildRequest> = {},
  context: Partial<BuildContext> = {},
) {
  return buildAction(
    { definition, target: "action", parameters: {}, customer: "acme", ...request },
    { texts, ...context },
  );
}

const plain = action({ variables: [] });

describe("a build", () => {
  test("gives the file with its name, its bytes and what the manifest says of it", () => {
    const { files, diagnostics } = build(greet);
    expect(diagnostics).toEqual([]);
    expect(files).toEqual([
      {
        kind: "action",
        name: "greet name nl",
        path: "acme/greet.action.json",
        content: `{
    "formatVersion": "2.10",
    "exportDate": 1709164800000,
    "action": {
        "name": "greet name nl",
        "description": "greet description nl",
        "configuration": {
            "variables": [],
            "mappingDefinitions": [],
            "steps": []
        }
    }
}`,
        customer: "acme",
        action: "greet",
        target: "action",
        revision: "2024-02-29",
      },
    ]);
  });

  test("gives the same bytes whenever and however often it runs", () => {
    const context = { exportDate: 5, severities: {} };
    expect(build(greet, {}, context)).toEqual(build(greet, {}, context));
  });

  test("changes nothing that it is given", () => {
    const frozen = recording(deeplyFrozen(action({ cardType: "incident1", steps: [step(), step({ name: "b" })] })), {
      cardTypes: ["incident1", "incident2"],
    });
    expect(build(frozen, { target: "action-sequence", parameters: Object.freeze({}) }).files).toHaveLength(2);
  });

  test("takes the export date from the day of the revision, at midnight UTC, unless told otherwise", () => {
    const dateOf = (context: Partial<BuildContext>) => {
      const [file] = build(greet, {}, context).files;
      return parseJson(file?.content ?? "null");
    };
    expect(dateOf({})).toMatchObject({ exportDate: Date.UTC(2024, 1, 29) });
    expect(dateOf({ exportDate: 0 })).toMatchObject({ exportDate: 0 });
    expect(dateOf({ exportDate: 1000 })).toMatchObject({ exportDate: 1000 });
  });

  test("follows the customer's parameters", () => {
    const [file] = build(greet, { parameters: { language: "en" } }).files;
    expect(file?.content).toContain('"name": "greet name en"');
  });
});

describe("a classic file", () => {
  const target = "action-sequence";

  test("is written once for each card type, and each names its own", () => {
    const definition = recording(plain, { cardTypes: ["incident1", "incident2"] });
    const { files, diagnostics } = build(definition, { target });
    expect(diagnostics).toEqual([]);
    expect(files).toMatchObject([
      { path: "acme/sample.incident1.action-sequence.json", cardType: "incident1" },
      { path: "acme/sample.incident2.action-sequence.json", cardType: "incident2" },
    ]);
    expect(files.map(({ content }) => /"structureName": "(\w+)"/.exec(content)?.[1])).toEqual([
      "incident1",
      "incident2",
    ]);
  });

  test("without a card type is refused", () => {
    const { files, diagnostics } = build(recording(plain), { target });
    expect(files).toEqual([]);
    expect(diagnostics).toMatchObject([
      { code: "TA120", severity: "error", file: "acme/sample.action-sequence.json" },
    ]);
  });

  test("has no meaning for other targets, so those get one file without card type", () => {
    const { files } = build(recording(plain, { cardTypes: ["incident1", "incident2"] }));
    expect(files.map(({ path, cardType }) => [path, cardType])).toEqual([["acme/sample.action.json", undefined]]);
  });
});

test("what a target refuses is an error that names the step and the way out, and no file is made", () => {
  const definition = recording(action({ steps: [step(), loop(), assignment()] }));
  const { files, diagnostics } = build(definition, { target: "action-plain" });
  expect(files).toEqual([]);
  expect(diagnostics).toMatchObject([
    { code: "TA120", severity: "error", step: "each_stock", file: "acme/sample.action-plain.json" },
    { code: "TA120", severity: "error", step: "remember" },
  ]);
  for (const { hint } of diagnostics) expect(hint).toMatch(/Use the target action/);
});

describe("a requirement that is not met", () => {
  const requirements = ["Set assetTypes first.", "Set minimumField first."];
  const unmet = recording(plain, { record: () => ({ kind: "unmet", requirements }) });

  test.each([
    ["a warning when the target is one of the defaults", false, "warning"],
    ["an error when the user asked for the target", true, "error"],
  ])("is %s", (_what, insists, severity) => {
    const { files, diagnostics } = build(unmet, {}, { insists });
    expect(files).toEqual([]);
    expect(diagnostics).toEqual(
      requirements.map((hint) => ({
        code: "TA121",
        severity,
        message: "The file is not written.",
        hint,
        file: "acme/sample.action.json",
      })),
    );
  });

  test("follows the user's settings, unless the user asked for the target", () => {
    expect(build(unmet, {}, { severities: { TA121: "off" } }).diagnostics).toEqual([]);
    expect(build(unmet, {}, { severities: { TA121: "info" } }).diagnostics).toMatchObject([
      { severity: "info" },
      { severity: "info" },
    ]);
    expect(build(unmet, {}, { severities: { TA121: "off" }, insists: true }).diagnostics).toMatchObject([
      { severity: "error" },
      { severity: "error" },
    ]);
  });
});

test("parameters that are wrong are errors, and no file is made", () => {
  const { files, diagnostics } = build(greet, { parameters: { language: "fr", langage: "nl" } });
  expect(files).toEqual([]);
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
    ["TA503", "error"],
    ["TA504", "error"],
  ]);
  expect(diagnostics[1]?.message).toMatch(/^language: "fr"/);
});

describe("a mistake of the author", () => {
  const throwing = (error: Error) =>
    recording(plain, {
      record: () => {
        throw error;
      },
    });

  test("is reported with its hint", () => {
    const { files, diagnostics } = build(throwing(new AuthoringError("Two triggers.", "Keep one.")));
    expect(files).toEqual([]);
    expect(diagnostics).toEqual([
      { code: "TA122", severity: "error", message: "Two triggers.", hint: "Keep one.", file: "acme/sample.action.json" },
    ]);
  });

  test("in a text is reported at the text", () => {
    const error = new TextError("templates/greet/mail.nl.hbs", 3, "it does not end.", "Close it.");
    const { files, diagnostics } = build(throwing(error));
    expect(files).toEqual([]);
    const place = { file: "templates/greet/mail.nl.hbs", line: 3, column: 1 };
    expect(diagnostics).toEqual([
      { code: "TA123", severity: "error", message: "it does not end.", hint: "Close it.", ...place },
    ]);
  });

  test("that nobody foresaw is not hidden", () => {
    expect(() => build(throwing(new RangeError("a defect")))).toThrow(RangeError);
  });
});

describe("what is wrong with a file", () => {
  const leaking = recording(action({ variables: [], steps: [step({ body: MADE_UP.applicationPassword })] }));

  test("is reported beside it, such as a secret", () => {
    const { files, diagnostics } = build(leaking);
    expect(files).toHaveLength(1);
    expect(diagnostics).toMatchObject([
      { code: "TA403", severity: "error", file: "acme/sample.action.json", step: "get_stocks" },
    ]);
    expect(JSON.stringify(diagnostics)).not.toContain(MADE_UP.applicationPassword);
  });

  test("follows the user's settings", () => {
    expect(build(leaking, {}, { severities: { TA403: "warning" } }).diagnostics).toMatchObject([
      { code: "TA403", severity: "warning" },
    ]);
  });

  test("includes what is only inferred", () => {
    const trigger = { type: "WEBHOOK", path: "x" } as const;
    expect(build(recording({ ...plain, trigger })).diagnostics).toMatchObject([{ code: "TA901" }]);
    expect(build(recording({ ...plain, trigger }), { target: "action-plain" }).diagnostics).toEqual([]);
  });

  test("a word that the schema does not know is an error in our own files", () => {
    const odd = recording({ ...plain, steps: [step({ method: "BREW" })] });
    expect(build(odd).diagnostics).toMatchObject([{ code: "TA103", severity: "error" }]);
  });
});

function deeplyFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) deeplyFrozen(inner);
  return Object.freeze(value);
}

describe("keys that no builder has a word for", () => {
  const defined = (keys: JsonObject) =>
    defineAction({
      ...{ id: "wait", revision: "2024-02-29", parameters: {}, targets: ["action"] },
      words: { name: "Wait", description: "" },
      body: {
        record: (flow) => {
          const waiting = { method: "GET", url: url`https://example.com`, answer: recordShape({}) } as const;
          flow.http("wait", waiting, { raw: raw(keys) });
        },
      },
    });

  test("are warned of and written, because the author put them there", () => {
    const { files, diagnostics } = build(defined({ timeoutSeconds: 30 }));
    expect(files[0]?.content).toContain('"timeoutSeconds": 30');
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["TA102", "warning"]]);
  });
});
