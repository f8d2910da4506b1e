import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ActionTexts } from "../../src/builders/action-texts.js";
import { AuthoringError } from "../../src/builders/authoring-error.js";
import { html, onlyIf, print, text } from "../../src/builders/text.js";
import { handlebarsTexts, TextError } from "../../src/text/handlebars-texts.js";
import { card, flag } from "../builders/sample-values.js";
import { anyText, openingsIn, printed } from "../freemarker/lexer-model.js";

/** The Dutch texts of the action "greet" with these templates. */
function textsWith(templates: Readonly<Record<string, string>>): ActionTexts {
  const files = Object.entries(templates).map(([file, source]) => [`greet/${file}`, source] as const);
  return handlebarsTexts(new Map(files)).of("greet", "nl");
}

/** What is wrong with a text, as its author is told. */
function errorOf(write: () => unknown): TextError {
  try {
    write();
  } catch (error) {
    if (error instanceof TextError) return error;
    throw error;
  }
  throw new Error("nothing was wrong");
}

describe("a text", () => {
  const texts = textsWith({
    "hello.nl.hbs": "Hallo {{name}}!\n",
    "loud.hbs": "{{#if loud}}HO{{else}}ho{{/if}} {{name}}",
    "lines.hbs": "a\n\nb\n",
    "windows.hbs": "a\r\n",
    "row.hbs": '<td class="x">{{name}}</td>',
    "code.hbs": "${x} <#if> {{name}}",
  });

  test("is a line of words, without the line break at its end", () => {
    expect(texts.line("hello", { name: "Ann" })).toBe("Hallo Ann!");
    expect(texts.line("lines")).toBe("a\n\nb");
    expect(texts.line("windows")).toBe("a");
  });

  test("takes numbers and truth values", () => {
    expect(texts.line("loud", { name: 5, loud: true })).toBe("HO 5");
    expect(texts.line("loud", { name: "x", loud: false })).toBe("ho x");
  });

  test("can be plain, with run-time values and texts in it", () => {
    expect(print(texts.plain("hello", { name: card.name }), "plain")).toBe("Hallo ${card.name}!");
    expect(print(texts.plain("hello", { name: text`${card.count} & co` }), "plain")).toBe(
      "Hallo ${card.count?c} & co!",
    );
    expect(print(texts.plain("hello", { name: onlyIf(flag, text`a`) }), "plain")).toBe(
      "Hallo <#if flag>a</#if>!",
    );
  });

  test("can be HTML: its words are markup, what is inserted is text unless it is HTML", () => {
    expect(print(texts.html("row", { name: "<b>" }), "plain")).toBe('<td class="x">&lt;b&gt;</td>');
    expect(print(texts.html("row", { name: text`<b>` }), "plain")).toBe('<td class="x">&lt;b&gt;</td>');
    expect(print(texts.html("row", { name: html`<b>x</b>` }), "plain")).toBe('<td class="x"><b>x</b></td>');
    expect(texts.html("row", { name: "" }).content).toBe("html");
  });

  test("holds no template code of FreeMarker, whatever its words are", () => {
    expect(texts.line("code", { name: "${y}" })).toBe("${x} <#if> ${y}");
    expect(print(texts.plain("code", { name: "${y}" }), "plain")).toBe('${"$"}{x} ${"<"}#if> ${"$"}{y}');
  });

  test("refuses HTML in plain text", () => {
    expect(() => texts.plain("hello", { name: html`<b></b>` })).toThrow(AuthoringError);
    expect(() => texts.plain("hello", { name: html`<b></b>` })).toThrow("HTML was put into a plain text.");
  });

  test("may get values that it does not use", () => {
    expect(texts.line("hello", { name: "Ann", other: "x" })).toBe("Hallo Ann!");
  });
});

describe("the language of a text", () => {
  const library = new Map([
    ["greet/a.nl.hbs", "Nederlands"],
    ["greet/a.hbs", "elke taal"],
    ["greet/b.hbs", "elke taal"],
    ["other/c.hbs", "van een ander"],
  ]);
  const source = handlebarsTexts(library);

  test.each([
    ["nl", "a", "Nederlands"],
    ["en", "a", "elke taal"],
    ["nl", "b", "elke taal"],
  ])("%s %s is its own, or else that of all languages", (language, name, words) => {
    expect(source.of("greet", language).line(name)).toBe(words);
  });

  test("a missing text is named with both files in which it could stand", () => {
    const error = errorOf(() => source.of("greet", "en").line("c"));
    expect(error.message).toBe(
      'templates/greet/c.en.hbs or templates/greet/c.hbs: the text "c" is missing in the language "en".',
    );
    expect(error.hint).not.toBe("");
  });
});

