import { jsonContexts } from "../check/rules/freemarker/json-context.js";
import { isSecretName } from "../check/secrets.js";
import type { Element, Interpolation } from "../freemarker/tree.js";
import { isJsonArray, isJsonObject, parseJson, type JsonValue } from "../model/json.js";
import { valueWithMarks } from "./address.js";
import type { FieldFacts, Piece, Shown, Value } from "./facts.js";
import { HIDDEN } from "./shown.js";
import { pieceOf, type ReadText } from "./templates.js";

/** More content than this is not looked through. */
const MOST_ELEMENTS = 5000;
const DEEPEST = 50;

/**
 * The fields of a body, with what is written into each; undefined when the body is not JSON that can be read.
 *
 * Of a part with several cases the first is taken.
 */
export function fieldsOf(text: ReadText, shown: Shown): readonly FieldFacts[] | undefined {
  const pieces: Piece[] = [];
  const source = text.source.replace(/[\uE000\uE001]/g, "\uFFFD");
  if (source.trim() === "") return [];
  const marked = text.body === undefined ? source : markedJson(text.body, text, pieces);
  const value = marked === undefined ? undefined : parsed(marked);
  if (value === undefined) return undefined;
  const asValue = (words: string): Value => valueWithMarks(words, pieces, shown);
  const fields = isPatch(value) ? patchFields(value, asValue) : leaves(value, "", asValue, 0);
  return fields.map(({ path, value }) => ({
    path: shown(path.replace(/\uE000\d+\uE001/g, "…")),
    value: isSecretName(lastKey(path)) ? value.map(hiddenWords) : value,
  }));
}

function hiddenWords(piece: Piece): Piece {
  return piece.kind === "words" ? { kind: "words", text: HIDDEN } : piece;
}

function lastKey(path: string): string {
  return path.split(/[./]/).at(-1) ?? path;
}

function parsed(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** A body as JSON, with a mark for each value that is known at run time only. */
function markedJson(body: readonly Element[], text: ReadText, pieces: Piece[]): string | undefined {
  const contexts = jsonContexts(body);
  let left = MOST_ELEMENTS;
  const mark = (element: Interpolation) => {
    const mark = `\uE000${pieces.push(pieceOf(element.expression, text)) - 1}\uE001`;
    return contexts.get(element)?.inString === true ? mark : `"${mark}"`;
  };
  const write = (elements: readonly Element[], depth: number): string =>
    depth > DEEPEST ? "" : elements.map((element) => one(element, depth)).join("");
  const one = (element: Element, depth: number): string => {
    left -= 1;
    if (left < 0) return "";
    switch (element.kind) {
      case "text":
      case "noparse":
        return element.text.replace(/[\uE000\uE001]/g, "\uFFFD");
      case "interpolation":
        return mark(element);
      case "if":
      case "switch":
        return write(element.branches[0]?.body ?? [], depth + 1);
      case "list":
      case "items":
      case "block":
        return write(element.body, depth + 1);
      case "attempt":
        return write(element.body, depth + 1);
      default:
        return "";
    }
  };
  const marked = write(body, 0);
  return left < 0 ? undefined : marked;
}

/** A field of a JSON value; text in it may have marks. */
interface Leaf {
  readonly path: string;
  readonly value: Value;
}

function leaves(
  value: JsonValue,
  path: string,
  asValue: (text: string) => Value,
  depth: number,
): readonly Leaf[] {
  if (depth > DEEPEST) return [{ path, value: asValue("…") }];
  if (isJsonArray(value))
    return value.flatMap((item, index) => leaves(item, `${path}[${index}]`, asValue, depth + 1));
  if (isJsonObject(value))
    return Object.entries(value).flatMap(([key, item]) =>
      leaves(item, path === "" ? key : `${path}.${key}`, asValue, depth + 1),
    );
  return [{ path, value: asValue(String(value)) }];
}

interface PatchLine {
  readonly op: JsonValue;
  readonly path: string;
  readonly value: JsonValue;
}

/** Whether a value is a JSON Patch (RFC 6902). */
function isPatch(value: JsonValue): value is readonly JsonValue[] {
  return isJsonArray(value) && value.length > 0 && value.every((item) => patchLine(item) !== undefined);
}

function patchLine(item: JsonValue): PatchLine | undefined {
  if (!isJsonObject(item)) return undefined;
  const { op, path, value = "" } = item;
  return typeof op === "string" && typeof path === "string" ? { op, path, value } : undefined;
}

function patchFields(lines: readonly JsonValue[], asValue: (text: string) => Value): readonly Leaf[] {
  return lines.flatMap((item) => {
    const line = patchLine(item);
    if (line === undefined) return [];
    const path = line.path.replace(/^\//, "").replaceAll("/", ".");
    return leaves(line.value, path, asValue, 0);
  });
}
