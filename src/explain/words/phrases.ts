import type { Markdown } from "../../guide/markdown.js";
import type { Address, FieldFacts, Source, System, TopdeskObject, Value } from "../facts.js";
import { sourcesOfValue } from "../address.js";
import { shortened } from "../shown.js";
import { isPart, isResource } from "../topdesk-objects.js";
import { distinct } from "../templates.js";
import { asCode, codes, joined, md } from "./markdown-text.js";
import { CARD_FIELDS, CARD_TYPE_NOUNS, NOUNS, PART_NOUNS } from "./nouns.js";
import type { Words } from "./words.js";

const LONGEST_WORDS = 80;

/** A field of a card, by what it means and its name in the database. */
function cardField(field: string, { language }: Words): Markdown {
  const meaning = Object.hasOwn(CARD_FIELDS, field) ? CARD_FIELDS[field]?.[language] : undefined;
  return meaning === undefined ? asCode(field) : md`${meaning} (${asCode(field)})`;
}

/** A card type by its name in the file, and what that means. */
export function cardTypeInWords(cardType: string, { language }: Words): Markdown {
  const meaning = Object.hasOwn(CARD_TYPE_NOUNS, cardType)
    ? CARD_TYPE_NOUNS[cardType]?.[language]
    : undefined;
  return meaning === undefined ? asCode(cardType) : md`${asCode(cardType)} (${meaning})`;
}

/** Where a value comes from, in words. */
export function sourceInWords(source: Source, words: Words): Markdown {
  const { source: say } = words;
  switch (source.kind) {
    case "card":
      return say.card(cardField(source.field, words));
    case "answer":
      return source.path === ""
        ? say.wholeAnswer(asCode(source.step))
        : say.answer(asCode(source.path), asCode(source.step));
    case "variable":
      return say.variable(asCode(source.name));
    case "webhook":
      return source.path === "" ? md`${say.wholeWebhook}` : say.webhook(asCode(source.path));
    case "operator":
      return source.path === "" ? md`${say.wholeOperator}` : say.operator(asCode(source.path));
    case "item":
      return source.path === ""
        ? say.wholeItem(asCode(source.name))
        : say.item(asCode(source.path), asCode(source.name));
    case "documents":
      return md`${say.documents}`;
    case "environment":
      return md`${say.environment}`;
    case "made up":
      return md`${say.madeUp}`;
  }
}

/** What a value is made of, in words. Long texts are not told word by word. */
export function valueInWords(value: Value, words: Words): Markdown {
  const isLong =
    value.length > 4 ||
    value.some(
      (piece) => piece.kind === "words" && (piece.text.length > LONGEST_WORDS || piece.text.includes("<")),
    );
  const sources = distinct(sourcesOfValue(value));
  if (isLong && sources.length > 0) return words.source.textWith(dataInWords(sources, words));
  const pieces = value.map((piece) => {
    switch (piece.kind) {
      case "words":
        return asCode(shortened(piece.text, LONGEST_WORDS));
      case "source":
        return sourceInWords(piece.source, words);
      case "computed":
        return piece.from.length === 0
          ? md`${words.source.computedFromNothing}`
          : words.source.computed(dataInWords(piece.from, words));
    }
  });
  return pieces.length === 0 ? md`“”` : joined(pieces, " \\+ ");
}

/** Data by where it comes from. */
export function dataInWords(sources: readonly Source[], words: Words): Markdown {
  const groups = new Map<string, { readonly first: Source; readonly paths: string[] }>();
  for (const source of sources) {
    const key = groupOf(source);
    const group = groups.get(key) ?? { first: source, paths: [] };
    group.paths.push(pathOf(source));
    groups.set(key, group);
  }
  const said = [...groups.values()].map(({ first, paths }) => groupInWords(first, paths, words));
  return said.length === 0 ? md`${words.data.none}` : joined(said, "; ");
}

function groupOf(source: Source): string {
  if (source.kind === "answer") return JSON.stringify([source.kind, source.step]);
  return source.kind === "item" ? JSON.stringify([source.kind, source.name]) : source.kind;
}

function pathOf(source: Source): string {
  switch (source.kind) {
    case "card":
      return source.field;
    case "variable":
      return source.name;
    case "answer":
    case "webhook":
    case "operator":
    case "item":
      return source.path;
    case "documents":
    case "environment":
    case "made up":
      return "";
  }
}

