import { describe, expect, test } from "vitest";
import { parse } from "../../src/freemarker/parse.js";
import type { TemplateErrorCode } from "../../src/freemarker/template-error.js";
import { firstSaid, said, type Row } from "./said.js";

describe("a word that FreeMarker does not have", () => {
  test.each<Row>([
    ["${a?«uppercase»}", 'There is no built-in "?uppercase".', 'Did you mean "?upper_case"?'],
    ["${a?«upper_cas»}", 'There is no built-in "?upper_cas".', 'Did you mean "?upper_case"?'],
    ["${a?«json_sting»}", 'There is no built-in "?json_sting".', 'Did you mean "?json_string"?'],
    ["${a?«lenght»}", 'There is no built-in "?lenght".', 'Did you mean "?length"?'],
    ["${a?«contain»('x')}", 'There is no built-in "?contain".', 'Did you mean "?contains"?'],
    ["${a?«json_String»}", 'There is no built-in "?json_String".', 'Did you mean "?json_string"?'],
    ["${a?trim?«foo»}", 'There is no built-in "?foo".'],
    ["${'text ${a?«defualt»(1)}'}", 'There is no built-in "?defualt".', 'Did you mean "?default"?'],
    ["${.«vers»}", 'There is no special variable ".vers".', 'Did you mean ".vars"?'],
    ["${.«now2»}", 'There is no special variable ".now2".', 'Did you mean ".now"?'],
    ["${.«dataModel2»}", 'There is no special variable ".dataModel2".', 'Did you mean ".data_model"?'],
    ["${.«somewhere»}", 'There is no special variable ".somewhere".'],
    [
      "<#setting «number_fromat»='0'>",
      'There is no setting "number_fromat".',
      'Did you mean "number_format"?',
    ],
    ["${a?«json»}", 'There is no built-in "?json".', 'Did you mean "?json_string"?'],
    ["${a?«toUpperCase»}", 'There is no built-in "?toUpperCase".', 'Did you mean "?upper_case"?'],
    [
      "${a?«to_string»}",
      'There is no built-in "?to_string".',
      "Write ?string, or ?c for a number that a computer reads.",
    ],
    ["${a?«count»}", 'There is no built-in "?count".', "Write ?length for a text, or ?size for a list."],
    ["${a?«isEmpty»}", 'There is no built-in "?isEmpty".', "Write !x?has_content."],
    ["${a?«substr»(1)}", 'There is no built-in "?substr".', 'Did you mean "?substring"?'],
    ["${a?«starts»('x')}", 'There is no built-in "?starts".', 'Did you mean "?starts_with"?'],
    ["${a?«b»}", 'There is no built-in "?b".'],
    ["${.«nwo»}", 'There is no special variable ".nwo".', 'Did you mean ".now"?'],
    ["${.«today»}", 'There is no special variable ".today".', 'Did you mean ".now"?'],
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
    ["«<#IF» a>", "IF", /^Directives are written in lower case: #if\.$/],
    ["«<#ELSEIF» a>", "ELSEIF", /^Write <#elseif condition>\.$/],
    [
      "«<#while» a>",
      "while",
      /^FreeMarker has no such loop: write <#list 1\.\.100 as i> and leave it with <#break>\.$/,
    ],
    ["«<#unless» a>", "unless", /^Write <#if !\(condition\)>\.$/],
    ["«<#let» a = 1>", "let", /^Write <#assign name = value>\.$/],
    ["«<#echo» a>", "echo", /^Write \$\{\.\.\.\} to print a value\.$/],
    ["«<#endlist»>", "endlist", /^Write <\/#list>\.$/],
    ["«<#x»>", "x", undefined],
    ["«<#fi»>", "fi", /^Close a directive with its own end tag, such as <\/#if>\.$/],
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
    // The end tag of #sep may be left out.
    ["<#list xs as x><#sep>«,»", "#list"],
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
    ["${'a«}»", "The text that starts with ' in line 1 is not closed.", "Close it with '."],
    ['${"a«}»', 'The text that starts with " in line 1 is not closed.', 'Close it with ".'],
  ])("%s", (template, message, hint) => {
    expect(said(template)).toEqual({ message, hint });
  });

  test.each<Row>([
    ["\n\n<#if a>«x»", "The #if in line 3 is not closed.", "Write </#if> where its content ends."],
    ["<#if a>x</if«>»", "The #if in line 1 is not closed.", '"</if>" is text: write </#if>.'],
    ["<#if a>x<#/if«>»", "The #if in line 1 is not closed.", '"<#/if>" is text: write </#if>.'],
    [
      "<@m.n a=1>«x»",
      "The <@m.n> in line 1 is not closed.",
      'Write </@m.n>, or end the tag in "/>" when it has no content.',
    ],
    [
      "<@f(1)>«x»",
      "The <@...> in line 1 is not closed.",
      'Write </@>, or end the tag in "/>" when it has no content.',
    ],
    [
      "<#assign a>«x»",
      "The #assign in line 1 is not closed.",
      "Give the value in the tag (<#assign a = ...>), or write </#assign>.",
    ],
    [
      "\n<#attempt>x«</#attempt>»",
      "The #attempt in line 2 has no <#recover>.",
      "Write <#recover> before it, with what to print instead when something fails.",
    ],
    ["${«a»", 'Found the end of the template, but expected "}".', "Close the ${ in line 1 with }."],
    ["\n<#if «a»", 'Found the end of the template, but expected ">".', "Close the tag in line 2 with >."],
  ])("%s: the line in which it starts is named", (template, message, hint) => {
    expect(firstSaid(template)).toEqual({ message, hint });
  });

  test("hints for a template in square brackets are written in square brackets", () => {
    expect(said("[#ftl][#if a]«x»").hint).toBe("Write [/#if] where its content ends.");
    expect(said("[#ftl][@m]«x»").message).toBe("The [@m] in line 1 is not closed.");
    expect(said("[#ftl][@m]«x»").hint).toBe('Write [/@m], or end the tag in "/]" when it has no content.');
    expect(said("[#ftl]«[#elif» a]").hint).toBe("Write [#elseif condition].");
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
    ["«<#elseif» a>", "<#elseif ...>"],
    ["«<#case» 1>", "<#case ...>"],
    ["«<#recover>»", "<#recover>"],
    ["<#list xs as x>«</#if>»</#list>", "</#if>"],
    ["<#if a>«</#list>»</#if>", "</#list>"],
    ["<@m>«</#if>»</@m>", "</#if>"],
    ["<#compress>«<#else>»</#compress>", "<#else>"],
    ["<#if a><#else>«<#else>»</#if>", "<#else>"],
    ["<#if a><#else>«<#elseif» b></#if>", "<#elseif ...>"],
  ])("%s: the tag is quoted", (template, tag) => {
    expect(said(template).message).toMatch(new RegExp(`^Found ${tag}`));
  });

  test.each<Row>([
    ["<@a>x«</@b>»", "Found </@b>, but expected </@> or </@a>."],
    ["<@a.b>x«</@c>»", "Found </@c>, but expected </@> or </@a.b>."],
    ["<@f(x)>x«</@c>»", "Found </@c>, but expected </@>."],
  ])("%s: the end of a call has the name of the call", (template, message, hint) => {
    expect(said(template)).toEqual({ message, hint });
  });
});

describe("a closing or a dividing tag in the wrong place", () => {
  test.each<Row>([
    ["a«</#if>»", "Found </#if>, but no #if is open here.", "Take it out, or write <#if ...> before it."],
    ["a«</@m>»", "Found </@m>, but no <@m> is open here.", "Take it out, or write <@m> before it."],
    ["a«<#else>»", "Found <#else>, but there is no #if or #list around it.", "Take it out."],
    ["<#if a><#else>«<#else>»</#if>", "Found <#else>, but this #if has an <#else> already.", "Take it out."],
    [
      "<# if a>x«</#if>»",
      "Found </#if>, but no #if is open here.",
      '"<# if" is text: write <#if without the space.',
    ],
    [
      "<#list xs as x>\n<#if a>y«</#list>»",
      "Found </#list>, but only #if can be closed here.",
      "Write </#if> first: the #if in line 2 is still open.",
    ],
  ])("%s", (template, message, hint) => {
    expect(said(template)).toEqual({ message, hint });
  });
});

describe("a tag that is written wrong", () => {
  test.each<Row>([
    ["«<#if»>x</#if>", "#if needs an expression.", "Write <#if ...>."],
    ["«<#if»(a)>x</#if>", "There must be a space behind #if.", "Write <#if (...)>."],
    ["<#if a>x«<#else» if b>y</#if>", "#else cannot have a condition.", "Write <#elseif ...>, in one word."],
    ["<#if a>x«</#else»></#if>", "#else has no end tag.", "Take it out."],
    [
      "<#if a>x«</#if» b>",
      "The end tag of #if must have nothing behind the name.",
      "Write </#if> with nothing behind the name.",
    ],
    ["<@« »m/>", "Found white space, but expected the name of a macro.", "Write the name right behind <@."],
  ])("%s", (template, message, hint) => {
    expect(firstSaid(template)).toEqual({ message, hint });
  });
});

describe("a tag whose directive or expression is not what it should be", () => {
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
    expect(words.message).toContain(name);
    expect(words.hint).toBeDefined();
  });

  test.each<Row>([
    ["<#if «>»x</#if>", 'Found ">", but expected an expression.'],
    ["<#if a &&«>»x</#if>", 'Found ">", but expected an expression.'],
    ["<#if a «b»>x</#if>", 'Found "b", but expected ">".'],
    ["<#list xs as«>»x</#list>", 'Found ">", but expected a name.', "Write <#list xs as x>."],
    ["<#list xs as «1»>x</#list>", 'Found "1", but expected a name.', "Write <#list xs as x>."],
    ["<#foreach x «as» xs>x</#foreach>", 'Found "as", but expected "in".', "Write <#list xs as x>."],
    ["<#assign a =«>»", 'Found ">", but expected an expression.'],
    ["<#assign «=» 1>", 'Found "=", but expected the name of a variable.'],
    ["<#assign a «==» 1>", 'Found "==", but expected "=" or the end of the tag.'],
    ["<#setting locale «'nl'»>", `Found "'nl'", but expected "=".`],
    ["<#escape x«>»${x}</#escape>", 'Found ">", but expected "as".'],
    ["<#import 'x' as «1»>", 'Found "1", but expected a name.'],
    ["<@m a=«/>»", 'Found "/>", but expected an expression.'],
    [
      "x«<#ftl>»",
      "The header #ftl must be the first thing in a template.",
      "Move it to the start, or take it out.",
    ],
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
    ["${«“»a”}", 'The character "“" has no meaning here.', 'Write straight quotes: "...".'],
    [
      '${"C:\\«d»ir"}',
      '"\\d" is no escape of FreeMarker.',
      'Write "\\\\" for a backslash, or a raw string: r"...".',
    ],
  ])("%s", (template, message, hint) => {
    expect(said(template)).toEqual({ message, hint });
  });

  test.each<Row>([
    ["<#if a «and» b>x</#if>", 'Found "and", but expected ">".', 'Write && for "and".'],
    ["<#if not «a»>x</#if>", 'Found "a", but expected ">".', 'Write !(...) for "not".'],
    ["<#if a «is» b>x</#if>", 'Found "is", but expected ">".', 'Write == for "is".'],
    ["<#if a <«>» b>x</#if>", 'Found ">", but expected an expression.', 'Write != for "<>".'],
    ["<#if a ==«=» b>x</#if>", 'Found "=", but expected an expression.', 'Write == for "===".'],
    ["<#list x «in» xs>x</#list>", 'Found "in", but expected "as".', "Write <#list xs as x>."],
    ["${a ? «b» : c}", 'FreeMarker has no "? :".', "Write a?then(b, c)."],
    ["${a ? «'b'» : 'c'}", 'FreeMarker has no "? :".', "Write a?then(b, c)."],
    ["${{a«}»}", 'Found "}", but expected ":".', "Write ${a}, with single braces."],
    ["${a.«1»}", 'Found "1", but expected the name of a key.', "Write a[1]."],
    [
      '${"\\x«"»}',
      '"\\x" needs hexadecimal digits.',
      'Write "\\\\" for a backslash, or a raw string: r"...".',
    ],
  ])("%s: the hint says what FreeMarker has instead", (template, message, hint) => {
    expect(firstSaid(template)).toEqual({ message, hint });
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
