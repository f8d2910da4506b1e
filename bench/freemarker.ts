import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "freemarker-parser";
import { parse } from "../lib/freemarker/parse.js";
import { samples } from "../test/freemarker/samples.js";
import { paired } from "./measure.js";

const MEGABYTE = 1_000_000;

/** How fast template text is parsed, beside the only other parser on npm, and how the time grows with the size. */
export function freemarkerSpeed(root: string) {
  const templates = acceptedByBoth([...textsOf(root), ...samples.values()]);
  const texts = varied(templates, 2 * MEGABYTE);
  const size = texts.reduce((sum, text) => sum + text.length, 0) / MEGABYTE;
  const ours = () => elapsed(() => texts.forEach((text) => void parse(text)));
  const theirs = () => elapsed(() => texts.forEach((text) => void new Parser().parse(text)));
  ours();
  theirs();
  const [time, other] = paired(5, ours, theirs);
  return { speed: size / (time / 1000), other: size / (other / 1000), growth: growth(templates) };
}

/** Time for each MB of one template of 4 MB, as a part of that of 1 MB. */
function growth(templates: readonly string[]): number {
  const [small, large] = [1, 4].map((size) => varied(templates, size * MEGABYTE).join("\n"));
  if (small === undefined || large === undefined) throw new Error("nothing to parse");
  const [smallTime, largeTime] = paired(
    5,
    () => elapsed(() => void parse(small)),
    () => elapsed(() => void parse(large)),
  );
  return largeTime / large.length / (smallTime / small.length);
}

/** Every text in the built files that holds template code. */
function textsOf(root: string): readonly string[] {
  const folder = join(root, "dist", "default");
  const stringsIn = (value: unknown): readonly string[] =>
    typeof value === "string"
      ? [value]
      : typeof value === "object" && value !== null
        ? Object.values(value).flatMap(stringsIn)
        : [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => stringsIn(JSON.parse(readFileSync(join(folder, name), "utf8"))))
    .filter((text) => /\$\{|<#/.test(text));
}

function acceptedByBoth(templates: readonly string[]): readonly string[] {
  return templates.filter((template) => {
    if (parse(template).errors.length > 0 || template.includes("<#ftl")) return false;
    try {
      return new Parser().parse(template).ast.errors === undefined;
    } catch {
      return false;
    }
  });
}

/** The templates over and over, each time with other text around them, up to a number of characters. */
function varied(templates: readonly string[], size: number): readonly string[] {
  const texts: string[] = [];
  for (let index = 0, length = 0; length < size; index += 1) {
    const text = `Nummer ${index}: ${templates[index % templates.length] ?? ""}\n`;
    texts.push(text);
    length += text.length;
  }
  return texts;
}

function elapsed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
