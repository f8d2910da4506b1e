import { describe, expect, test } from "vitest";
import { parse } from "../../src/freemarker/parse.js";
import { print } from "../../src/freemarker/print.js";
import { samples } from "./samples.js";
import { misplacedNodes } from "./tree-check.js";

describe("a valid template", () => {
  test.each([...samples])("%s: parses, prints back and has its nodes in place", (_, source) => {
    const { template, errors } = parse(source);
    expect(errors.map(({ message, position }) => `${position.line}:${position.column} ${message}`)).toEqual(
      [],
    );
    expect(print(template)).toBe(source);
    expect(misplacedNodes(template)).toEqual([]);
  });

  test("there are some 60 of them", () => {
    expect(samples.size).toBeGreaterThanOrEqual(60);
  });
});
