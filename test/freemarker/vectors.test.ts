import { describe, expect, test } from "vitest";
import { parse } from "../../src/freemarker/parse.js";
import { print } from "../../src/freemarker/print.js";
import { misplacedNodes } from "./tree-check.js";
import { readVectors } from "./vectors.js";

/** Vectors on which the parser is known to differ, and why; whoever mends one takes its line out. */
const KNOWN_DIFFERENCES: ReadonlyMap<string, string> = new Map([
  ["other-99", "FreeMarker itself fails on an empty #transform, without a place"],
]);

const vectors = readVectors();

describe("a small template, beside what the real FreeMarker makes of it", () => {
  test("there are enough of both kinds", () => {
    expect(vectors.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(100);
    expect(vectors.filter(({ ok }) => !ok).length).toBeGreaterThanOrEqual(100);
  });

  test.each(vectors)("$id", ({ id, template, ok, line }) => {
    const { template: tree, errors } = parse(template);
    expect(print(tree)).toBe(template);
    expect(misplacedNodes(tree)).toEqual([]);
    const [first] = errors;
    const agrees = ok ? first === undefined : first?.position.line === line;
    // A difference that went away fails too, so that the list stays true.
    expect(agrees, first?.message ?? "accepted").toBe(!KNOWN_DIFFERENCES.has(id));
  });
});
