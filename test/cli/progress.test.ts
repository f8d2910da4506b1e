import { expect, test } from "vitest";
import { progressOn } from "../../src/cli/build/progress.js";

/** What is said while each of so many customers takes so many milliseconds. */
function saidDuring(total: number, milliseconds: number, interactive: boolean): string {
  let err = "";
  let clock = 0;
  const terminal = {
    out: () => undefined,
    err: (text: string) => void (err += text),
    color: false,
    overwrites: interactive,
    env: {},
    cwd: "",
  };
  const progress = progressOn(terminal, total, () => clock);
  for (let index = 0; index < total; index += 1) {
    clock += milliseconds;
    progress.step();
  }
  progress.end();
  return err;
}

test("a short build says nothing", () => {
  expect(saidDuring(100, 10, true)).toBe("");
  expect(saidDuring(100, 10, false)).toBe("");
});

test("on a screen one line is written over again, and is gone at the end", () => {
  const said = saidDuring(1000, 10, true);
  expect(said.startsWith("200 of 1000 customers, 2 s, about 8 s left\r\u001b[K")).toBe(true);
  expect(said.split("\r\u001b[K").length).toBeGreaterThan(30);
  expect(said.endsWith("\r\u001b[K")).toBe(true);
  expect(said).not.toContain("\n");
});

test("in a log there is a line every ten seconds", () => {
  const lines = saidDuring(10_000, 4, false).trimEnd().split("\n");
  expect(lines).toEqual([
    "500 of 10000 customers, 2 s, about 38 s left",
    "3000 of 10000 customers, 12 s, about 28 s left",
    "5500 of 10000 customers, 22 s, about 18 s left",
    "8000 of 10000 customers, 32 s, about 8 s left",
  ]);
});
