import { expect, test } from "vitest";
import { inBody } from "../../../../src/check/rules/freemarker/sample.js";
import { findingsOf } from "./codes-of.js";

/** In the shape of an application password. */
const SECRET = "a1b2c-d3e4f-g5h6i-j7k8l-m9n0p";

test.each([
  `\${"${SECRET}" "x"}`,
  `<#else if "${SECRET}">x`,
  `<#if a ${SECRET.replaceAll("-", "\\-")}>x</#if> ${SECRET}`,
  `<@m x="${SECRET}">`,
  `\${a?${SECRET}}`,
])("neither message nor hint of a mistake quotes a secret: %s", (text) => {
  const findings = findingsOf(inBody(text)).filter(({ code }) => /^TA30[123]$/.test(code));
  expect(findings).not.toEqual([]);
  for (const { message, hint } of findings) {
    expect(`${message} ${hint}`).not.toMatch(/a1b2c|m9n0p/);
  }
});
