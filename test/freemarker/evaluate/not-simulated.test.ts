import { describe, expect, test } from "vitest";
import { NOT_SIMULATED } from "../../../src/freemarker/evaluate/not-simulated.js";
import { parse } from "../../../src/freemarker/parse.js";
import { BUILT_INS, SPECIAL_VARIABLES } from "../../../src/freemarker/vocabulary.js";
import { render } from "../../../src/freemarker/evaluate/render.js";

function failure(source: string): string {
  const result = render(parse(source).template, { model: { x: { y: 1 } } });
  return result.ok ? "" : result.error.message;
}

/** How built-ins are written whose arguments the parser asks for. */
const WITH_ARGUMENTS: ReadonlyMap<string, string> = new Map([
  ["then", "(1, 2)"],
  ["switch", "(1, 2)"],
  ["map", "(q -> q)"],
  ["filter", "(q -> true)"],
  ["take_while", "(q -> true)"],
  ["drop_while", "(q -> true)"],
]);

describe("the list of what is not simulated is true and complete", () => {
  test.each([...BUILT_INS])("?%s", (name) => {
    const source = `<#list [1] as x>\${x?${name}${WITH_ARGUMENTS.get(name) ?? ""}}</#list>`;
    const listed = NOT_SIMULATED.builtIns.includes(name);
    expect(failure(source).includes(`not simulated: ?${name}`)).toBe(listed);
  });

  test.each([...SPECIAL_VARIABLES])(".%s", (name) => {
    const listed = NOT_SIMULATED.specialVariables.includes(name);
    expect(failure(`<#macro m>\${.${name}!}</#macro><@m/>`).includes(`not simulated: .${name}`)).toBe(listed);
  });

  test.each([...NOT_SIMULATED.settings])("the setting %s", (name) => {
    expect(failure(`<#setting ${name}="x">`)).toBe(`not simulated: the setting ${name}`);
  });

  test.each([
    ["fallback", "<#macro m><#fallback></#macro><@m/>"],
    ["import", '<#import "a" as b>'],
    ["include", '<#include "a">'],
    ["recurse", "<#recurse x>"],
    ["transform", "<#transform x></#transform>"],
    ["visit", "<#visit x>"],
  ])("#%s", (name, source) => {
    expect(NOT_SIMULATED.directives).toContain(name);
    expect(failure(source)).toBe(`not simulated: #${name}`);
  });

  test.each([
    "<#setting locale='sv_SE'>${['b', 'a']?sort?join('')}",
    "${'a'?replace('a++', '', 'r')}",
    "${'a'?replace('(?>a)', '', 'r')}",
    "${'a'?replace('a(?i)b', '', 'r')}",
    "${123456789?float}",
    "${.vars?keys?size}",
  ])("%s", (source) => {
    expect(failure(source)).toMatch(/^not simulated: /);
  });
});
