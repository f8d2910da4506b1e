import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { guideOf, type GuideRequest } from "../../src/guide/guide.js";
import { onOneLine } from "../../src/guide/markdown.js";
import { hostileText } from "./hostile-text.js";
import { sampleRequest } from "./sample-request.js";

/** Every word that comes from a customer or a file. */
interface Names {
  readonly organisation: string;
  readonly actionName: string;
  readonly description: string;
  readonly variable: string;
  readonly hint: string;
  readonly filledIn: string;
  readonly step: string;
  readonly method: string;
  readonly field: string;
  readonly key: string;
  readonly fileName: string;
  readonly cardType: string;
}

const NAMES = [
  "organisation",
  "actionName",
  "description",
  "variable",
  "hint",
  "filledIn",
  "step",
  "method",
  "field",
  "key",
  "fileName",
  "cardType",
] as const satisfies readonly (keyof Names)[];

const run = { executionCondition: "ALWAYS", customExecutionCondition: "" } as const;
const usual = sampleRequest({ customer: { language: "en" } });

/** A request in which every word is one of these. */
function requestWith(names: Names): GuideRequest {
  const request = { kind: "http", headers: [], escapeBodyValues: true, body: "", ...run } as const;
  const steps = [
    { ...request, name: names.step, method: names.method, url: "${_topdeskUrl?no_esc}/tas/api/x" },
    { ...request, name: names.step, method: "GET", url: "${x}" },
  ];
  const action = {
    ...usual.file.action,
    name: names.actionName,
    description: names.description,
    variables: [
      { name: names.variable, value: names.hint },
      { name: "filled", value: "x" },
    ],
    steps,
  };
  return {
    ...usual,
    file: { ...usual.file, action },
    path: names.fileName.replaceAll("/", "_"),
    customer: { ...usual.customer, branding: { organisation: names.organisation } },
    parameters: { ...usual.parameters, minimumField: names.field },
    inferredKeys: [names.key],
    variables: { filled: { value: names.filledIn, hint: names.hint } },
  };
}

const plainNames: Names = {
  organisation: "x",
  actionName: "x",
  description: "x",
  variable: "x",
  hint: "x",
  filledIn: "x",
  step: "x",
  method: "x",
  field: "x",
  key: "x",
  fileName: "x",
  cardType: "x",
};

const anyNames: fc.Arbitrary<Names> = fc
  .tuple(fc.constantFrom(...NAMES), hostileText, fc.boolean())
  .map(([name, text, everywhere]) =>
    everywhere
      ? { ...plainNames, ...Object.fromEntries(NAMES.map((each) => [each, text])) }
      : { ...plainNames, [name]: text },
  );

const reader = new MarkdownIt({ html: true });

/** The tokens of Markdown without its words. */
function structure(markdown: string): string {
  return reader
    .parse(markdown, {})
    .flatMap(({ type, tag, children }) => [`${type} ${tag}`, ...(children ?? []).map((child) => child.type)])
    .join("\n");
}

/** The tags of a page with their attributes. */
function tags(html: string): readonly string[] {
  return html.slice(html.indexOf("<body>")).match(/<[^>]*>/g) ?? [];
}

const plain = guideOf(requestWith(plainNames));

test("whatever the names are, the guide has the same headings, steps, tables and tags", () => {
  fc.assert(
    fc.property(anyNames, (names) => {
      const guide = guideOf(requestWith(names));
      expect(structure(guide.markdown)).toBe(structure(plain.markdown));
      expect(tags(guide.html)).toEqual(tags(plain.html));
    }),
    { numRuns: 200 },
  );
});

test("whatever the organisation is called, the page shows exactly that", () => {
  fc.assert(
    fc.property(hostileText, (organisation) => {
      const { html } = guideOf(requestWith({ ...plainNames, organisation }));
      const [, shown = ""] = /<header><span>(.*?)<\/span>/s.exec(html) ?? [];
      const text = shown
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&#39;", "'")
        .replaceAll("&amp;", "&");
      expect(text).toBe(onOneLine(organisation));
    }),
  );
});

test("the same request gives the same guide, whatever was asked for before", () => {
  fc.assert(
    fc.property(anyNames, anyNames, (names, others) => {
      const first = guideOf(requestWith(names));
      guideOf(requestWith(others));
      expect(guideOf(requestWith(names))).toEqual(first);
    }),
    { numRuns: 20 },
  );
});
