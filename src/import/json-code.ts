import { jsonBody, type JsonBody } from "../builders/json-body.js";
import { isText, textOf, type Field } from "../builders/text.js";
import { VALUE, type Value } from "../builders/value.js";
import { nesting } from "../check/parse.js";
import { isJsonArray, isJsonObject, parseJson, type JsonValue } from "../model/json.js";
import type { Surroundings } from "./expressions.js";
import { htmlPieces, looksLikeHtml } from "./html-code.js";
import { keyCode, stringCode } from "./literals.js";
import { asking, insertedPiece, rawPiece, textCode, wordsPiece, type CodedPiece } from "./text-code.js";
import { piecesOf, type Piece } from "./text-pieces.js";

/** A JSON body and its code. */
export interface CodedJson {
  readonly code: string;
  /** What a level is indented by, when it is not two spaces. */
  readonly indent: string | undefined;
}

/** The body as JSON of the builders; undefined when they would write other bytes. */
export function codedJson(source: string, escapes: boolean, around: Surroundings): CodedJson | undefined {
  const template = standIns(source);
  if (template === undefined) return undefined;
  const indent = /^[[{]\n([\t ]+)/.exec(source)?.[1] ?? "  ";
  const field: Field = escapes ? "json" : "json-unescaped";
  const written = (here: Surroundings) => {
    const reader = new JsonReader(template.pieces, field, { ...here, local: template.local });
    return reader.read(template.value);
  };
  const attempt = written(asking(around));
  if (attempt === undefined || jsonBody(attempt.value, escapes, indent) !== source) return undefined;
  const result = written(around);
  return result && { code: result.code, indent: indent === "  " ? undefined : indent };
}

interface StandIns {
  /** The body with a mark in place of each piece that is not words. */
  readonly value: JsonValue;
  readonly pieces: readonly Piece[];
  readonly local: ReadonlySet<string>;
}

const IN_STRING = /\uE000(\d+)\uE001/g;
const ALONE = /^\uE002(\d+)\uE001$/;

/** A body that is nested deeper than this stays a text: nobody would read it as an object. */
const DEEPEST_BODY = 50;

function standIns(source: string): StandIns | undefined {
  if (nesting(source) > DEEPEST_BODY || !/^\s*[[{]/.test(source) || /[\uE000-\uE002]/.test(source))
    return undefined;
  const { pieces, local } = piecesOf(source);
  let isInside = false;
  const json = pieces.map((piece, index) => {
    if (piece.kind !== "words") return isInside ? `\uE000${index}\uE001` : `"\uE002${index}\uE001"`;
    isInside = endsInside(piece.source, isInside);
    return piece.source;
  });
  try {
    return { value: parseJson(json.join("")), pieces, local };
  } catch {
    return undefined;
  }
}

/** Whether a stretch of JSON ends inside of a string. */
function endsInside(words: string, startsInside: boolean): boolean {
  let isInside = startsInside;
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === '"') isInside = !isInside;
    else if (words[at] === "\\" && isInside) at += 1;
  }
  return isInside;
}

interface CodedValue {
  readonly value: JsonBody;
  readonly code: string;
}

class JsonReader {
  constructor(
    private readonly pieces: readonly Piece[],
    private readonly field: Field,
    private readonly around: Surroundings,
  ) {}

  read(value: JsonValue): CodedValue | undefined {
    if (typeof value === "string") return this.string(value);
    if (isJsonArray(value)) {
      const items = value.map((item) => this.read(item));
      const known = items.filter((item) => item !== undefined);
      if (known.length < items.length) return undefined;
      return {
        value: known.map((item) => item.value),
        code: `[${known.map(({ code }) => code).join(", ")}]`,
      };
    }
    if (isJsonObject(value)) return this.object(Object.entries(value));
    return { value, code: JSON.stringify(value) };
  }

  private object(entries: readonly (readonly [string, JsonValue])[]): CodedValue | undefined {
    const values: [string, JsonBody][] = [];
    const codes: string[] = [];
    for (const [key, inner] of entries) {
      const read = /[\uE000-\uE002]/.test(key) ? undefined : this.read(inner);
      if (read === undefined) return undefined;
      values.push([key, read.value]);
      codes.push(`${keyCode(key)}: ${read.code}`);
    }
    return { value: Object.fromEntries(values), code: codes.length === 0 ? "{}" : `{ ${codes.join(", ")} }` };
  }

  private string(value: string): CodedValue | undefined {
    const alone = ALONE.exec(value)?.[1];
    if (alone !== undefined) return this.unquoted(Number(alone));
    if (value.includes("\uE002")) return undefined;
    const asHtml = looksLikeHtml(value.replace(IN_STRING, "")) ? this.htmlIn(value) : undefined;
    if (asHtml !== undefined) return asHtml;
    const pieces = this.piecesIn(value);
    const [only] = pieces;
    if (pieces.every(({ kind }) => kind === "words")) return { value, code: stringCode(value) };
    const text = textOf(
      "plain",
      pieces.flatMap(({ parts }) => parts),
    );
    if (pieces.length === 1 && only?.value?.[VALUE].kind === "text") return { value: text, code: only.code };
    return { value: text, code: textCode({ tag: "text", pieces }, this.around.names.use) };
  }

  private htmlIn(value: string): CodedValue | undefined {
    const cut = this.cut(value);
    if (htmlPieces(cut, this.field, asking(this.around)) === undefined) return undefined;
    const pieces = htmlPieces(cut, this.field, this.around);
    if (pieces === undefined) return undefined;
    const parts = pieces.flatMap((piece) => piece.parts);
    return { value: textOf("html", parts), code: textCode({ tag: "html", pieces }, this.around.names.use) };
  }

  private piecesIn(value: string): readonly CodedPiece[] {
    return this.cut(value).map((piece) => this.coded(piece));
  }

  /** A string of the body with the pieces themselves in place of their marks. */
  private cut(value: string): readonly Piece[] {
    const pieces: Piece[] = [];
    let at = 0;
    for (const match of value.matchAll(IN_STRING)) {
      if (match.index > at) pieces.push({ kind: "words", source: value.slice(at, match.index) });
      const piece = this.pieces[Number(match[1])];
      if (piece !== undefined) pieces.push(piece);
      at = match.index + match[0].length;
    }
    if (at < value.length) pieces.push({ kind: "words", source: value.slice(at) });
    return pieces;
  }

  private coded(piece: Piece): CodedPiece {
    if (piece.kind === "words") return wordsPiece(piece.source);
    const found =
      piece.kind === "inserted"
        ? insertedPiece(piece.interpolation, piece.source, this.field, this.around)
        : undefined;
    return found ?? rawPiece(piece.source, this.around);
  }

  private unquoted(index: number): CodedValue | undefined {
    const piece = this.pieces[index];
    const coded = piece && this.coded(piece);
    const value = coded?.value;
    if (coded === undefined || value === undefined || !isMachineValue(value)) return undefined;
    return { value, code: coded.code };
  }
}

function isMachineValue(
  value: Value<"text" | "number" | "boolean">,
): value is Value<"number"> | Value<"boolean"> {
  return !isText(value) && value[VALUE].kind !== "text";
}