function groupInWords(first: Source, paths: readonly string[], words: Words): Markdown {
  const { data } = words;
  const told = withoutWhole(paths);
  const list = told.length === 0 ? md`${data.everything}` : codes(told, asCode, MOST_FIELDS);
  switch (first.kind) {
    case "card":
      return data.card(
        joined(
          told.slice(0, MOST_FIELDS).map((field) => cardField(field, words)),
          ", ",
        ),
      );
    case "answer":
      return data.answer(list, asCode(first.step));
    case "webhook":
      return data.webhook(list);
    case "operator":
      return data.operator(list);
    case "item":
      return data.item(list, asCode(first.name));
    case "variable":
      return data.variables(codes(paths, asCode, MOST_FIELDS));
    case "documents":
    case "environment":
    case "made up":
      return sourceInWords(first, words);
  }
}

/** What goes somewhere must be told in full; more than this nobody reads. */
const MOST_FIELDS = 60;

/** Paths without those that others go on from, and without the list that they all are in. */
function withoutWhole(paths: readonly string[]): readonly string[] {
  if (paths.includes("")) return [];
  const longer = paths.filter(
    (path) => !paths.some((other) => other.startsWith(`${path}.`) || other.startsWith(`${path}[`)),
  );
  return longer.map((path) => path.replace(/^dataSet\[…\]\./, ""));
}

/** The system that a request goes to. */
export function systemInWords({ kind, address }: System, words: Words): Markdown {
  const place = addressInWords(address, words);
  if (kind === "other") return place ?? md`${words.system.topdesk}`;
  return place === undefined ? md`${words.system.topdesk}` : words.system.topdeskAt(place);
}

function addressInWords(address: Address, words: Words): Markdown | undefined {
  switch (address.kind) {
    case "own":
      return undefined;
    case "host":
      return asCode(address.host);
    case "variables":
      return words.system.inVariables(codes(address.names));
    case "data":
      return words.system.fromData(dataInWords(address.from, words));
    case "not an address":
      return words.system.notFilledIn(asCode(shortened(address.text, LONGEST_WORDS)));
  }
}

/**
 * What a request to TOPdesk is about.
 *
 * @param isOne whether it is one of them also without an id, as when one is made
 */
export function objectInWords(
  { resource, part, ids, path }: TopdeskObject,
  words: Words,
  isOne = ids.length > 0,
): Markdown {
  const { language } = words;
  if (resource === undefined || !isResource(resource)) return words.request.somethingAt(pathInWords(path));
  const [one, many, ofOne] = NOUNS[resource][language];
  if (part === undefined || !isPart(part)) return md`${isOne ? one : many}`;
  return ids.length > 0
    ? md`${PART_NOUNS[part][language]} ${ofOne}`
    : md`${PART_NOUNS[part][language]} (${many})`;
}

function pathInWords(path: Value): Markdown {
  const written = path.map((piece) => (piece.kind === "words" ? piece.text : "…")).join("");
  return asCode(shortened(written === "" ? "/" : written, LONGEST_WORDS));
}

/** Fields or parameters with what is in them. */
export function fieldsInWords(fields: readonly FieldFacts[], words: Words, most = 12): Markdown {
  const said = fields
    .slice(0, most)
    .map(({ path, value }) =>
      path === "" ? valueInWords(value, words) : md`${asCode(path)} = ${valueInWords(value, words)}`,
    );
  const rest = fields.length - most;
  return joined(rest > 0 ? [...said, md`${words.request.more(rest)}`] : said, "; ");
}

/** Parameters of which a reader learns nothing about what the action does. */
const TECHNICAL = new Set([
  "resourceCategory",
  "pageSize",
  "page_size",
  "pageStart",
  "start",
  "fetchCount",
  "fetchData",
]);

/** The parameters that say what a request is about. */
export function telling(selection: readonly FieldFacts[]): readonly FieldFacts[] {
  return selection.filter(({ path }) => !TECHNICAL.has(path));
}

/** The system in a list of what is read and written, where its address is of no matter. */
export function systemInShort(system: System, words: Words): Markdown {
  const { kind, address } = system;
  const isUsual = kind === "topdesk" && (address.kind === "own" || address.kind === "variables");
  return isUsual ? md`${words.system.topdesk}` : systemInWords(system, words);
}
