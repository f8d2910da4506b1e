import { describe, expect, test } from "vitest";
import {
  inBody,
  loop,
  request,
  scheduled,
  steps,
  type Sample,
} from "../../../../src/check/rules/freemarker/sample.js";
import { codesOf } from "./codes-of.js";

/** What users of such files suffer from; the samples are made up, the shapes are those of public files. */
const ASSETS = "${_topdeskUrl?no_esc}/tas/api/assetmgmt/assets";

function found(samples: readonly (readonly [what: string, sample: Sample, code: string])[]): void {
  test.each(samples)("%s", (_, sample, code) => {
    expect(codesOf(sample)).toContain(code);
  });
}

describe("escaping", () => {
  found([
    ["by hand where TOPdesk does it", inBody('{"request": "${verzoek?json_string}"}'), "TA309"],
    ["not at all where TOPdesk does not", inBody('{"request": "${verzoek}"}', false), "TA310"],
    ["switched off for what a caller typed", inBody('{"request": "${verzoek?no_esc}"}'), "TA311"],
    ["broken by a quote too few", inBody('{"request": "${verzoek}, "id": "${unid}"}'), "TA316"],
  ]);
});

describe("missing values", () => {
  found([
    ["an empty field of the card", inBody('{"email": "${aanmelderemail}"}'), "TA305"],
    ["an object that nobody filled in", inBody('{"to": "${_responses.get.body.operator.email}"}'), "TA305"],
    ["a guard of the last part only", inBody('{"to": "${_responses.get.body.operator.email!}"}'), "TA306"],
    [
      "a guard in another branch",
      inBody('{"to": "<#if aanmelderemail??>x<#else>${aanmelderemail}</#if>"}'),
      "TA305",
    ],
    [
      "an empty field of an asset",
      steps(
        request({ name: "get", url: `${ASSETS}/\${_variables.asset}` }),
        request({ url: "https://example.com/${_responses.get.body.data.serial}" }),
      ),
      "TA305",
    ],
    [
      "the count of a list that was not asked to count",
      steps(
        request({ name: "find", url: `${ASSETS}?archived=false` }),
        request({ url: "https://example.com/${_responses.find.body.count?c}" }),
      ),
      "TA305",
    ],
    [
      "a field of a card where there is none",
      scheduled(steps(request({ url: "https://example.com/${unid}" }))),
      "TA323",
    ],
  ]);
});

describe("silent truncation", () => {
  found([
    [
      "a page that is taken for the list",
      steps(
        request({ name: "find", url: "https://example.com/tas/api/persons?page_size=100" }),
        request({ url: "https://example.com/<#list _responses.find.body as person>${person.id}</#list>" }),
      ),
      "TA319",
    ],
    [
      "a page that a loop goes through",
      steps(
        request({ name: "find", url: `${ASSETS}?resourceCategory=stock` }),
        loop("stock", "${_responses.find.body.dataSet}", [request()]),
      ),
      "TA319",
    ],
    ["the first of several items", inBody('{"id": "${_responses.find.body.dataSet[0].id}"}'), "TA315"],
  ]);
});

describe("names that differ", () => {
  found([
    ["_variable instead of _variables", inBody('{"site": "${_variable.site}"}'), "TA320"],
    [
      "a name that another step assigned",
      steps(
        request({ name: "first", url: "https://example.com/<#assign site = 'x'>${site}" }),
        request({ url: "https://example.com/${site}" }),
      ),
      "TA312",
    ],
    [
      "the item of a loop, outside of it",
      steps(
        loop("stock", "${_variables.list}", [request({ name: "count" })]),
        request({ url: "https://example.com/${stock.id}" }),
      ),
      "TA314",
    ],
  ]);
});
