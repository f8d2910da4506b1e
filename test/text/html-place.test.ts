import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { html, print, text } from "../../src/builders/text.js";
import type { TextValues } from "../../src/builders/action-texts.js";
import { handlebarsTexts, TextError } from "../../src/text/handlebars-texts.js";
import { placeAfter, TEXT } from "../../src/text/html-place.js";
import { card } from "../builders/sample-values.js";
import { anyText, printed } from "../freemarker/lexer-model.js";

/** The FreeMarker text of a template of one line and its values. */
function written(source: string, values: TextValues): string {
  const texts = handlebarsTexts(new Map([["greet/mail.hbs", `first line\n${source}`]])).of("greet", "nl");
  return print(texts.html("mail", values), "plain").replace("first line\n", "");
}

function refusal(source: string, values: TextValues): string {
  try {
    written(source, values);
  } catch (error) {
    if (error instanceof TextError) return `${error.message} ${error.hint}`;
    throw error;
  }
  return "nothing was refused";
}

describe("a value stays a value at every place in HTML", () => {
  test.each<[string, string, TextValues, string]>([
    ["in text", "<p>{{name}}</p>", { name: "<b>" }, "<p>&lt;b&gt;</p>"],
    ["in an attribute", '<img alt="{{name}}">', { name: '" onload="x' }, '<img alt="&quot; onload=&quot;x">'],
    ["in single quotes", "<img alt='{{name}}'>", { name: "' x='" }, "<img alt='&#39; x=&#39;'>"],
    ["a colour", '<p style="color:{{name}}">', { name: "#1f5fa8" }, '<p style="color:#1f5fa8">'],
    ["a size", '<p style="width:{{name}}px">', { name: 12 }, '<p style="width:12px">'],
    [
      "an address",
      '<a href="{{name}}">',
      { name: "https://x.nl/?a=1&b=2" },
      '<a href="https://x.nl/?a=1&amp;b=2">',
    ],
    [
      "part of an address",
      '<a href="https://x.nl/?q={{url-part name}}&amp;r={{url-part name}}">',
      { name: "a b&c" },
      '<a href="https://x.nl/?q=a%20b%26c&amp;r=a%20b%26c">',
    ],
    ["lines", "<p>{{lines name}}</p>", { name: "a\nb <c>\r\nd" }, "<p>a<br>b &lt;c&gt;<br>d</p>"],
    ["after a comment", "<!-- a > b --><p>{{name}}</p>", { name: "x" }, "<!-- a > b --><p>x</p>"],
    [
      "after a style",
      "<style>p > a{}</style><p>{{name}}</p>",
      { name: "x" },
      "<style>p > a{}</style><p>x</p>",
    ],
    ["after a quoted >", '<p title="a > b">{{name}}</p>', { name: "x" }, '<p title="a > b">x</p>'],
    ["beside a lone <", "1 < 2 {{name}}", { name: "x" }, "1 < 2 x"],
  ])("%s", (_where, source, values, expected) => {
    expect(printed(written(source, values))).toBe(expected);
  });

  test.each<[string, string, TextValues, string]>([
    [
      "without quotes",
      "<img alt={{name}}>",
      { name: "x" },
      "{{name}} stands in a tag without quotes around it.",
    ],
    [
      "as an attribute",
      "<p {{name}}>",
      { name: "x" },
      'Put quotes around the value of the attribute: alt="{{name}}".',
    ],
    ["as a tag's name", "<h{{name}}>", { name: 1 }, "stands in a tag without quotes"],
    ["in a comment", "<!-- {{name}} -->", { name: "x" }, "{{name}} stands in a comment."],
    ["in a script", "<script>{{name}}</script>", { name: "x" }, "{{name}} stands in <script>."],
    [
      "in a typed script",
      '<script type="x">{{name}}</script>',
      { name: "x" },
      "{{name}} stands in <script>.",
    ],
    ["in a style sheet", "<STYLE>{{name}}</STYLE>", { name: "x" }, "{{name}} stands in <style>."],
    ["in an event", '<p onclick="{{name}}">', { name: "x" }, "stands in onclick, which is a script."],
    ["in a style", '<p style="{{name}}">', { name: "color:red" }, "is no colour and no number."],
    ["a style known later", '<p style="color:{{name}}">', { name: card.name }, "is no colour and no number."],
    [
      "a script as an address",
      '<a href="{{name}}">',
      { name: "javascript:alert(1)" },
      "does not start with https://.",
    ],
    ["an address known later", '<a href="{{name}}">', { name: card.name }, "does not start with https://."],
    ["an open address", '<img src=" {{name}}">', { name: "http://x.nl" }, "does not start with https://."],
    [
      "part of an address",
      '<a href="https://x.nl/{{name}}">',
      { name: "x" },
      "Write {{url-part name}} around it.",
    ],
    [
      "after an address",
      '<a href="{{name}}{{name}}">',
      { name: "https://x.nl" },
      "is part of the address in href.",
    ],
    [
      "HTML in an attribute",
      '<p title="{{name}}">',
      { name: html`<b>` },
      "is HTML and stands in the attribute title.",
    ],
  ])("and is refused where it cannot: %s", (_where, source, values, expected) => {
    const refused = refusal(source, values);
    expect(refused).toContain("templates/greet/mail.hbs:2: ");
    expect(refused).toContain(expected);
  });

  test("a part of an address holds no sign with a meaning, whatever the value", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const address = printed(written('<a href="https://x.nl/{{url-part value}}">', { value }));
        expect(address.slice('<a href="https://x.nl/'.length, -2)).toMatch(/^[\w.~%!'()*-]*$|&#39;/);
      }),
    );
  });

  test("so does one that is known when the action runs", () => {
    expect(written('<a href="https://x.nl/{{url-part name}}">', { name: card.name })).toBe(
      '<a href="https://x.nl/${card.name?url("UTF-8")}">',
    );
    expect(written("{{lines name}}", { name: card.name })).toMatch(
      /^\$\{card\.name\?replace\("&", "&amp;"\).*\?replace\("\\r", ""\)\?replace\("\\n", "<br>"\)\}$/,
    );
  });

  test("in plain text there are no such places", () => {
    const texts = handlebarsTexts(
      new Map([["greet/a.hbs", "<p {{name}} {{url-part name}} {{lines name}}>"]]),
    );
    expect(texts.of("greet", "nl").line("a", { name: "a b" })).toBe("<p a b a%20b a b>");
    expect(print(texts.of("greet", "nl").plain("a", { name: text`${card.name}` }), "plain")).toBe(
      '<p ${card.name} ${card.name?url("UTF-8")} ${card.name}>',
    );
  });
});

describe("the place after words of HTML", () => {
  test("is the same however the words are cut", () => {
    const words = `<p title="a > b" style='x'>text <!-- < -- --> <style type="x">a{}</style><br/>&amp; <a href="`;
    for (let cut = 0; cut <= words.length; cut += 1) {
      const [before, after] = [words.slice(0, cut), words.slice(cut)];
      if (/[<!/-]$|<\/?[a-z]*$/i.test(before)) continue;
      expect(placeAfter(placeAfter(TEXT, before), after), before).toEqual(placeAfter(TEXT, words));
    }
  });
});
