import { describe, expect, test } from "vitest";
import { parse } from "../../src/freemarker/parse.js";
import type { TemplateErrorCode } from "../../src/freemarker/template-error.js";
import { firstSaid, said, type Row } from "./said.js";

describe("a word that FreeMarker does not have", () => {
  test.each<Row>([
    ["${a?«uppercase»}", 'There is no built-in "?uppercase".', 'Did you mean "upper_case"?'],
    ["${a?«upper_cas»}", 'There is no built-in "?upper_cas".', 'Did you mean "upper_case"?'],
    ["${a?«json_sting»}", 'There is no built-in "?json_sting".', 'Did you mean "json_string"?'],
    ["${a?«lenght»}", 'There is no built-in "?lenght".', 'Did you mean "length"?'],
    ["${a?«contain»('x')}", 'There is no built-in "?contain".', 'Did you mean "contains"?'],
    ["${a?«json_String»}", 'There is no built-in "?json_String".', 'Did you mean "json_string"?'],
    ["${a?trim?«foo»}", 'There is no built-in "?foo".'],
    ["${'text ${a?«defualt»(1)}'}", 'There is no built-in "?defualt".', 'Did you mean "default"?'],
    ["${.«vers»}", 'There is no special variable ".vers".', 'Did you mean "vars"?'],
    ["${.«now2»}", 'There is no special variable ".now2".', 'Did you mean "now"?'],
    ["${.«dataModel2»}", 'There is no special variable ".dataModel2".', 'Did you mean "data_model"?'],
    ["${.«somewhere»}", 'There is no special variable ".somewhere".'],
    [
      "<#setting «number_fromat»='0'>",
      'There is no setting "number_fromat".',
      'Did you mean "number_format"?',
    ],
    ["<#setting «foo»='x'>", 'There is no setting "foo".'],
    [
      "<#ftl «output_fromat»='XML'>",
      'The header has no setting "output_fromat".',
      'Did you mean "output_format"?',
    ],
    [
      "«<#outputformat» 'HTLM'>x</#outputformat>",
      'There is no output format "HTLM".',
      'Did you mean "HTML"?',
    ],
  ])("%s", (template, message, hint) => {
    expect(said(template)).toEqual({ message, hint });
  });

  test.each([
    ["«<#asign» a = 1>", "asign", /assign/],
    ["<#if a>x«<#elsif» b>y</#if>", "elsif", /elseif/],
    ["<#if a>x«<#elif» b>y</#if>", "elif", /elseif/],
    ["«<#for» x in xs>", "for", /list/],
    ["«<#set» a = 1>", "set", /assign/],
    ["«<#var» a = 1>", "var", /assign/],
    ["«<#def» f>", "def", /macro/],
    ["«<#end»>", "end", /<\/#if>/],
    ["«<#IF» a>", "IF", /if/],
    ["«<#blah»>", "blah", undefined],
  ])("%s: there is no directive, and the hint names the one to use", (template, name, hint) => {
    const words = said(template);
    expect(words.message).toBe(`There is no directive "#${name}".`);
    if (hint === undefined) expect(words.hint).toBeUndefined();
    else expect(words.hint).toMatch(hint);
  });
});

describe("what is not closed", () => {
  test.each([
    ["<#if a>«x»", "#if"],
    ["<#if a>x<#else>«y»", "#if"],
    ["<#list xs as x>${x«}»", "#list"],
    ["<#macro m>«x»", "#macro"],
    ["<#function f>«x»", "#function"],
    ["<#assign a>«x»", "#assign"],
    ["<#switch a><#case 1>«x»", "#switch"],
    ["<#attempt>x<#recover>«y»", "#attempt"],
    ["<#compress>«x»", "#compress"],
    ["<#list xs as x><#sep>«,»", "#sep"],
  ])("%s is said to be so, with its name, at the end of the template", (template, name) => {
    const words = said(template);
    expect(words.message).toContain(`${name} `);
    expect(words.message).toMatch(/ is not closed\.$/);
    expect(words.hint).toBeDefined();
  });

  test.each<Row>([
    ["«<#noparse>»x", "The block #noparse is not closed.", "Close it with </#noparse>."],
    ["«<#comment>»x", "The block #comment is not closed.", "Close it with </#comment>."],
    ["a «<#--» x", "The comment is not closed.", "Close it with -->."],
    ["${'a«}»", "The text that starts with ' is not closed.", "Close it with '."],
    ['${"a«}»', 'The text that starts with " is not closed.', 'Close it with ".'],
  ])("%s", (template, message, hint) => {
    expect(said(template)).toEqual({ message, hint });
  });

  test("a comment of a template in square brackets is closed with a square bracket", () => {
    const words = said("«[#--» x", { tagSyntax: "square" });
    expect(words).toEqual({ message: "The comment is not closed.", hint: "Close it with --]." });
  });

  test.each([
    ["${«a»", '"}"'],
    ["#{«a»", '"}"'],
    ["${a[0«}»", '"]"'],
    ["${(a«}»", '")"'],
    ["<@«m»", '">"'],
    ["<#if (a>x«<»/#if>", '")"'],
    ["<#macro m(a«>»x</#macro>", '")"'],
  ])("%s: what was expected is named", (template, expected) => {
    expect(firstSaid(template).message).toContain(`but expected ${expected}.`);
  });
});

describe("a closing or a dividing tag that fits nothing", () => {
  test.each([
    ["a«</#if>»", "</#if>"],
    ["a«</@m>»", "</@m>"],
    ["«</#list>»", "</#list>"],
    ["«<#else>»", "<#else>"],
    ["«<#elseif» a>", "<#elseif"],
    ["«<#case» 1>", "<#case"],
    ["«<#recover>»", "<#recover>"],
    ["<#list xs as x>«</#if>»</#list>", "</#if>"],
    ["<#if a>«</#list>»</#if>", "</#list>"],
    ["<@m>«</#if>»</@m>", "</#if>"],
    ["<#compress>«<#else>»</#compress>", "<#else>"],
    ["<#if a><#else>«<#else>»</#if>", "<#else>"],
    ["<#if a><#else>«<#elseif» b></#if>", "<#elseif"],
  ])("%s: the tag is quoted", (template, tag) => {
    expect(said(template).message).toMatch(new RegExp(`^Found "${tag}`));
  });

  test.each<Row>([
    ["<@a>x«</@b>»", "Found </@b>, but expected </@> or </@a>."],
    ["<@a.b>x«</@c>»", "Found </@c>, but expected </@> or </@a.b>."],
    ["<@f(x)>x«</@c>»", "Found </@c>, but expected </@>."],
  ])("%s: the end of a call has the name of the call", (template, message, hint) => {
    expect(said(template)).toEqual({ message, hint });
  });
});

describe("a tag that is written wrong", () => {
  test.each([
    ["«<#list»>", "#list"],
    ["«<#if»(a)>", "#if"],
    ["«<#assign»>", "#assign"],
    ["«<#setting»>", "#setting"],
    ["<#if a>x«<#else» if b>y</#if>", "#else"],
    ["<#list xs as x>«<#break» x></#list>", "#break"],
    ["«<#t» x>", "#t"],
    ["«</#else»>", "#else"],
    ["«</#case»>", "#case"],
  ])("%s: its directive is named, and a hint says how to write it", (template, name) => {
    const words = firstSaid(template);
    expect(words.message).toContain(`"${name}"`);
    expect(words.hint).toBeDefined();
  });

  test.each<Row>([
    ["<#if «>»x</#if>", 'Found ">", but expected an expression.'],
    ["<#if a &&«>»x</#if>", 'Found ">", but expected an expression.'],
    ["<#if a «b»>x</#if>", 'Found "b", but expected ">".'],
    ["<#list xs as«>»x</#list>", 'Found ">", but expected a name.'],
    ["<#list xs as «1»>x</#list>", 'Found "1", but expected a name.'],
    ["<#foreach x «as» xs>x</#foreach>", 'Found "as", but expected "in".'],
    ["<#assign a =«>»", 'Found ">", but expected an expression.'],
    ["<#assign «=» 1>", 'Found "=", but expected the name of a variable.'],
    ["<#assign a «==» 1>", 'Found "==", but expected "=" or the end of the tag.'],
    ["<#setting locale «'nl'»>", `Found "'nl'", but expected "=".`],
    ["<#escape x«>»${x}</#escape>", 'Found ">", but expected "as".'],
    ["<#import 'x' as «1»>", 'Found "1", but expected a name.'],
    ["<@m a=«/>»", 'Found "/>", but expected an expression.'],
    ["x«<#ftl>»", "The header #ftl must be the first thing in a template."],
    ["<#ftl encoding=«x»>", "The header takes literal values only."],
  ])("%s", (template, message, hint) => {
    expect(said(template)).toEqual({ message, hint });
  });
});

describe("an interpolation or an expression that is written wrong", () => {
  test.each<Row>([
    ["${«}»", 'Found "}", but expected an expression.'],
    ["${a «b»}", 'Found "b", but expected "}".'],
    ["${a.«}»", 'Found "}", but expected the name of a key.'],
    ["${a?«}»", 'Found "}", but expected the name of a built-in.'],
    ["${.«}»", 'Found "}", but expected the name of a special variable.'],
    ["${a[«]»}", 'Found "]", but expected an expression.'],
    ["${a + «}»", 'Found "}", but expected an expression.'],
    ["${{'a' «1»}}", 'Found "1", but expected ":".'],
    ["${[1,«,»2]}", 'Found ",", but expected an expression.'],
    ["${a«,» b}", 'Found ",", but expected "}".'],
    ["#{a; «x»}", '"x" is no format such as m2M2.'],
    [
      "<#if «${»a}>x</#if>",
      "An interpolation cannot stand inside an expression.",
      "Write the name without ${ and }.",
    ],
    ["${a «~» b}", 'The character "~" has no meaning here.'],
    ["${«“»a”}", 'The character "“" has no meaning here.'],
    [
      '${"C:\\«d»ir"}',
      '"\\d" is no escape of FreeMarker.',
      'Write "\\\\" for a backslash, or a raw string: r"...".',
    ],
  ])("%s", (template, message, hint) => {
    expect(said(template)).toEqual({ message, hint });
  });
});

test("every kind of mistake has a code that stays, for programs", () => {
  const templates: Readonly<Record<TemplateErrorCode, string>> = {
    unexpected: "${}",
    unclosed: "<#if a>",
    lexical: "${~}",
    "unknown-directive": "<#blah>",
    "malformed-directive": "<#list>",
    "unknown-built-in": "${a?foo}",
    "unknown-special-variable": "${.foo}",
    "unknown-setting": "<#setting foo=1>",
    "wrong-arguments": "${a?then()}",
    "wrong-literal": "${[]}",
    misplaced: "<#break>",
    "naming-convention": "${a?upper_case?lowerCase}",
    "no-escaping": "${a?no_esc}",
    "nested-too-deeply": `\${${"(".repeat(20_000)}a${")".repeat(20_000)}}`,
  };
  for (const [code, template] of Object.entries(templates))
    expect(parse(template).errors.map((error) => error.code)).toEqual([code]);
});

test("every message is a sentence, and so is every hint", () => {
  const messages = ["${}", "<#if a>", "<#blah>", "<#elif>", "${a?uppercase}", "</#if>", '${"\\d"}', "<#list>"]
    .flatMap((template) => parse(template).errors)
    .flatMap(({ message, hint }) => [message, ...(hint === undefined ? [] : [hint])]);
  expect(messages.length).toBeGreaterThan(8);
  for (const message of messages) expect(message).toMatch(/[.?]$/);
});
