import { describe, expect, test } from "vitest";
import { print } from "../../src/builders/text.js";
import { handlebarsTexts, TextError, type TextOptions } from "../../src/text/handlebars-texts.js";

const library = new Map([
  ["greet/mail.nl.hbs", "{{#> frame}}{{#> paragraph}}Hallo {{name}}{{/paragraph}}{{/frame}}"],
  ["greet/subject.nl.hbs", "Groet"],
  ["shared/frame.hbs", '<body style="color:{{accentColor}}">{{> @partial-block}}{{> closing}}</body>\n'],
  ["shared/paragraph.hbs", "<p>{{> @partial-block}}</p>"],
  ["shared/closing.nl.hbs", "{{#if signature}}<i>{{lines signature}}</i>{{else}}<i>automatisch</i>{{/if}}"],
]);

const mailOf = (options: TextOptions) =>
  print(handlebarsTexts(library, options).of("greet", "nl").html("mail", { name: "Ann" }), "plain");

/** What the author of a template is told. */
function errorOf(options: TextOptions): TextError {
  try {
    mailOf(options);
  } catch (error) {
    if (error instanceof TextError) return error;
    throw error;
  }
  throw new Error("nothing was wrong");
}

const own = (path: string, source: string): TextOptions => ({
  overrides: new Map([[path, source]]),
  fileOf: (file) => `customers/acme/${file}`,
});

describe("a customer's mail", () => {
  test("is the package's when the customer has no words of its own", () => {
    expect(mailOf({})).toBe('<body style="color:#3b5b7e"><p>Hallo Ann</p><i>automatisch</i></body>');
  });

  test("has the customer's branding, as text", () => {
    const branding = { accentColor: "#123456", signature: "Tot ziens,\n<Acme> ${x}" };
    expect(mailOf({ branding })).toBe(
      '<body style="color:#123456"><p>Hallo Ann</p><i>Tot ziens,<br>&lt;Acme&gt; ${"$"}{x}</i></body>',
    );
  });

  test("has one text of its own and the others of the package", () => {
    const options = own("greet/mail.nl.hbs", "{{#> frame}}<p>Dag {{name}}</p>{{/frame}}");
    expect(mailOf(options)).toContain("<p>Dag Ann</p><i>automatisch</i>");
    expect(handlebarsTexts(library, options).of("greet", "nl").line("subject")).toBe("Groet");
  });

  test("may be without the frame", () => {
    expect(mailOf(own("greet/mail.hbs", "<p>Dag {{name}}</p>"))).toBe("<p>Dag Ann</p>");
  });

  test("may have its own part in the package's mail", () => {
    expect(mailOf(own("shared/closing.hbs", "<i>{{organisation}}Acme</i>"))).toContain(
      "<p>Hallo Ann</p><i>Acme</i>",
    );
  });

  test("may give a part words of its own", () => {
    const options: TextOptions = {
      overrides: new Map([
        ["greet/mail.nl.hbs", '{{> button words="Open &amp; lees" link="https://x.nl" who=name}}'],
        ["greet/button.hbs", '<a href="{{link}}">{{words}} {{who}}</a>'],
      ]),
    };
    expect(mailOf(options)).toBe('<a href="https://x.nl">Open &amp; lees Ann</a>');
  });

  test("does not change the mail of another customer", () => {
    expect(mailOf(own("greet/mail.nl.hbs", "anders"))).toBe("anders");
    expect(mailOf({})).toContain("Hallo Ann");
  });
});

describe("a mistake in a customer's own text names the customer's file and line", () => {
  test.each([
    [
      "an unknown value",
      "greet/mail.nl.hbs",
      "<p>\n{{nmae}}</p>",
      2,
      "it uses {{nmae}}, which has no value here.",
    ],
    ["a part that is not there", "greet/mail.nl.hbs", "{{> fraem}}", 1, "there is no part {{> fraem}}."],
    [
      "an unknown value in a part",
      "shared/closing.hbs",
      "a\nb\n{{naam}}",
      3,
      "it uses {{naam}}, which has no",
    ],
    ["what Handlebars cannot read", "shared/closing.hbs", "a\n{{#if", 2, "it cannot be read at: a{{#if"],
    [
      "words in a part that has none",
      "greet/mail.nl.hbs",
      "\n{{#> closing}}x{{/closing}}",
      2,
      "takes no words of",
    ],
    [
      "no words in a part that has some",
      "greet/mail.nl.hbs",
      "{{> frame}}",
      1,
      "stands around words, and here are",
    ],
    [
      "a part that holds itself",
      "shared/closing.hbs",
      "{{> closing}}",
      1,
      "the part {{> closing}} holds itself.",
    ],
    [
      "a value at a dangerous place",
      "shared/closing.hbs",
      "<i>\n<i {{name}}>",
      2,
      "{{name}} stands in a tag",
    ],
  ])("%s", (_what, path, source, line, message) => {
    const error = errorOf(own(path, source));
    expect(error.message).toContain(`customers/acme/${path}:${line}: `);
    expect(error.message).toContain(message);
    expect(error.file).toBe(`customers/acme/${path}`);
    expect(error.line).toBe(line);
    expect(error.hint).not.toBe("");
  });

  test("and a condition that is not known when the file is built", () => {
    const texts = handlebarsTexts(library, own("greet/mail.nl.hbs", "{{#if count}}x{{/if}}"));
    expect(() => texts.of("greet", "nl").html("mail", { name: "x", count: 5 })).toThrow(
      "customers/acme/greet/mail.nl.hbs:1: {{#if count}} is decided now, but count is known only when the action runs.",
    );
  });
});

test("an empty text counts as not there", () => {
  const texts = handlebarsTexts(new Map([["a/b.hbs", "{{#if x}}[{{x}}]{{else}}-{{/if}}"]])).of("a", "nl");
  expect(texts.line("b", { x: "" })).toBe("-");
  expect(texts.line("b", { x: "y" })).toBe("[y]");
});
