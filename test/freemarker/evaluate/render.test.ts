import { describe, expect, test } from "vitest";
import { parse } from "../../../src/freemarker/parse.js";
import {
  evaluateInterpolation,
  htmlFormat,
  ModelDirective,
  render,
  type ModelValue,
  type RenderOptions,
} from "../../../src/freemarker/evaluate/render.js";

function rendered(source: string, options: RenderOptions): string {
  const { template, errors } = parse(source, { escapes: options.outputFormat?.escape !== undefined });
  expect(errors).toEqual([]);
  const result = render(template, options);
  return result.ok ? result.output : `${result.error.code}: ${result.error.message}`;
}

const printed = (source: string, model: Record<string, ModelValue> = {}) => rendered(source, { model });

describe("what a template is rendered with", () => {
  test("plain data is found by name and key", () => {
    expect(printed("${a.b[0]} ${a['c d']}", { a: { b: ["x"], "c d": "y" } })).toBe("x y");
  });

  test("only the model's own keys exist, never those of JavaScript", () => {
    const names = ["constructor", "__proto__", "toString", "hasOwnProperty"];
    const source = names
      .map((name) => `\${${name}!"-"}\${(a.${name})!"-"}\${(a["${name}"])!"-"}\${(.data_model.${name})!"-"}`)
      .join("");
    expect(printed(source, { a: {} })).toBe("-".repeat(16));
  });

  test("a template of white space only is printed as it is, unless something else stands in it", () => {
    expect([" ", "\t\n ", "<#ftl>\n ", "<#noparse> </#noparse>"].map((source) => printed(source))).toEqual([
      " ",
      "\t\n ",
      " ",
      " ",
    ]);
    expect([" <#-- c -->", " <#assign x = 1>"].map((source) => printed(source))).toEqual(["", ""]);
  });

  test("a key named like one of JavaScript's is found when the model has it", () => {
    expect(printed("${constructor} ${a.toString}", { constructor: "c", a: { toString: "t" } })).toBe("c t");
  });

  test("null is the same as not there", () => {
    expect(printed("${a!'-'} ${b[0]!'-'} ${b?size}", { a: null, b: [null] })).toBe("- - 1");
  });

  test("a method gets plain data, and what it throws is the error", () => {
    const join: ModelValue = (...given: ModelValue[]) => {
      if (given.length === 0) throw new Error("join takes something");
      return given.map((value) => JSON.stringify(value)).join("/");
    };
    expect(printed("${join([1, 'a'], {'k': 2.5}, true)}", { join })).toBe('[1,"a"]/{"k":2.5}/true');
    expect(printed("${join()}", { join })).toBe("wrong-arguments: join takes something");
  });

  test("a directive decides what is printed in place of its content", () => {
    const shout = new ModelDirective(
      (content, { mark }) => content.toUpperCase() + (mark === "!" ? "!" : "?"),
    );
    expect(printed("<@shout mark='!'>hello ${n}</@shout>", { shout, n: "x" })).toBe("HELLO X!");
  });

  test("the moment of .now is given", () => {
    const now = new Date("2024-05-06T07:08:09Z");
    expect(rendered("${.now?iso_utc}", { model: {}, now })).toBe("2024-05-06T07:08:09Z");
  });
});

describe("output formats", () => {
  test("a format of one's own escapes every printed value", () => {
    const quoting = { name: "quoting", escape: (text: string) => text.replaceAll('"', '\\"') };
    expect(rendered('"${a}"', { model: { a: 'x"y' }, outputFormat: quoting })).toBe('"x\\"y"');
  });

  test("what is escaped already is not escaped again", () => {
    const source = "<#assign bold><b>${a}</b></#assign>${bold} ${a?no_esc}";
    expect(rendered(source, { model: { a: "<" }, outputFormat: htmlFormat })).toBe("<b>&lt;</b> <");
  });
});

describe("the value of a single interpolation", () => {
  const value = (source: string, model: Record<string, ModelValue> = {}) =>
    evaluateInterpolation(parse(source).template, { model });

  test("a list stays a list", () => {
    expect(value("${xs?filter(x -> x.n gt 1)}", { xs: [{ n: 1 }, { n: 2 }] })).toEqual({
      ok: true,
      value: [{ n: 2 }],
    });
  });

  test("numbers, truth values and texts keep their type", () => {
    expect(value("${1.5 + 1}")).toEqual({ ok: true, value: 2.5 });
    expect(value("${1 lt 2}")).toEqual({ ok: true, value: true });
    expect(value("${'a' + 1?c}")).toEqual({ ok: true, value: "a1" });
  });

  test("a missing value is an error", () => {
    expect(value("${a.b}", { a: {} })).toMatchObject({ ok: false, error: { code: "missing-value" } });
  });

  test("a template with anything else has no such value", () => {
    expect(value("${1} ")).toBeUndefined();
    expect(value("text")).toBeUndefined();
  });
});

describe("messages", () => {
  test("a missing value is named, with its place and what to do", () => {
    const result = render(parse("a\n  ${card.name}").template, { model: { card: {} } });
    if (result.ok) throw new Error("it was rendered");
    const { code, message, hint, position } = result.error;
    expect({ code, message, hint }).toEqual({
      code: "missing-value",
      message: "There is no value for card.name.",
      hint: 'Give it a default, (card.name)!"...", or ask first: <#if (card.name)??>.',
    });
    expect([position.line, position.column]).toEqual([2, 5]);
  });

  test.each(["${'1 + 1'?eval}", "${'x'?interpret}", "<#include 'a'>", "${.main_template_name}"])(
    "%s is refused rather than guessed",
    (source) => {
      expect(printed(source)).toMatch(/^not-simulated: not simulated: /);
    },
  );

  test("what is not simulated is not hidden by #attempt", () => {
    expect(printed("<#attempt>${'1'?eval}<#recover>fine</#attempt>")).toMatch(/^not-simulated/);
  });

  test("the same template can be rendered again after a mistake", () => {
    const { template } = parse("<#macro m>${a}</#macro><#list 1..2 as i><@m/></#list>");
    expect(render(template, { model: {} }).ok).toBe(false);
    expect(render(template, { model: { a: "x" } })).toEqual({ ok: true, output: "xx" });
  });
});
