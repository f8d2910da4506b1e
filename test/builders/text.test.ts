import { describe, expect, test } from "vitest";
import { constant, greaterThan, lessThan, plus } from "../../src/builders/operations.js";
import {
  baseUrl,
  each,
  html,
  isText,
  markup,
  naming,
  onlyIf,
  partsOf,
  print,
  renaming,
  sequence,
  text,
  url,
} from "../../src/builders/text.js";
import { card, flag } from "./sample-values.js";

/** How HTML is written around a value: the escapes that `?html` would give. */
function escaped(path: string): string {
  return `${path}?replace("&", "&amp;")?replace("<", "&lt;")?replace(">", "&gt;")?replace("\\"", "&quot;")?replace("'", "&#39;")`;
}

describe("plain text", () => {
  test.each([
    ["words stay words", text`a < b & "c"`, 'a < b & "c"'],
    ["template code in words stays words", text`\${x} ${"<#if>"}`, '${"$"}{x} ${"<"}#if>'],
    ["an opening that two pieces make together stays words", text`$${"{x}"}`, '${"$"}{x}'],
    ["a value is printed", text`Dear ${card.name},`, "Dear ${card.name},"],
    ["a number is printed as machines write it", text`${card.count}`, "${card.count?c}"],
    ["a sum is put in parentheses before that", text`${plus(card.count, 1)}`, "${(card.count + 1)?c}"],
    ["a truth value is printed as true or false", text`${lessThan(card.count, 1)}`, "${(card.count lt 1)?c}"],
    ["a number of the author is words", text`${1.5}`, "1.5"],
    ["a text goes into a text", text`a ${text`b ${card.name}`} c`, "a b ${card.name} c"],
    ["nothing gives nothing", text``, ""],
  ])("%s", (_rule, written, template) => {
    expect(print(written, "plain")).toBe(template);
  });

  test("neighbouring words are one piece", () => {
    expect(partsOf(text`a${"b"}${text`c`}`)).toEqual([{ kind: "literal", text: "abc" }]);
  });
});

describe("HTML", () => {
  test.each([
    ["the author's own markup stays markup", html`<b title="x">a & b</b>`, '<b title="x">a & b</b>'],
    [
      "what is inserted is text",
      html`<b>${`<i> & "j" 'k'`}</b>`,
      "<b>&lt;i&gt; &amp; &quot;j&quot; &#39;k&#39;</b>",
    ],
    [
      "a value is escaped when the action runs",
      html`<b>${card.name}</b>`,
      `<b>\${${escaped("card.name")}}</b>`,
    ],
    ["a number needs no escaping", html`${card.count}`, "${card.count?c}"],
    ["plain text in it is escaped", html`${text`<${card.name}`}`, `&lt;\${${escaped("card.name")}}`],
    ["HTML in it is not escaped again", html`<p>${html`<b>${"&"}</b>`}</p>`, "<p><b>&amp;</b></p>"],
    ["text that is HTML already is markup", html`${markup(card.name)}`, "${card.name}"],
    ["template code in it stays words", html`${"<#if x>"}\${y}`, '&lt;#if x&gt;${"$"}{y}'],
  ])("%s", (_rule, written, template) => {
    expect(print(written, "plain")).toBe(template);
  });
});

describe("a URL", () => {
  test.each([
    ["the author's own characters stay", url`/tas/api?a=b&c=d`, "/tas/api?a=b&c=d"],
    ["inserted words are percent-encoded", url`/x/${"a b/ü?&${y}"}`, "/x/a%20b%2F%C3%BC%3F%26%24%7By%7D"],
    ["inserted numbers are words", url`/x?n=${5}`, "/x?n=5"],
    [
      "values are escaped by the field itself",
      url`/x/${card.name}/${card.count}`,
      "/x/${card.name}/${card.count?c}",
    ],
    ["a base URL is not", url`${baseUrl(card.name)}/x`, "${card.name?no_esc}/x"],
    ["a part of a URL goes in as it is", url`${url`/a b`}/c`, "/a b/c"],
  ])("%s", (_rule, written, template) => {
    expect(print(written, "url")).toBe(template);
  });

  test("its base URL is a plain value where nothing is escaped", () => {
    expect(print(baseUrl(card.name), "plain")).toBe("${card.name}");
  });
});

