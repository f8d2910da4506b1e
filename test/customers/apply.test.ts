import { describe, expect, test } from "vitest";
import { checkFile } from "../../src/check/check.js";
import { applyPatch, applyVariables, patchedFile } from "../../src/customers/apply.js";
import type { PatchOperation } from "../../src/customers/customer.js";
import { targets } from "../../src/targets/index.js";
import { fileFor } from "../../src/targets/target.js";
import { writeFile } from "../../src/targets/write.js";
import { recorded } from "../rehearsal/project.js";

const action = recorded("minimum-stock", "action");
const file = fileFor(targets.action, action, 0);
const value = writeFile(file);
const place = { file: "customers/acme.json", pointer: "/actions/minimum-stock/patch/0", line: 7, column: 9 };

describe("variables", () => {
  test("get the customer's hint or value; those of other actions are passed over", () => {
    const settings = {
      mail_to: { hint: "h", value: "a@acme.example" },
      mail_from: { hint: "h" },
      topdesk_user: {},
      elsewhere: { value: "x" },
    };
    const before = new Map(action.variables.map((variable) => [variable.name, variable.value]));
    const after = applyVariables(action, settings).variables.map(({ name, value: words }) => [name, words]);
    expect(after).toEqual([
      ["topdesk_user", before.get("topdesk_user")],
      ["topdesk_applicationpassword", before.get("topdesk_applicationpassword")],
      ["mail_from", "h"],
      ["mail_to", "a@acme.example"],
    ]);
  });

  test("that are secret get no value", () => {
    expect(() => applyVariables(action, { topdesk_applicationpassword: { value: "x" } })).toThrow(
      /secret variable topdesk_applicationpassword/,
    );
  });
});

describe("a patch", () => {
  const rename: PatchOperation = {
    op: "replace",
    path: "/action/name",
    value: "New",
    reason: "numbers",
    place,
  };

  test("changes what it names", () => {
    const patched = applyPatch(value, [rename], "action");
    expect(patched.diagnostics).toEqual([]);
    expect(patched.value).toMatchObject({ action: { name: "New", description: action.description } });
  });

  test("that hits nothing is an error at its entry, and the other entries are carried out", () => {
    const miss: PatchOperation = { op: "remove", path: "/action/nmae", reason: "not needed", place };
    const patched = applyPatch(value, [miss, rename], "action");
    expect(patched.diagnostics).toEqual([
      {
        code: "TA509",
        severity: "error",
        message: 'The patch "remove /action/nmae" (not needed) hits nothing. There is no /action/nmae.',
        hint: "Did you mean /action/name?",
        ...place,
      },
    ]);
    expect(patched.value).toMatchObject({ action: { name: "New" } });
  });

  test("ends at a test that fails", () => {
    const expected: PatchOperation = {
      op: "test",
      path: "/action/name",
      value: "Old",
      reason: "same",
      place,
    };
    const patched = applyPatch(value, [expected, rename], "action");
    expect(patched.diagnostics).toMatchObject([{ code: "TA509" }]);
    expect(patched.value).toEqual(value);
  });

  test("for another target is left out", () => {
    const other: PatchOperation = { ...rename, path: "/actionSequence/name", targets: ["action-sequence"] };
    expect(applyPatch(value, [other], "action")).toEqual({ value, diagnostics: [] });
  });

  test("leaves a file that is checked like any", () => {
    const step: PatchOperation = {
      op: "replace",
      path: "/action/configuration/steps/0/url",
      value: "${x",
      reason: "x",
    };
    const patched = patchedFile(file, value, [step], "action");
    if (patched.file === undefined) throw new Error("no file");
    const codes = checkFile(patched.file, patched.value, { file: "x.json", strictness: "closed" }).map(
      ({ code }) => code,
    );
    expect(codes).toContain("TA301");
  });

  test("keeps what the author said beside the file: the same findings come out when it changes nothing", () => {
    const nothing: PatchOperation = { ...rename, value: action.name };
    const patched = patchedFile(file, value, [nothing], "action");
    if (patched.file === undefined) throw new Error("no file");
    const options = { file: "x.json", strictness: "closed" } as const;
    expect(checkFile(patched.file, patched.value, options)).toEqual(checkFile(file, value, options));
    expect(patched.file.action.variables.find(({ secret }) => secret === true)?.name).toBe(
      "topdesk_applicationpassword",
    );
  });

  test("that leaves no action is an error", () => {
    const all: PatchOperation = { op: "replace", path: "", value: [], reason: "x", place };
    expect(patchedFile(file, value, [all], "action")).toMatchObject({
      file: undefined,
      diagnostics: [{ code: "TA509", file: place.file }],
    });
  });
});
