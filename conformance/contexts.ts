import { jsonBody } from "../src/builders/json-body.js";
import { constant, equal } from "../src/builders/operations.js";
import { textShape } from "../src/builders/shape.js";
import { baseUrl, html, print, text, url, type Text } from "../src/builders/text.js";
import { reference, topLevel } from "../src/builders/value.js";
import { isJsonObject, parseJson, type JsonValue } from "../src/model/json.js";
import { seeded } from "./mutants.js";
import { renderAll, type RenderRequest } from "./oracle.js";

/** How many texts came out of the real FreeMarker as they went in. */
export interface ContextAgreement {
  readonly total: number;
  readonly agree: number;
  readonly disagreements: readonly string[];
}

interface Case extends RenderRequest {
  readonly context: string;
  readonly word: string;
  /** What is read out of what FreeMarker printed; it must be the word. */
  readonly read: (output: string) => readonly (JsonValue | undefined)[];
}

const FRAGMENTS = [
  "${",
  "#{",
  "}",
  "<#if x>",
  "</#if>",
  "<#--",
  "-->",
  "<@m/>",
  "</@m>",
  "[#if x]",
  "[/#if]",
  "[=x]",
  "<#noparse>",
  "\\",
  '"',
  "'",
  "\\u0024{",
  "$",
  "#",
  "<",
  ">",
  "&",
  "&amp;",
  "</script>",
  "]]>",
  "\n",
  "\r\n",
  "\r",
  "\t",
  "\u0000",
  "\u001f",
  "é",
  "ß",
  "💻",
  "\u00a0",
  "\u2028",
  "%",
  "%20",
  "+",
  " ",
  "?",
  "a",
  "B9",
  'r"',
  "?no_esc",
  "!",
  "<#t>",
  "{",
  "/",
  "=",
];

/** Puts words into every context that the builders have, as the author's own and as run-time values. */
export async function compareContexts(
  command: string,
  count: number,
  seed: number,
): Promise<ContextAgreement> {
  const random = seeded(seed);
  const words = Array.from({ length: count }, () =>
    Array.from(
      { length: 1 + Math.floor(random() * 6) },
      () => FRAGMENTS[Math.floor(random() * FRAGMENTS.length)],
    ).join(""),
  );
  const cases = words.flatMap(casesOf);
  const outputs = await renderAll(command, cases);
  const wrong = cases.filter(({ word, read }, index) => {
    const output = outputs[index];
    return output === undefined || read(output).some((value) => value !== word);
  });
  const disagreements = wrong.map(({ context, word }) => `${context}: ${JSON.stringify(word)}`);
  return { total: cases.length, agree: cases.length - wrong.length, disagreements };
}

function casesOf(word: string): readonly Case[] {
  const value = reference(textShape, topLevel("value"));
  const base = reference(textShape, topLevel("base"));
  const model = { value: word, base: "https://example.com" };
  const make = (
    context: string,
    template: string,
    outputFormat: Case["outputFormat"],
    read: Case["read"],
  ): Case => ({ context, word, template, model, outputFormat, read });
  const plain = (content: Text) => print(content, "plain");
  const body = { own: word, value, html: html`<p>${word}</p><p>${value}</p>`, text: text`${word}|${value}` };
  return [
    make("plain text, own words", plain(text`${word}`), "undefined", (output) => [output]),
    make("plain text, value", plain(text`${value}`), "undefined", (output) => [output]),
    make("expression", plain(text`${constant(word)}`), "undefined", (output) => [output]),
    make("condition", plain(text`${equal(value, word)}`), "undefined", (output) => [
      output === "true" ? word : output,
    ]),
    make("url", print(url`${baseUrl(base)}/${word}?value=${value}`, "url"), "tdurl", readUrl),
    make("JSON body that is escaped", jsonBody(body, true), "tdjson", readBody),
    make("JSON body that is not escaped", jsonBody(body, false), "undefined", readBody),
  ];
}

function readUrl(output: string): readonly (JsonValue | undefined)[] {
  const match = /^https:\/\/example\.com\/([^/?#]*)\?value=([^&#]*)$/.exec(output);
  return [match?.[1], match?.[2]].map((part) => (part === undefined ? undefined : decodeURIComponent(part)));
}

function readBody(output: string): readonly (JsonValue | undefined)[] {
  const body = parsed(output);
  if (!isJsonObject(body)) return [undefined];
  const { own, value, html: markup, text: both } = body;
  const paragraphs = /^<p>([^<]*)<\/p><p>([^<]*)<\/p>$/.exec(typeof markup === "string" ? markup : "");
  const halves =
    typeof both === "string" ? [both.slice(0, (both.length - 1) / 2), both.slice((both.length + 1) / 2)] : [];
  return [own, value, shown(paragraphs?.[1]), shown(paragraphs?.[2]), ...halves];
}

function parsed(output: string): JsonValue | undefined {
  try {
    return parseJson(output);
  } catch {
    return undefined;
  }
}

function shown(markup: string | undefined): string | undefined {
  return markup
    ?.replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
