import { describe, expect, test } from "vitest";
import * as packageExports from "../../src/index.js";
import { generate } from "../../src/import/generate.js";

/** The code of what a step assigns, or of when it runs. */
async function codeOf(valueTemplate: string, customExecutionCondition = ""): Promise<string> {
  const http = {
    type: "HTTP_REQUEST",
    name: "ask",
    method: "GET",
    url: "https://x.example.com/",
    headers: [],
  };
  const last = { executionCondition: "CUSTOM", customExecutionCondition };
  const assign = {
    type: "ASSIGN_VARIABLE",
    name: "set",
    assignmentType: "TEXT",
    variableKey: "y",
    valueTemplate,
  };
  const configuration = {
    variables: [{ name: "note", value: "" }],
    mappingDefinitions: [],
    steps: [
      {
        ...http,
        escapeBodyValues: true,
        body: "",
        executionCondition: "ALWAYS",
        customExecutionCondition: "",
      },
      { ...assign, ...last },
    ],
  };
  const value = {
    formatVersion: "2.10",
    exportDate: 0,
    action: { name: "n", description: "", configuration },
  };
  const generation = await generate(value, packageExports, (code) => Promise.resolve(code));
  if (generation.kind === "failed" || generation.module.refinements.size > 0)
    throw new Error("not said by builders");
  return generation.module.code;
}

describe("what a text inserts is said through references", () => {
  test.each([
    ["${_variables.note}", "variables.note"],
    ["${_responses.ask.body.id}", "ask.body.id"],
    ["${_responses.ask.body.items[2].id}", "required(itemAt(ask.body.items, 2).id)"],
    ['${_responses.ask.body["na-me"]}', 'ask.body["na-me"]'],
    ["${_responses.ask.body.count?c}", "ask.body.count"],
    ["${_responses.ask.body.items?size?c}", "size(ask.body.items)"],
    ["${(_responses.ask.body.count * 2 - 1)?c}", "minus(times(ask.body.count, 2), 1)"],
    ['${((_responses.ask.body.id)!"-")}', 'orElse(ask.body.id, "-")'],
    [
      '${(_responses.ask.body.id)?has_content?then(_responses.ask.body.id, "-")}',
      'filledOr(ask.body.id, "-")',
    ],
    ["${_topdeskUrl}", "topdeskUrl"],
    ["${changeid}", "card.changeid"],
    ["A ${naam} of ${_topdeskUrl}", "text`A ${card.naam} of ${topdeskUrl}`"],
    ["words only", '"words only"'],
  ])("%s becomes %s", async (template, code) => {
    expect(await codeOf(template)).toContain(`flow.assign("set", "y", ${code}, `);
  });
});

describe("what the builders would write otherwise stays as it stands", () => {
  test.each([
    "${_variables['note']}",
    "${ _variables.note }",
    "${_variables.unknown}",
    "${_responses.later.body.id}",
    "${_responses.set.body.id}",
    "${_responses.ask.body.toString}",
    '${naam!"-"}',
    "${naam?upper_case}",
    "#{1}",
    "${naam",
  ])("%s", async (template) => {
    expect(await codeOf(template)).toContain(`flow.assign("set", "y", raw(${JSON.stringify(template)}), `);
  });
});

describe("a condition is said through comparisons", () => {
  test.each([
    ["${(_responses.ask.body.count gt 5)?c}", "greaterThan(ask.body.count, 5)"],
    ['${(_responses.ask.body.id == "x")?c}', 'equal(ask.body.id, "x")'],
    ["${(_responses.ask.body.id)??c}", undefined],
    ["${(_responses.ask.body.id)???c}", "exists(ask.body.id)"],
    ["${(naam?? && !unid?has_content)?c}", "and(exists(card.naam), not(notEmpty(card.unid)))"],
    ["${(_responses.ask.body.count > 5)?c}", undefined],
    ["<#if naam??>true</#if>", undefined],
  ])("%s becomes %s", async (template, code) => {
    const guard = code ?? `raw(${JSON.stringify(template)})`;
    expect(await codeOf("x", template)).toContain(`{ run: when(${guard}) }`);
  });
});
