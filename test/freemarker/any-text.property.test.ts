import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, type ParseOptions } from "../../src/freemarker/parse.js";
import { print } from "../../src/freemarker/print.js";
import { hostileText, mutatedTemplate, randomText } from "./hostile-text.js";
import { misplacedNodes } from "./tree-check.js";

/** How many texts in all; a longer search: FREEMARKER_CASES=1000000 npx vitest run test/freemarker. */
const CASES = Number(process.env["FREEMARKER_CASES"] ?? 100_000);

const options: fc.Arbitrary<ParseOptions> = fc.record({
  tagSyntax: fc.constantFrom("angle", "square", "detect"),
  escapes: fc.boolean(),
});

/** The assertions of vitest are too slow to be made for every node of every tree. */
function problemsOf(source: string, parseOptions: ParseOptions): readonly string[] {
  const { template, errors } = parse(source, parseOptions);
  const problems = [...misplacedNodes(template)];
  if (print(template) !== source) problems.push(`prints ${JSON.stringify(print(template))}`);
  for (const { span, position, message } of errors) {
    const inside = span.start.offset >= 0 && span.end.offset <= source.length;
    if (!inside || span.start.offset > span.end.offset || position.line < 1 || message === "")
      problems.push(`misplaced error: ${message}`);
  }
  return problems;
}

describe.each([
  ["any text", randomText, 0.1],
  ["hostile text", hostileText, 0.4],
  ["a valid template with slips", mutatedTemplate, 0.5],
])("%s", (_, text, share) => {
  test("parses without throwing, loses no text, and has its nodes in place", { timeout: 120_000 }, () => {
    const property = fc.property(text, options, (source, parseOptions) => {
      const problems = problemsOf(source, parseOptions);
      if (problems.length > 0) throw new Error(problems.join("\n"));
    });
    expect(() => fc.assert(property, { numRuns: Math.round(CASES * share) })).not.toThrow();
  });
});
