import { isSecretName } from "../../check/secrets.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../model/json.js";
import { MASK } from "../../simulate/engine/masking.js";
import { SecretMask } from "../../simulate/secret-mask.js";
import { spellingOf } from "../../simulate/secret-spelling.js";
import { piecesOf, type Piece } from "../text/segments.js";
import { secretValues } from "./in-file.js";
import { merged, replaced, secretSpans, type Span } from "./in-text.js";

export { MASK };

/** Shorter secrets are hidden where they stand alone only: they are part of too many words. */
const SHORTEST_INSIDE = 4;

/** Longer secrets are looked for as they stand: a pattern of every spelling would be slow. */
const LONGEST_SPELLED = 500;

/** Hides the secrets of some files in texts that are shown. */
export class Hider {
  private readonly secrets: readonly string[];
  private readonly inside: readonly { readonly secret: string; readonly spelling: () => RegExp }[];
  private readonly encoded: SecretMask;

  constructor(files: readonly JsonValue[]) {
    this.secrets = [...new Set(files.flatMap((file) => [...secretValues(file)]))];
    const long = this.secrets.filter((secret) => secret.length >= SHORTEST_INSIDE);
    this.inside = long.map((secret) => ({ secret, spelling: once(() => spellingOf(secret)) }));
    this.encoded = new SecretMask(long, MASK);
  }

  /** A text in which every secret is replaced. */
  hide(text: string): string {
    return replaced(text, this.spans(text), MASK);
  }

  /**
   * A value in which every secret is replaced.
   *
   * @param isSecret whether it stands under a key that says so: then a number is one too
   */
  hideIn(value: JsonValue, isSecret = false): JsonValue {
    if (typeof value === "string") return this.hide(value);
    if (typeof value === "number") return isSecret ? MASK : value;
    if (isJsonArray(value)) return value.map((item) => this.hideIn(item, isSecret));
    return isJsonObject(value) ? this.hideInObject(value, isSecret) : value;
  }

  /** As {@link hideIn}. */
  hideInObject(object: JsonObject, isSecret = false): JsonObject {
    return Object.fromEntries(
      Object.entries(object).map(([key, held]) => [key, this.hideIn(held, isSecret || isSecretName(key))]),
    );
  }

  /** The lines of a text, each cut into pieces, of which a secret is always a whole one. */
  lines(text: string): readonly (readonly Piece[])[] {
    const lines: Piece[][] = [[]];
    let from = 0;
    for (const { start, end } of [...this.spans(text), { start: text.length, end: text.length }]) {
      addPieces(lines, text.slice(from, start), piecesOf);
      addPieces(lines, text.slice(start, end), (secret) =>
        secret === "" ? [] : [{ text: secret, shown: MASK }],
      );
      from = end;
    }
    return lines;
  }

  private spans(text: string): readonly Span[] {
    if (this.secrets.includes(text)) return [{ start: 0, end: text.length }];
    const spans = merged([...secretSpans(text), ...this.inside.flatMap((one) => occurrences(text, one))]);
    const hidden = replaced(text, spans, MASK);
    // A secret inside Base64 has no place that could be told from what stands around it.
    return this.encoded.hide(hidden) === hidden ? spans : [{ start: 0, end: text.length }];
  }
}

function addPieces(lines: Piece[][], text: string, cut: (line: string) => readonly Piece[]): void {
  for (const [index, line] of text.split("\n").entries()) {
    if (index > 0) lines.push([]);
    lines.at(-1)?.push(...cut(line));
  }
}

function occurrences(
  text: string,
  one: { readonly secret: string; readonly spelling: () => RegExp },
): readonly Span[] {
  const { secret, spelling } = one;
  if (secret.length > LONGEST_SPELLED) return literally(text, secret);
  // Only these characters begin another spelling.
  if (!text.includes(secret) && !/[\\%&+]/.test(text)) return [];
  return [...text.matchAll(spelling())].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function literally(text: string, secret: string): readonly Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(secret); start >= 0; start = text.indexOf(secret, start + secret.length)) {
    spans.push({ start, end: start + secret.length });
  }
  return spans;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
