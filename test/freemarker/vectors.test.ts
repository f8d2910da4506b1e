import { describe, expect, test } from "vitest";
import { parse } from "../../src/freemarker/parse.js";
import { print } from "../../src/freemarker/print.js";
import { misplacedNodes } from "./tree-check.js";
import { readVectors } from "./vectors.js";

/** Vectors on which the parser is known to differ, and why; whoever mends one takes its line out. */
const KNOWN_DIFFERENCES: ReadonlyMap<string, string> = new Map([
  ["list-5", "two #items one after the other, which FreeMarker accepts"],
  ["list-6", "two #items in branches of an #if, which FreeMarker accepts"],
  ["assign-40", "#global with a namespace"],
  ["assign-41", "#global with a namespace"],
  ["assign-45", "#local with a namespace"],
  ["switch-25", "#break below #on"],
  ["macro-15", "a round bracket that only closes, which FreeMarker accepts"],
  ["other-14", "#noparse closed in the other naming convention"],
  ["other-52", "an output format that is no constant"],
  ["other-56", "combined output formats"],
  ["other-71", "values of the header's settings"],
  ["other-72", "auto_esc=false in the header"],
  ["other-80", "unknown parameters of #include"],
  ["other-84", "#import without as"],
  ["other-93", "#noescape without #escape"],
  ["other-96", "#escape where the output format escapes"],
  ["other-98", "arguments of #transform"],
  ["other-99", "FreeMarker itself fails on an empty #transform, without a place"],
  ["convention-13", "names of header settings decide the naming convention, too"],
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
