import {
  baseUrl,
  partsOf,
  print,
  text,
  textOf,
  url,
  type Field,
  type Text,
  type TextPart,
} from "../builders/text.js";
import { raw } from "../builders/raw.js";
import { VALUE, valueOf } from "../builders/value.js";
import type { Expression, Interpolation } from "../freemarker/tree.js";
import { conditionValue, numberValue, textValue, type Coded, type Surroundings } from "./expressions.js";
import { stringCode, templateCode } from "./literals.js";
import { piecesOf, type Piece } from "./text-pieces.js";
import type { UsePackage } from "./package-names.js";

/** A piece of a text, the parts that the builders make of it, and its code. */
export interface CodedPiece {
  readonly kind: "words" | "value" | "raw";
  readonly parts: readonly TextPart[];
  /** What the code of the text is made of: words of a template literal, or what is inserted. */
  readonly code: string;
  readonly source: string;
  /** What is inserted, when it is a value. */
  readonly value?: Coded<"text" | "number" | "boolean">["value"];
  /** Whether it prints a number or a truth value. */
  readonly isMachineWritten?: boolean;
}

/** A text and its code. */
export interface CodedText {
  readonly tag: "text" | "url";
  readonly pieces: readonly CodedPiece[];
  /** Its own source, for code that says it in another way. */
  readonly source: string;
}

/** What a text says through the builders. Where they cannot say it exactly, it is kept as it stands. */
export function codedText(source: string, tag: "text" | "url", around: Surroundings): CodedText {
  const { pieces, local } = piecesOf(source);
  const here = { ...around, local: new Set([...around.local, ...local]) };
  const field: Field = tag === "url" ? "url" : "plain";
  const coded = withLastBlanks(pieces).map((piece) => codedPiece(piece, field, here));
  const attempt = { tag, pieces: merged(coded, around), source };
  const says =
    attempt.pieces.some(({ kind }) => kind === "value") ||
    attempt.pieces.every(({ kind }) => kind === "words");
  return says && print(textFrom(attempt), field) === source ? attempt : rawText(source, tag, around);
}

/** A text that is kept as it stands as a whole. */
export function rawText(source: string, tag: "text" | "url", around: Surroundings): CodedText {
  return { tag, pieces: [rawPiece(source, around)], source };
}

/** The text that the code of a text makes. */
export function textFrom({ tag, pieces }: Pick<CodedText, "tag" | "pieces">): Text<"plain"> | Text<"url"> {
  const parts = pieces.flatMap((piece) => piece.parts);
  return tag === "url" ? textOf("url", parts) : textOf("plain", parts);
}

/** The code of a text: always with its tag. */
export function textCode(
  { tag, pieces }: { readonly tag: CodedText["tag"] | "html"; readonly pieces: CodedText["pieces"] },
  use: UsePackage,
): string {
  const [only] = pieces;
  if (pieces.length === 1 && only?.kind === "raw") return only.code;
  const inner = pieces.map(({ kind, code }) => (kind === "words" ? code : `\${${code}}`)).join("");
  return `${use(tag)}\`${inner}\``;
}

/** The code of a text where a plain string, or a value by itself, can stand too. */
export function shortTextCode(coded: CodedText, use: UsePackage): string {
  const [only] = coded.pieces;
  if (coded.pieces.length === 0) return '""';
  if (coded.pieces.length > 1 || only === undefined) return textCode(coded, use);
  return only.kind === "words" ? stringCode(only.source) : only.code;
}

/** FreeMarker drops white space that is alone on the last line, which the builders would print in another way. */
function withLastBlanks(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.at(-1);
  const blanks = last?.kind === "words" ? /(?<=[\r\n])[^\n\r!-\uffff]+$/.exec(last.source) : null;
  if (last === undefined || blanks === null) return pieces;
  const before = last.source.slice(0, blanks.index);
  return [...pieces.slice(0, -1), { kind: "words", source: before }, { kind: "other", source: blanks[0] }];
}

