import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "../../src/freemarker/parse.js";
import { inOrder, unmarked, withMistakesMarked } from "./marked-template.js";
import { placesOf } from "./tree-check.js";

/** Each mistake stands between « and »; nothing else may be reported, and nothing twice. */
function expectMistakes(template: string): void {
  const { source, marked } = unmarked(template);
  expect(withMistakesMarked(source)).toBe(template);
  const places = placesOf(source);
  expect(inOrder(parse(source).errors).map(({ position: { line, column } }) => ({ line, column }))).toEqual(
    marked.map(({ start }) => places[start]),
  );
}

describe("every mistake is reported, once, at its line and column", () => {
  test.each([
    ["two in one line", "${a?«foo»} and ${b?«bar»}"],
    [
      "one a line",
      `Dear \${a.«}»,
<#setting «foo»=1>
\${b?«foo»}
<#if a>
\t\${c «d»}
</#if>
«</#list>»
`,
    ],
    ["interpolations", "${a «b»}\n${«}»\n${.«nowhere»}\n${a?then«}»\n${c[«]»}"],
    ["in one string", '${"${a?«foo»} and ${b «c»}"} ${d?«bar»}'],
    ["tags", "<#assign a =«>»\n<#setting locale «'nl'»>\n<#include «>»"],
    ["directives that do not exist", "«<#blah»>\n«<#blub» a>\n<#if a>x</#if>\n«</#blip»>"],
    ["misplaced directives", "«<#break>»\n«<#nested>»\n«<#sep>»,</#sep>\n«<#items» as x>y</#items>"],
    ["arguments", "${a?«then»('x')}\n${b?«switch»(1)}\n${c?«map»()}"],
    ["kinds of values", "${«[1]»} ${1 - «'a'»} ${«true».a}"],
    ["escaping", "${a?«no_esc»}${b?«esc»}<#outputformat 'XML'>${c?no_esc}</#outputformat>${d?«no_esc»}"],
    ["naming", "${a?upper_case}${b?«lowerCase»}${c?lower_case}${.«dataModel»}"],
  ])("%s", (_, template) => {
    expectMistakes(template);
  });

  test("each with its own line break", () => {
    expectMistakes("${a?«foo»}\n${b?«foo»}\r\n${c?«foo»}\r${d?«foo»}");
  });
});

test("FreeMarker's own mistake comes first, and the others in the order of the source", () => {
  const { errors } = parse("<#list xs>${a?foo}</#list><#switch a>x${b?foo}<#case 1></#switch>");
  expect(errors.map(({ span }) => span.start.offset)).toEqual([14, 0, 37, 42]);
});

describe("a mistake does not hide those behind it", () => {
  test.each([
    ["in a loop", "<#list xs as x>${x?«foo»}${x?«bar»}</#list>${y?«foo»}"],
    ["in the head of a loop", "<#list xs as«>»a</#list>${b?«foo»}"],
    [
      "in the condition of an #if",
      "<#if a «b»>${c?«foo»}<#elseif d «e»>${f?«foo»}<#else>${g?«foo»}</#if>${h?«foo»}",
    ],
    ["in the value of a #switch", "<#switch a «b»><#case 1>${c?«foo»}<#case 2 «3»>d</#switch>${e?«foo»}"],
    ["in an assignment", "<#assign a = «>»\n<#assign b = c?«foo»>\n${d?«foo»}"],
    ["in a macro", "<#macro m a=«>»${b?«foo»}<#nested></#macro>${c?«foo»}"],
    ["in an #attempt", "<#attempt>${a?«foo»}<#recover>${b?«foo»}</#attempt>${c?«foo»}"],
    ["in the content of a call", "<@m a=1>${a?«foo»}</@m>${b?«foo»}"],
    ["at the end of a call", "<@m>a«</@n>»${b?«foo»}"],
    ["a directive that does not exist", "<#if a>b«<#blah» c>${d?«foo»}</#if>${e?«foo»}"],
    ["a tag that closes nothing", "a«</#if>»${b?«foo»}«</#list>»${c?«foo»}"],
    ["a tag that closes something else", "<#if a>b«</#list>»${c?«foo»}</#if>${d?«foo»}"],
    ["an interpolation that misses its end", "${a <b«>»c</b>\n${d?«foo»}"],
    ["a tag that misses its end", "<#if a\n «x»\n</#if>\n${b?«foo»}"],
    ["a character without a meaning", "${a «~» b}${c?«foo»}"],
    ["an escape that does not exist", '${"a\\«d»"}${b?«foo»}'],
    ["a header", "<#ftl «foo»=1>${a?«foo»}"],
  ])("%s", (_, template) => {
    expectMistakes(template);
  });
});

