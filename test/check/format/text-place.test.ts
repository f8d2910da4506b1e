import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/check/diagnostic.js";
import { formats } from "../../../src/check/format/index.js";
import { parseJson } from "../../../src/model/json.js";
import { actionFile, checkText, request } from "../sample-file.js";
import { full } from "./sample-findings.js";

const text = { key: "body", line: 3, column: 12 };
/** A finding inside a text of a step, in a file. */
const inText: Diagnostic = { ...full, code: "TA301", text };
/** The same in a text that is checked before there is a file. */
const withoutFile: Diagnostic = { code: "TA301", severity: "error", message: "Found this.", text };

describe("stylish", () => {
  test("names the place in the text behind the step, under the place in the file", () => {
    expect(formats.stylish([inText], false)).toBe(
      `exports/a.json
  3:9  error  There is no step "a".  TA301
      step send  in body, line 3, column 12  /action/name
      Did you mean "b"?
`,
    );
  });

  test("says the same words in colour", () => {
    const colored = formats.stylish([inText], true);
    expect(colored).not.toBe(formats.stylish([inText], false));
    expect(stripVTControlCharacters(colored)).toBe(formats.stylish([inText], false));
  });

  test("has the place in the text also where there is no step and no file", () => {
    expect(formats.stylish([withoutFile], false)).toContain(
      "Found this.  TA301\n      in body, line 3, column 12\n",
    );
  });
});

describe("json", () => {
  test("has the place in the text as numbers beside the place in the file", () => {
    expect(parseJson(formats.json([inText]))).toMatchObject([
      { line: 3, column: 9, pointer: "/action/name", text },
    ]);
  });

  test("has no such key for a finding that is in no text", () => {
    expect(formats.json([full])).not.toContain('"text"');
  });
});

describe("sarif", () => {
  test("keeps the region for the file, says the place in the message and has it for programs", () => {
    expect(parseJson(formats.sarif([inText]))).toMatchObject({
      runs: [
        {
          results: [
            {
              ruleId: "TA301",
              message: { text: 'There is no step "a". (in body, line 3, column 12) Did you mean "b"?' },
              properties: { text },
              locations: [{ physicalLocation: { region: { startLine: 3, startColumn: 9 } } }],
            },
          ],
        },
      ],
    });
  });

  test("has no properties for a finding that is in no text", () => {
    expect(formats.sarif([full])).not.toContain('"properties"');
  });
});

describe("github", () => {
  test("marks the line of the file, which GitHub shows, and says the place in the message", () => {
    expect(formats.github([inText])).toBe(
      '::error file=exports/a.json,line=3,col=9,title=TA301::There is no step "a". ' +
        '(in body, line 3, column 12) Did you mean "b"?\n',
    );
  });

  test("escapes a key as it escapes a message", () => {
    const finding = { ...withoutFile, text: { key: "50%\n", line: 1, column: 1 } };
    expect(formats.github([finding])).toBe(
      "::error title=TA301::Found this. (in 50%25%0A, line 1, column 1)\n",
    );
  });
});

describe("a mistake in the body of a request, from the file to the words", () => {
  const body = "first line\n\t${a} ${b c}";
  const file = JSON.stringify(actionFile([request("send", { body })]), null, 2);
  const findings = checkText(file).filter(({ code }) => code === "TA301");
  const lineInFile = file.slice(0, file.indexOf('"body"')).split("\n").length;

  test("is found once, at its place in the file and in the text", () => {
    expect(findings).toMatchObject([
      { step: "send", line: lineInFile, text: { key: "body", line: 2, column: 18 } },
    ]);
  });

  test.each([
    ["stylish", "step send  in body, line 2, column 18"],
    ["json", '"column": 18'],
    ["sarif", "(in body, line 2, column 18)"],
    ["github", "(in body, line 2, column 18)"],
  ] as const)("%s says where", (format, place) => {
    expect(formats[format](findings, false)).toContain(place);
  });
});