function codedPiece(piece: Piece, field: Field, around: Surroundings): CodedPiece {
  switch (piece.kind) {
    case "words":
      return wordsPiece(piece.source);
    case "inserted":
      return (
        insertedPiece(piece.interpolation, piece.source, field, around) ?? rawPiece(piece.source, around)
      );
    case "other":
      return rawPiece(piece.source, around);
  }
}

export function wordsPiece(source: string): CodedPiece {
  return { kind: "words", parts: [{ kind: "literal", text: source }], code: templateCode(source), source };
}

export function rawPiece(source: string, { names }: Surroundings): CodedPiece {
  return {
    kind: "raw",
    parts: partsOf(raw(source)),
    code: `${names.use("raw")}(${stringCode(source)})`,
    source,
  };
}

/** What is inserted, when the builders insert it with the same source. */
export function insertedPiece(
  interpolation: Interpolation,
  source: string,
  field: Field,
  around: Surroundings,
): CodedPiece | undefined {
  const asked = coded(interpolation, field, asking(around));
  if (asked === undefined || print(textOf("plain", asked.parts), field) !== source) return undefined;
  const found = coded(interpolation, field, around);
  return found && { kind: "value", ...found, source };
}

/** The same surroundings where nothing is noted as read. */
export function asking(around: Surroundings): Surroundings {
  return { ...around, names: { ...around.names, use: (name) => name, asking: true } };
}

type CodedParts = Pick<CodedPiece, "parts" | "code" | "value" | "isMachineWritten">;

function coded(
  { expression, style, format }: Interpolation,
  field: Field,
  around: Surroundings,
): CodedParts | undefined {
  if (style !== "dollar" || format !== undefined) return undefined;
  if (expression.kind === "built-in" && expression.arguments === undefined) {
    const { name, target } = expression;
    if (name === "no_esc" && field === "url") return inserted(textValue(target, around), "base", around);
    if (name === "c") return inserted(machineValue(target, around), field, around);
    if (name === "json_string" && field === "json-unescaped") {
      return inserted(textValue(target, around), field, around);
    }
  }
  if (field === "json-unescaped") return undefined;
  return inserted(textValue(expression, around), field, around);
}

function machineValue(
  target: Expression,
  around: Surroundings,
): Coded<"number"> | Coded<"boolean"> | undefined {
  return isCondition(target) ? conditionValue(target, around) : numberValue(target, around);
}

/** Whether an expression is true or false, rather than a number. */
function isCondition(expression: Expression): boolean {
  switch (expression.kind) {
    case "parenthesis":
      return isCondition(expression.inner);
    case "binary":
      return !/^[-+*/%]$/.test(expression.operator);
    case "unary":
      return expression.operator === "!";
    case "built-in":
      return expression.name === "has_content";
    default:
      return expression.kind === "exists";
  }
}

function inserted(
  value: Coded<"text"> | Coded<"number"> | Coded<"boolean"> | undefined,
  how: Field | "base",
  { names }: Surroundings,
): CodedParts | undefined {
  if (value === undefined) return undefined;
  if (how === "base") {
    const address = valueOf("text", value.value[VALUE].expression);
    return { parts: partsOf(baseUrl(address)), code: `${names.use("baseUrl")}(${value.code})` };
  }
  const parts = how === "url" ? partsOf(url`${value.value}`) : partsOf(text`${value.value}`);
  return { parts, ...value, isMachineWritten: value.value[VALUE].kind !== "text" };
}

/** Neighbours of one kind as one piece. */
function merged(pieces: readonly CodedPiece[], around: Surroundings): readonly CodedPiece[] {
  const result: CodedPiece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.source === "") continue;
    if (piece.kind === "value" || last?.kind !== piece.kind) {
      result.push(piece);
      continue;
    }
    const source = last.source + piece.source;
    result[result.length - 1] = piece.kind === "words" ? wordsPiece(source) : rawPiece(source, around);
  }
  return result;
}