describe("a mistake in a template names its file and line", () => {
  test.each([
    ["an unknown value", "een\n\n{{nmae}}", 3, "it uses {{nmae}}, which has no value here."],
    ["an unknown condition", "een\n{{#if laud}}x{{/if}}", 2, "it uses {{laud}}, which has no value here."],
    [
      "an unknown value in a part that is left out",
      "{{#if loud}}\n{{nmae}}{{/if}}",
      2,
      "it uses {{nmae}}, which has no value here.",
    ],
    ["a field of a value", "{{name.first}}", 1, "it uses {{name.first}}, which has no value here."],
    ["an unknown function", "een\n{{shout name}}", 2, "it uses {{shout}}, which has no value here."],
    [
      "a name that every object has",
      "{{constructor}}",
      1,
      "it uses {{constructor}}, which has no value here.",
    ],
    ["a tag that does not end", "een\n{{#if name}\nx", 2, "it cannot be read at:"],
    ["a block that does not end", "een\n{{#if name}}\nx", 3, "a block that is opened is not closed."],
    ["a part that is not there", "een\n{{> other}}", 2, "there is no part {{> other}}."],
    ["three braces", "een\n{{{name}}}", 2, "it uses three braces or {{&…}}."],
    ["a value that is inserted raw", "{{&name}}", 1, "it uses three braces or {{&…}}."],
    ["a repetition of nothing", "een\n{{#each rows}}x{{/each}}", 2, "it uses {{#each}}, which has nothing"],
    ["a change of place", "{{#with name}}{{first}}{{/with}}", 1, "it uses {{#with}}, which has nothing"],
    ["a value as a block", "{{#name}}x{{/name}}", 1, "it uses {{#name}}, which has nothing"],
    ["an opposite", "{{^name}}x{{/name}}", 1, "it uses {{#name}}, which has nothing"],
    ["a look into an object", "{{lookup name 0}}", 1, "it uses {{lookup}}, which has no value here."],
    ["a message to the log", "{{log name}}", 1, "it uses {{log}}, which has no value here."],
    ["everything", "{{this}}", 1, "it uses {{this}}, which is no value."],
    ["what lies outside", "{{../name}}", 1, "it uses {{../name}}, which is no value."],
    ["data of Handlebars", "{{@root}}", 1, "it uses {{@root}}, which is no value."],
    ["a condition on nothing", "{{#if}}x{{/if}}", 1, "{{#if}} takes one value."],
    ["a condition on words", '{{#if "name"}}x{{/if}}', 1, "{{#if}} takes one value."],
    ["words as a value", '{{"name"}}', 1, "it uses a word in quotes, or a number, as a value."],
    ["a function without a value", "{{url-part}}", 1, "it uses {{url-part}}, which has no value here."],
    ["a function with two values", "{{url-part name name}}", 1, "{{url-part}} takes one value."],
    ["a part chosen by a value", "{{> (lookup name 0)}}", 1, "it puts in a part in a way that cannot"],
    ["a part inside the text", '{{#*inline "x"}}a{{/inline}}', 1, "it uses {{#*…}}."],
    ["a decorator", "{{* name}}", 1, "it uses a decorator."],
    ["a truth value that is printed", "een {{loud}}", 1, "it prints {{loud}}, which is true or false."],
  ])("%s", (_what, source, line, message) => {
    const texts = textsWith({ "mail.nl.hbs": source });
    for (const kind of ["plain", "html"] as const) {
      const error = errorOf(() => texts[kind]("mail", { name: "x", loud: false }));
      expect(error).toMatchObject({ file: "templates/greet/mail.nl.hbs", line });
      expect(error.message).toContain(`templates/greet/mail.nl.hbs:${line}: ${message}`);
    }
  });

  test("and the values that it could have used", () => {
    const texts = textsWith({ "mail.hbs": "{{nmae}}" });
    expect(errorOf(() => texts.line("mail", { name: "x", day: 1 })).hint).toBe(
      "Did you mean {{name}}? Its values are: name, day; every text has: language, organisation, logoUrl, accentColor, signature.",
    );
    expect(errorOf(() => texts.line("mail")).hint).toBe(
      "This text has no values of its own; every text has: language, organisation, logoUrl, accentColor, signature.",
    );
  });

  test("each time, also when it was right with other values before", () => {
    const texts = textsWith({ "mail.hbs": "{{name}}" });
    expect(texts.line("mail", { name: "x" })).toBe("x");
    expect(() => texts.line("mail")).toThrow("it uses {{name}}");
  });

  test.each(["\uE000", "\uE001", "\uE0000\uE001"])("a private-use character is refused", (character) => {
    const texts = textsWith({ "mail.hbs": `a ${character}` });
    expect(() => texts.line("mail")).toThrow("templates/greet/mail.hbs:1: it holds a private-use character");
  });
});

describe("whatever a value is", () => {
  const texts = textsWith({ "around.hbs": "<p>{{value}}|{{value}}</p>" });

  test("a line holds exactly that", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        expect(texts.line("around", { value })).toBe(`<p>${value}|${value}</p>`);
      }),
    );
  });

  test("plain text prints exactly that, in a template and in JSON", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const written = texts.plain("around", { value });
        expect(printed(print(written, "plain"))).toBe(`<p>${value}|${value}</p>`);
        expect(openingsIn(print(written, "json"))).toEqual([]);
      }),
    );
  });

  test("HTML holds no markup of it", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const markup = printed(print(texts.html("around", { value }), "plain"));
        expect(markup.slice("<p>".length, -"</p>".length)).not.toMatch(/[<>"]/);
      }),
    );
  });
});
