import Handlebars from "handlebars";
import { expect, test } from "vitest";
import { handlebarsMistake } from "../../src/text/handlebars-mistake.js";

/** What is said of a template that Handlebars cannot read. */
function mistakeIn(template: string) {
  try {
    Handlebars.precompile(template);
  } catch (error) {
    return handlebarsMistake(error);
  }
  throw new Error("Handlebars can read it");
}

test.each([
  ["a block that is left open", "hello\n{{#if x}}\n", 3, "a block that is opened is not closed."],
  [
    "a block that is closed by another",
    "a\n{{#if x}}b{{/unless}}",
    2,
    "the block {{#if}} is closed by {{/unless}}.",
  ],
  ["a block that is closed but not open", "{{/if}}", 1, "a block is closed that is not open."],
  ["an else without a block", "{{else}}", 1, "{{else}} stands outside of a block."],
  ["braces that are not closed", "a\n\n{{b", 3, "it cannot be read at: a{{b"],
  ["a name that is missing", "{{> }}", 1, "it cannot be read at: {{> }}"],
])("%s", (_what, template, line, message) => {
  expect(mistakeIn(template)).toMatchObject({ line, message });
});

test("what is not about reading is told in the first line of its own words", () => {
  expect(handlebarsMistake(new Error("The partial x could not be found\nmore"))).toEqual({
    line: undefined,
    message: "The partial x could not be found",
    hint: "Correct the template.",
  });
});
