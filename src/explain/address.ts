import { parse } from "../freemarker/parse.js";
import { isTopdeskRequest } from "../topdesk/rights.js";
import type { Address, FieldFacts, Piece, Shown, Source, System, Value } from "./facts.js";
import { pieceOf, valueOfElements, type ReadText } from "./templates.js";

/** A URL in its parts. */
export interface UrlParts {
  /** `http`, `https`, or empty when the text does not say. */
  readonly scheme: string;
  readonly host: Value;
  /** Its first slash included. */
  readonly path: readonly Value[];
  readonly query: readonly FieldFacts[];
}

/** Stands in the URL for a piece that is known at run time only; its index is between the two. */
const MARK = /\uE000(\d+)\uE001/g;

/** Takes a URL text apart. */
export function urlParts(text: ReadText, shown: Shown): UrlParts {
  const pieces: Piece[] = [];
  const mark = (piece: Piece) => `\uE000${pieces.push(piece) - 1}\uE001`;
  const body = text.body ?? parse(plain(text.source)).template.body;
  const marked = body
    .map((element) => {
      if (element.kind === "text" || element.kind === "noparse") return plain(element.text);
      if (element.kind === "interpolation") return mark(pieceOf(element.expression, text));
      const [piece] = valueOfElements([element], text, shown);
      return piece === undefined ? "" : mark(piece);
    })
    .join("")
    .trim();
  const valueAt = (part: string): Value => valueWithMarks(part, pieces, (words) => shown(decoded(words)));
  const [, scheme = "", authority = "", rest = ""] = /^(?:(https?):\/\/)?([^/?#]*)(.*)$/is.exec(marked) ?? [];
  const [, path = "", query = ""] = /^([^?#]*)\??([^#]*)/s.exec(rest) ?? [];
  return {
    scheme: scheme.toLowerCase(),
    host: valueAt(authority),
    path: path
      .split("/")
      .filter((segment) => segment !== "")
      .map(valueAt),
    query: query
      .split("&")
      .filter((parameter) => parameter !== "")
      .map((parameter) => {
        const [name = "", ...value] = parameter.split("=");
        return {
          path: shown(decoded(name.replace(MARK, "…"))),
          value: valueAt(value.join("=")),
        };
      }),
  };
}

/** Private-use characters of the file itself must not be taken for marks. */
function plain(text: string): string {
  return text.replace(/[\uE000\uE001]/g, "\uFFFD");
}

/** A text with marks as a value. */
export function valueWithMarks(text: string, pieces: readonly Piece[], shown: Shown): Value {
  const value: Piece[] = [];
  let end = 0;
  for (const found of text.matchAll(MARK)) {
    const before = text.slice(end, found.index);
    if (before !== "") value.push({ kind: "words", text: shown(before) });
    const piece = pieces[Number(found[1])];
    if (piece !== undefined) value.push(piece);
    end = found.index + found[0].length;
  }
  if (end < text.length) value.push({ kind: "words", text: shown(text.slice(end)) });
  return value;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What the variables of an action hold and are made of. */
export interface VariableKnowledge {
  /** Everything that a source is made of in the end: variables that steps set are followed. */
  readonly followed: (sources: readonly Source[]) => readonly Source[];
  /** What the file itself writes into a variable. */
  readonly written: (name: string) => string | undefined;
}

/** The system that a request goes to. */
export function systemOf(
  url: string,
  { scheme, host }: UrlParts,
  variables: VariableKnowledge,
  shown: Shown,
): System {
  const address = addressOf(url, host, variables, shown);
  const kind = address.kind === "own" || isTopdeskRequest(url) ? "topdesk" : "other";
  return { kind, address, isEncrypted: isEncrypted(scheme, address, variables) };
}

function addressOf(url: string, host: Value, variables: VariableKnowledge, shown: Shown): Address {
  const direct = sourcesOfValue(host);
  const sources = variables.followed(direct);
  const [only] = host;
  if (host.length === 1 && only?.kind === "source" && only.source.kind === "environment")
    return { kind: "own" };
  const data = sources.filter(({ kind }) => kind !== "variable" && kind !== "environment");
  if (data.length > 0) return { kind: "data", from: data };
  const names = sources.flatMap((source) => (source.kind === "variable" ? [source.name] : []));
  if (names.length > 0) return { kind: "variables", names };
  const written = host.map((piece) => (piece.kind === "words" ? piece.text : "…")).join("");
  return isHost(written)
    ? { kind: "host", host: written }
    : { kind: "not an address", text: shown(url.trim()) };
}

function isHost(text: string): boolean {
  return /^[\p{L}\p{N}•…](?:[\p{L}\p{N}.\-•…]*)(?::\d+)?$/u.test(text) && /[.:•…]|^localhost$/i.test(text);
}

/** The sources in a value. */
export function sourcesOfValue(value: Value): readonly Source[] {
  return value.flatMap((piece) => {
    switch (piece.kind) {
      case "words":
        return [];
      case "source":
        return [piece.source];
      case "computed":
        return piece.from;
    }
  });
}

function isEncrypted(scheme: string, address: Address, variables: VariableKnowledge): boolean | undefined {
  if (scheme !== "") return scheme === "https";
  if (address.kind === "own") return undefined;
  const written = address.kind === "variables" ? address.names.map(variables.written) : [];
  const schemes = written.flatMap((text) => /^\s*(https?):\/\//i.exec(text ?? "")?.[1]?.toLowerCase() ?? []);
  if (schemes.includes("http")) return false;
  return schemes.includes("https") ? true : undefined;
}
