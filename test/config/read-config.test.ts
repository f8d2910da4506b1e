import { describe, expect, test } from "vitest";
import { AuthoringError } from "../../src/builders/authoring-error.js";
import { defineAction, type ActionDefinition } from "../../src/builders/define-action.js";
import { defineConfig } from "../../src/config/config.js";
import { readConfig, withOwnActions } from "../../src/config/read-config.js";
import { texts } from "../rehearsal/project.js";

function action(changes: Partial<ActionDefinition> = {}): ActionDefinition {
  const made = defineAction({
    id: "own-action",
    revision: "2024-02-29",
    parameters: {},
    targets: ["action"],
    language: () => "nl",
    body: { record: () => undefined },
  });
  return { ...made, ...changes };
}

test("a config names actions and folders", () => {
  const config = defineConfig({
    actions: [action()],
    customers: "clients",
    out: "../out",
    templates: "texts",
  });
  expect(readConfig(config)).toMatchObject({
    kind: "read",
    config: { actions: [{ id: "own-action" }], customers: "clients", out: "../out", templates: "texts" },
  });
  expect(readConfig({})).toEqual({ kind: "read", config: { actions: [] } });
});

describe("a config that cannot be used, because", () => {
  test.each<readonly [string, unknown, RegExp, RegExp]>([
    ["it is no object", 5, /exports no config/, /export default defineConfig/],
    ["it is nothing", undefined, /exports no config/, /export default/],
    ["a key is misspelt", { action: [] }, /"action" has no meaning/, /Did you mean "actions"\?/],
    ["a folder is none", { out: "" }, /out is no folder/, /in quotes/],
    ["the actions are no list", { actions: action() }, /actions is no list/, /\[myAction\]/],
    ["an item is no action", { actions: [action(), {}] }, /item 1 of actions is no action/, /defineAction/],
    [
      "an id leads out of the folder",
      { actions: [action({ id: "../x" })] },
      /"..\/x" has an id/,
      /lower-case/,
    ],
    ["an id is there twice", { actions: [action(), action()] }, /"own-action" is listed twice/, /another id/],
    [
      "a revision is no day",
      { actions: [action({ revision: "2025-02-30" })] },
      /revision that is no day/,
      /2025-03-31/,
    ],
  ])("%s", (_what, exported, message, hint) => {
    const reading = readConfig(exported);
    if (reading.kind === "read") throw new Error("it was read");
    expect(reading.problem.message).toMatch(message);
    expect(reading.problem.hint).toMatch(hint);
  });
});

describe("an action of a config that goes wrong", () => {
  function recordingOf(record: ActionDefinition["record"]): () => unknown {
    const reading = readConfig({ actions: [action({ record })] });
    if (reading.kind === "wrong") throw new Error(reading.problem.message);
    const [own] = reading.config.actions ?? [];
    return () => own?.record("action", {}, texts);
  }

  test("tells a mistake of its author as any action does, though its errors are of another copy", () => {
    const theirs = Object.assign(new Error("Two triggers."), { name: "AuthoringError", hint: "Keep one." });
    const record = recordingOf(() => {
      throw theirs;
    });
    expect(record).toThrow(AuthoringError);
    expect(record).toThrow("Two triggers.");
  });

  test("says which action failed, and where", () => {
    const record = recordingOf(() => {
      throw new TypeError("x is not a function");
    });
    expect(record).toThrow(AuthoringError);
    expect(record).toThrow(
      /The action "own-action" failed: TypeError: x is not a function \(read-config\.test\.ts:\d+/,
    );
  });
});

test("an own action takes the place of one of the catalogue, and others come after", () => {
  const [first, second, own] = [
    action({ id: "a" }),
    action({ id: "b" }),
    action({ id: "a", revision: "2025-01-01" }),
  ];
  expect(withOwnActions([first, second], [own, action()]).map(({ id, revision }) => [id, revision])).toEqual([
    ["a", "2025-01-01"],
    ["b", "2024-02-29"],
    ["own-action", "2024-02-29"],
  ]);
});
