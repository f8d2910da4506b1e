import { expect, test } from "vitest";
import { clashingIds, idProblem } from "../../src/customers/customer-id.js";

test.each([
  "default",
  "north-school",
  "Acme_2",
  "gemeente-münchen",
  "st. mary",
  "v1.2",
  "7",
  "console",
  "com10",
])("%s can be the id of a customer", (id) => {
  expect(idProblem(id)).toBeUndefined();
});

test.each([
  "",
  ".",
  "..",
  "../x",
  "a/b",
  "a\\b",
  "/etc/x",
  "C:x",
  "C:\\x",
  ".hidden",
  "a.",
  "a ",
  " a",
  "a\u0000b",
  "a\nb",
  "a*b",
  "-x",
])("%j cannot", (id) => {
  expect(idProblem(id)?.message).toMatch(/cannot be the name of a folder/);
  expect(idProblem(id)?.hint).toMatch(/letters, digits and hyphens/);
});

test.each(["con", "NUL", "Aux", "prn", "com1", "LPT9", "com¹", "nul.x", "con.json", "CONIN$"])(
  "%s is a device on Windows",
  (id) => {
    expect(idProblem(id)?.message).toMatch(/device on Windows/);
  },
);

test("an id is no longer than the name of a folder can be", () => {
  expect(idProblem("a".repeat(100))).toBeUndefined();
  expect(idProblem("a".repeat(101))?.message).toMatch(/101 characters/);
});

test("the name of the manifest is taken", () => {
  expect(idProblem("Manifest.json")?.message).toMatch(/list of built files/);
});

test("ids that differ only in case, or in how a letter is put together, share a folder", () => {
  const clashes = clashingIds(["acme", "Acme", "b\u00fcro", "bu\u0308ro", "other"]);
  expect(clashes.get("acme")).toBe("Acme");
  expect(clashes.get("Acme")).toBe("acme");
  expect(clashes.size).toBe(4);
});
