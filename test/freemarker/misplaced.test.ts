import { describe, expect, test } from "vitest";
import { parse } from "../../src/freemarker/parse.js";
import { said, type Row } from "./said.js";

describe("arguments and parameters", () => {
  test.each<Row>([
    ["${a?«then»('x')}", "?then needs 2 arguments, but has 1.", "Write ?then(if true, if false)."],
    ["${a?«then»(1, 2, 3)}", "?then needs 2 arguments, but has 3.", "Write ?then(if true, if false)."],
    [
      "${a?«switch»(1)}",
      "?switch needs at least 2 arguments, but has 1.",
      "Write ?switch(case, result, case, result, otherwise).",
    ],
    ["${a?«map»()}", "?map needs 1 argument, but has 0.", "Write ?map(x -> x.name)."],
    ["${a?«filter»(x -> x, 1)}", "?filter needs 1 argument, but has 2.", "Write ?filter(x -> x.active)."],
    ["${a?map(«(x, y) ->» x)}", "The lambda must have exactly one parameter."],
    ["${a?then«}»", 'Found "}", but expected "(" and the arguments of ?then.'],
    ["<#macro m a=1 «b»>x</#macro>", "Parameters without a default must come before those with one."],
    ["<#macro m a... «b»>x</#macro>", "Nothing may follow the parameter that takes the rest."],
    ["<#list xs as x, «x»>y</#list>", "Key and value have the same name."],
  ])("%s", (template, message, hint) => {
    expect(said(template)).toEqual({ message, hint });
  });
});

describe("a directive or a built-in in the wrong place", () => {
  test.each<Row>([
    ["«<#break>»", "#break must be inside a loop or a #case."],
    ["<#if a>«<#break>»</#if>", "#break must be inside a loop or a #case."],
    ["<#list xs>«<#break>»<#items as x>y</#items></#list>", "#break must be inside a loop or a #case."],
    ["«<#continue>»", "#continue must be inside a loop."],
    ["<#switch a><#case 1>«<#continue>»</#switch>", "#continue must be inside a loop."],
    ["«<#sep>», </#sep>", "#sep must be inside a #list."],
    ["«<#items» as x>y</#items>", "#items must be inside a #list."],
    [
      "<#list xs as x>«<#items» as y>z</#items></#list>",
      '#items cannot be inside a #list that has "as" already.',
    ],
    ["«<#list» xs>x</#list>", '#list needs "as" and a name, or #items inside it.', "Write <#list xs as x>."],
    ["«<#nested>»", "#nested must be inside a macro."],
    ["<#function f>«<#nested>»</#function>", "#nested must be inside a macro."],
    ["«<#fallback>»", "#fallback must be inside a macro."],
    ["«<#local» a = 1>", "#local must be inside a macro or function."],
    ["«<#return>»", "#return without a value must be inside a macro."],
    ["<#function f>«<#return>»</#function>", "A function must return a value."],
    ["<#macro m>«<#return» 1></#macro>", "A macro cannot return a value."],
    [
      "<#macro m>«<#macro» n>x</#macro></#macro>",
      "Macros and functions cannot be defined inside each other.",
    ],
    [
      "<#switch a>«x»<#case 1></#switch>",
      "Only white space and comments may stand between #switch and its first branch.",
    ],
    ["<#switch a><#default>«<#default>»</#switch>", "The #switch has a #default already."],
    ["<#switch a><#case 1>«<#on» 2></#switch>", "The #switch has a #case already: #case and #on do not mix."],
    ["<#switch a><#on 1>«<#case» 2></#switch>", "The #switch has an #on already: #case and #on do not mix."],
    [
      "${«a»?index}",
      "?index works on the variable of a loop around it only.",
      'Write it behind the name after "as": <#list xs as x>${x?index}.',
    ],
    [
      "<#list xs as x>${«x.a»?has_next}</#list>",
      "?has_next works on the variable of a loop around it only.",
      'Write it behind the name after "as": <#list xs as x>${x?has_next}.',
    ],
  ])("%s", (template, message, hint) => {
    expect(said(template)).toEqual({ message, hint });
  });
});

describe("escaping where there is none, and twice where there is", () => {
  test.each<Row>([
    ["${a?«no_esc»}", "?no_esc cannot be used where nothing is escaped.", "Leave it out."],
    ["${a?«esc»}", "?esc cannot be used where nothing is escaped.", "Leave it out."],
    [
      "<#outputformat 'JSON'>${a?«no_esc»}</#outputformat>",
      "?no_esc cannot be used where nothing is escaped.",
      "Leave it out.",
    ],
    [
      "<#ftl output_format='HTML'>${a?«html»}",
      "?html cannot be used where values are escaped already.",
      "Leave it out.",
    ],
    [
      "«<#autoesc>»x</#autoesc>",
      "#autoesc cannot be used where the output format has no escaping.",
      "Leave it out.",
    ],
  ])("%s", (template, message, hint) => {
    expect(said(template)).toEqual({ message, hint });
  });

  test("?no_esc is no mistake in a place that escapes", () => {
    expect(parse("${a?no_esc}", { escapes: true }).errors).toEqual([]);
    expect(parse("<#outputformat 'HTML'>${a?no_esc}</#outputformat>").errors).toEqual([]);
    expect(parse("<#ftl output_format='XML'>${a?no_esc}").errors).toEqual([]);
  });
});

describe("two naming conventions in one template", () => {
  const hint = "Use one of the two everywhere; snake_case is the usual one.";
  test.each<Row>([
    [
      "${a?upper_case?«lowerCase»}",
      '"lowerCase" is in camelCase, but this template has used snake_case before.',
      hint,
    ],
    [
      "${a?upperCase?«lower_case»}",
      '"lower_case" is in snake_case, but this template has used camelCase before.',
      hint,
    ],
    [
      "<#if a><#elseIf b></#if>${.«data_model»}",
      '"data_model" is in snake_case, but this template has used camelCase before.',
      hint,
    ],
  ])("%s", (template, message, hint) => {
    expect(said(template)).toEqual({ message, hint });
  });
});

describe("a value of a kind that cannot be used there", () => {
  test.each<Row>([
    ["${1 - «'a'»}", "Found a string, but expected a number."],
    ["<#if «'a'» < 1>x</#if>", "Found a string, but expected a number."],
    ["<#if «'a'» && b>x</#if>", "Found a string, but expected a boolean."],
    ["${«1»[0]}", "Found a number, but expected a sequence or a hash."],
    ["${«'a'».b}", "Found a string, but expected a hash."],
    ["${«[1]»}", "Found a sequence, but expected text, a number, a date or a truth value."],
    ["${«{'a': 1}»}", "Found a hash, but expected text, a number, a date or a truth value."],
    ["${{«1»: 2}?size}", "Found a number, but expected a string."],
    ["#{«'x'»}", "Found a string, but expected a number."],
    [
      "<#outputformat «1»>x</#outputformat>",
      "The output format must be a text.",
      'Write its name in quotes: <#outputformat "HTML">.',
    ],
  ])("%s", (template, message, hint) => {
    expect(said(template)).toEqual({ message, hint });
  });
});