describe("a mistake has no others in its wake", () => {
  test.each([
    ["a broken #if still has its #else and its end", "<#if «>»a<#else>b</#if>"],
    ["a broken #elseif still belongs to its #if", "<#if a>b<#elseif «>»c<#else>d</#if>"],
    ["#else if still belongs to its #if", "<#if a>b«<#else» if c>d<#else>e</#if>"],
    ["#elif still belongs to its #if", "<#if a>b«<#elif» c>d«<#elif» e>f<#else>g</#if>"],
    ["a broken #list still is one", "<#list xs «x»>a<#sep>, </#sep><#else>b</#list>"],
    ["a broken #switch still has its branches", "<#switch a «b»><#case 1>c<#break><#default>d</#switch>"],
    ["a broken #case still is one", "<#switch a><#case 1 «2»>c<#break><#default>d</#switch>"],
    ["a broken #macro still is one", "<#macro m a=«>»<#nested><#local b = 1><#return></#macro>"],
    ["a broken #function still is one", "<#function f(a«>»<#return 1></#function>"],
    ["a broken #outputformat still has its end", "<#outputformat «>»a</#outputformat>"],
    ["a broken #escape still has its end", "<#escape x«>»${x}</#escape>"],
    [
      "misplaced #items still have their variable",
      "<#list xs as x>«<#items» as y>${y?index}</#items></#list>",
    ],
    ["a #macro in a #macro still has its end", "<#macro m>«<#macro» n>a</#macro>b</#macro>"],
    ["of directives left open, the innermost is named", "<#if a><#list xs as x><#if b>«c»"],
    ["closing the outer one closes what is open in it", "<#if a><#list xs as x>b«</#if>»c"],
    ["a comment that is not closed", "a «<#--» ${b?foo} </#if>"],
    ["a #noparse that is not closed", "a «<#noparse>» ${b?foo} </#if>"],
    ["code in a comment and in #noparse is none", "<#-- ${a?foo} --><#noparse>${a?foo}</#if></#noparse>"],
  ])("%s", (_, template) => {
    expectMistakes(template);
  });
});

describe("a start tag that could not be read still has its content and its end", () => {
  test.each([
    "«<#if»>x<#else>y</#if>",
    "«<#if»(a)>x«<#elseif»(b)>y</#if>",
    "<#if a>x«<#else» if b>y<#else>z</#if>",
    "«<#list»(xs) as x>${x}<#sep>,</#sep></#list>",
    "<#switch a>«<#case»>x<#break></#switch>",
    "«<#macro»>x<#nested></#macro>",
    "«<#compress» x>a</#compress>",
    "«<#attempt» x>a<#recover>b</#attempt>",
    "«<#noparse» x>${c d}</#noparse>",
    "<#list xs>«<#items»>x</#items></#list>",
    "<@m a=«>»x</@m>",
    "<@m; a, «>»x</@m>",
    "<@m ; «1»>x</@m>",
    "<@«>»x</@>",
    "<#assign a «b»>x</#assign>",
    "<#assign a = «>»<#assign b>x</#assign>",
    "«<#for» x in xs>${x?index}<#else>y</#for>",
    "«<#lst» xs as x>${x?index}</#lst>",
    "«<#IF» a>x<#else>y</#IF>",
    "«<#blah»>x</#blah>",
    "[#ftl]«[#if»(a)]x[#else]y[/#if]",
  ])("%s", (template) => {
    expectMistakes(template);
  });
});

describe("an end tag that is written wrong still closes", () => {
  test.each([
    "<#if a>x«</#end»>",
    "<#if a>x«</#endif»>",
    "<#if a>x«</#fi»>",
    "<#if a>x«</#iff»>",
    "<#if a>x«<#endif»>",
    "<#if a>x«</#if» b>",
    "<#if a>x«</#if»",
    "<@m>x«</#end»>",
    "<#attempt>x«</#attempt>»",
    "<#if a><#list xs as x>b«</#if>»</#list>",
    "<#list xs as x>a<#sep>,«</#list» b>",
  ])("%s", (template) => {
    expectMistakes(template);
  });

  test("and is a mistake, too, where nothing is open", () => {
    expectMistakes("a«</#end»>b«</#endif»>c«</#blah»>");
  });
});

describe("what a mistake causes is not said as well", () => {
  test.each([
    "${a «<#--» x}",
    "<#if a «<#--» x>",
    "<#list «/>»x",
    "<#macro m«/>»x",
    "<#list xs «x»>${x?index}<#break></#list>",
    "«<#outputformat» 'HTLM'>${b?no_esc}${b?html}</#outputformat>",
  ])("%s", (template) => {
    expectMistakes(template);
  });

  test("a string that is not closed", () => {
    expect(parse('<#if a>${"x</#if>').errors).toHaveLength(1);
  });
});

describe("behind a mistake that hides the start of a tag, that tag is read", () => {
  test.each(["${a\n<«#»if b>x</#if>", "[#ftl]${a [«#»if b]x[/#if]", "<#if c>${a <«/»#if>"])(
    "%s",
    (template) => {
      expectMistakes(template);
    },
  );
});

describe("whatever mistakes a template has", () => {
  /** Pieces that leave nothing open, each with its mistakes. */
  const pieces = fc.constantFrom(
    "text ",
    "${a}",
    "<#if a>b<#else>c</#if>",
    "<#list xs as x>${x}<#sep>, </#sep></#list>",
    "<#-- c -->",
    "<#assign a = 1>",
    "\n",
    "\r\n\t",
    "😀",
    "${a «b»}",
    "${a?«foo»}",
    "${«}»",
    "${a?«then»(1)}",
    "«<#blah»>",
    "«<#break>»",
    "<#list xs as x>${x?«foo»}</#list>",
    "<#if a «b»>c</#if>",
    "<#assign a =«>»",
    "<#setting «foo»=1>",
    '${"x${b «c»}"}',
  );

  test("each is reported once and in its place", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (chosen) => {
        const template = chosen.join("");
        expect(withMistakesMarked(unmarked(template).source)).toBe(template);
      }),
      { numRuns: 500 },
    );
  });

  test("each is reported once and in its place inside of a loop in a condition, too", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (chosen) => {
        const template = `<#if a><#list xs as y>${chosen.join("").replaceAll("«<#break>»", "<#break>")}</#list></#if>`;
        expect(withMistakesMarked(unmarked(template).source)).toBe(template);
      }),
      { numRuns: 200 },
    );
  });
});
