import { expect, test } from "vitest";
import { TARGET_IDS } from "../../src/model/action.js";
import { targets } from "../../src/targets/index.js";
import { fileFor, FORMAT_VERSION } from "../../src/targets/target.js";
import { action } from "./sample-action.js";

test.each(TARGET_IDS)("the target %s is listed under its own name and describes itself", (id) => {
  expect(targets[id].id).toBe(id);
  expect(targets[id].description).not.toBe("");
});

test("a file carries the newest format version seen, the date it is given and the root of its target", () => {
  const file = fileFor(targets["action-sequence"], action({ cardType: "incident1" }), 1700000000000);
  expect(FORMAT_VERSION).toBe("2.10");
  expect(file).toMatchObject({
    root: "actionSequence",
    formatVersion: "2.10",
    exportDate: 1700000000000,
    action: { cardType: "incident1" },
  });
});
