// Whatever stands in a file, the explanation is written, names every step, and holds no markup but its own.
import fc from "fast-check";
import { expect, test } from "vitest";
import { asCode } from "../../src/explain/words/markdown-text.js";
import { flattened } from "../../src/explain/risks.js";
import { written } from "../../src/cli/explain/explain.js";
import { LANGUAGES } from "../../src/customers/customer.js";
import type { JsonObject, JsonValue } from "../../src/model/json.js";
import { readFile } from "../../src/targets/read.js";
import { placedSteps } from "../../src/model/walk.js";
import { library } from "../rehearsal/project.js";
import { hostileText } from "../guide/hostile-text.js";
import { anyExport } from "../targets/random-export.js";
import { explained, explainedValue } from "./explained.js";

const language = fc.constantFrom(...LANGUAGES);

test("any export is explained in every format, with every step in it", () => {
  fc.assert(
    fc.property(anyExport, language, (value, language) => {
      const explanation = explainedValue(value);
      const model = readFile(value);
      const steps = model === undefined ? [] : placedSteps(model);
      expect(flattened(explanation.steps)).toHaveLength(steps.length);
      const markdown = written(explanation, language, "markdown", library);
      for (const { name } of flattened(explanation.steps)) expect(markdown).toContain(asCode(name).source);
      expect(written(explanation, language, "text", library).length).toBeGreaterThan(100);
      expect(written(explanation, language, "html", library)).toContain("</html>");
      expect(written(explanation, language, "json", library)).toContain('"steps"');
    }),
    { numRuns: 150 },
  );
});

test("exactly the requests with another method than GET are said to write or to send", () => {
  fc.assert(
    fc.property(anyExport, (value) => {
      const model = readFile(value);
      const places = model === undefined ? [] : placedSteps(model);
      const facts = flattened(explainedValue(value).steps);
      places.forEach(({ step }, index) => {
        const deed = facts[index]?.deed;
        if (step.kind !== "http" || deed?.kind !== "request") return;
        const unread = step.residue !== undefined && !step.residue.keys.includes("method");
        const strange = step.residue !== undefined && Object.hasOwn(step.residue.unread, "method");
        expect(deed.isWriting).toBe(step.method !== "GET" || unread || strange);
        expect(deed.effect === "reads").toBe(!deed.isWriting);
      });
    }),
    { numRuns: 150 },
  );
});

/** Texts of a file in which each is one of the given ones, in turn. */
function withTexts(texts: readonly string[]): JsonValue {
  let next = 0;
  const text = () => texts[next++ % texts.length] ?? "";
  const run = { executionCondition: "CUSTOM", customExecutionCondition: "${(naam == 'x')?c}" };
  const request = (name: string, url: string, body: string): JsonObject => ({
    type: "HTTP_REQUEST",
    name,
    method: "POST",
    url,
    headers: [],
    escapeBodyValues: true,
    body,
    ...run,
  });
  return {
    formatVersion: text(),
    exportDate: 0,
    action: {
      name: text(),
      description: text(),
      trigger: { type: "WEBHOOK", path: text() },
      configuration: {
        variables: [{ name: text(), value: text() }],
        mappingDefinitions: [],
        steps: [
          request(text(), "https://example.com/x", JSON.stringify({ key: text() })),
          request(text(), "${_topdeskUrl?no_esc}/tas/api/incidents", JSON.stringify({ field: text() })),
          { type: text(), name: text(), subSteps: [], ...run },
        ],
      },
    },
  };
}

function tags(html: string): readonly string[] {
  return html.slice(html.indexOf("<body>")).match(/<[^>]*>/g) ?? [];
}

test("whatever the texts of a file are, the page has no tags but its own", () => {
  // Texts without a template, a secret or a second line: those change what is said.
  const oneLine = hostileText
    .map((text) => `a${text.replaceAll(/[\s\p{C}\p{Zl}\p{Zp}${}#:=<@-]+/gu, " ").trim()}z`)
    .filter((text) => text.length < 40);
  const plain = tags(written(explainedValue(withTexts(["a", "b"])), "nl", "html", library));
  const markup = fc.constantFrom(
    "<script>alert(1)</script>",
    "[a](https://e.example)",
    "<b>",
    "</li></ul>",
    "`x`",
    "|",
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(oneLine, markup), { minLength: 2, maxLength: 8 }),
      language,
      (texts, language) => {
        const explanation = explainedValue(withTexts(texts));
        const html = written(explanation, language, "html", library);
        const kinds = new Set(tags(html).map((tag) => tag.replace(/ .*>/s, ">")));
        const usual = new Set(plain.map((tag) => tag.replace(/ .*>/s, ">")));
        for (const tag of kinds) expect([...usual, "<br>"]).toContain(tag);
        expect(html).not.toContain("href=");
        expect(html).not.toContain("<script");
      },
    ),
    { numRuns: 100 },
  );
});

const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

test("a secret in a variable, a header or a body is nowhere in an explanation", () => {
  const secrets = fc
    .string({ minLength: 12, maxLength: 30, unit: fc.constantFrom(...LETTERS) })
    .map((letters) => `Zq7${letters}`);
  fc.assert(
    fc.property(secrets, secrets, secrets, (inVariable, inHeader, inBody) => {
      fc.pre(new Set([inVariable, inHeader, inBody]).size === 3);
      const value = withTexts(["a"]);
      const content = JSON.stringify(value)
        .replace('{"name":"a","value":"a"}', `{"name":"api_password","value":"${inVariable}"}`)
        .replace('"headers":[]', `"headers":[{"name":"Authorization","value":"Bearer ${inHeader}"}]`)
        .replace('{\\"field\\":\\"a\\"}', `{\\"password\\":\\"${inBody}\\",\\"copy\\":\\"${inVariable}\\"}`)
        .replace('"description":"a"', `"description":"use ${inVariable}"`);
      const explanation = explained(content);
      for (const format of ["text", "markdown", "html", "json"] as const) {
        const said = written(explanation, "en", format, library);
        for (const secret of [inVariable, inHeader, inBody]) expect(said).not.toContain(secret);
      }
    }),
    { numRuns: 50 },
  );
});

test("a file that is nested as deeply as a file may be is explained to its last step", () => {
  const nested = (depth: number): JsonObject => ({
    type: "LOOP",
    name: `level_${depth}`,
    collectionTemplate: "${_variables.list}",
    itemKey: "x",
    subSteps: depth === 60 ? [] : [nested(depth + 1)],
  });
  const explanation = explainedValue({ action: { configuration: { steps: [nested(1)] } } });
  for (const format of ["text", "markdown", "html"] as const)
    expect(written(explanation, "en", format, library)).toContain("level_60");
});

test("names that every object has are names like others", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  const steps = names.map((name) => ({
    name,
    method: "GET",
    url: `https://e.example/\${${name}}`,
    body: "",
  }));
  const explanation = explainedValue({
    actionSequence: { structureName: "__proto__", configuration: { steps } },
  });
  const said = written(explanation, "en", "text", library);
  for (const name of names) expect(said).toContain(`of the card: ‘${name}’`);
});