describe("a text in JSON", () => {
  const note = text`"${card.name}"\n\${x}: ${card.count}`;

  test("is written with JSON escapes; TOPdesk escapes the values", () => {
    expect(print(note, "json")).toBe('\\"${card.name}\\"\\n\\u0024{x}: ${card.count?c}');
  });

  test("escapes the values itself where TOPdesk does not", () => {
    expect(print(note, "json-unescaped")).toBe(
      '\\"${card.name?json_string}\\"\\n\\u0024{x}: ${card.count?c?json_string}',
    );
  });
});

describe("parts that come and go", () => {
  test.each([
    [
      "once for each item",
      each(card.items, "item", (item) => text`${item.id};`),
      "<#list card.items as item>${item.id};</#list>",
    ],
    [
      "only when a condition holds",
      onlyIf(lessThan(card.count, 1), text`none`),
      "<#if card.count lt 1>none</#if>",
    ],
    ["or something else", onlyIf(flag, text`a`, text`b`), "<#if flag>a<#else>b</#if>"],
    ["several one after the other", sequence("plain", [text`a`, text`b${card.name}`]), "ab${card.name}"],
    [
      "named, so that it is computed once",
      naming("total", plus(card.count, 1), (total) => text`${total}/${total}`),
      "<#assign total = card.count + 1>${total?c}/${total?c}",
    ],
    [
      "renamed from there on",
      naming("n", constant(0), (n) => text`${renaming(n, plus(n, 1))}${n}`),
      "<#assign n = 0><#assign n = n + 1>${n?c}",
    ],
  ])("%s", (_when, written, template) => {
    expect(print(written, "plain")).toBe(template);
  });

  test("keep being what they are: HTML stays HTML, plain text is escaped in HTML", () => {
    expect(onlyIf(flag, html`<b></b>`).content).toBe("html");
    expect(print(html`${onlyIf(flag, text`<`, text`>`)}`, "plain")).toBe("<#if flag>&lt;<#else>&gt;</#if>");
    expect(print(html`${each(card.items, "i", (item) => text`${item.id}`)}`, "plain")).toBe(
      `<#list card.items as i>\${${escaped("i.id")}}</#list>`,
    );
  });

  test("a condition with > cannot end its tag", () => {
    expect(print(onlyIf(greaterThan(card.count, 1), text`x`), "plain")).toBe("<#if card.count gt 1>x</#if>");
  });
});

describe("white space next to tags, which FreeMarker would drop", () => {
  const dropped = onlyIf(flag, text`x`);
  const bump = naming("n", constant(0), (n) => text` ${renaming(n, constant(1))}`);

  test.each([
    ["\n", '${"\\n"}'],
    ["\r\n", '${"\\r\\n"}'],
    ["\r", '${"\\r"}'],
    ["\n\t", '${"\\n\\t"}'],
    ["a\n\nb", 'a${"\\n"}${"\\n"}b'],
  ])("a line break %j is printed by an interpolation", (lineBreak, template) => {
    expect(print(text`${lineBreak}${dropped}`, "plain")).toBe(`${template}<#if flag>x</#if>`);
    expect(print(html`${lineBreak}${dropped}`, "plain")).toBe(`${template}<#if flag>x</#if>`);
  });

  test.each([["plain"], ["json"], ["json-unescaped"]] as const)(
    "a space that is all there is between two assignments is too (%s)",
    (field) => {
      expect(print(bump, field)).toBe('<#assign n = 0>${" "}<#assign n = 1>');
    },
  );

  test("a text without tags keeps its line breaks as they are", () => {
    expect(print(text`a\n\n${card.name}\n`, "plain")).toBe("a\n\n${card.name}\n");
  });

  test("in JSON a line break is an escape anyway", () => {
    expect(print(text`\n${dropped}`, "json")).toBe("\\n<#if flag>x</#if>");
  });
});

test("texts are told from everything else", () => {
  expect(isText(text``)).toBe(true);
  for (const other of [null, undefined, "a", {}, card.name, []]) expect(isText(other)).toBe(false);
});

test("half a character in an address is the author's mistake", () => {
  expect(() => url`/x/${"a\ud800b"}`).toThrow(/half a character: "a\\ud800b"/);
});
