import { methodOfText, type BuiltIn, type BuiltInTable } from "../built-in.js";
import { isJavaWhiteSpace } from "../java-text.js";
import { textValue } from "../value.js";

type Mode = "auto" | "word" | "character";

const DEFAULT_TERMINATOR = "[...]";
/** Below this share of the length FreeMarker rather cuts inside a word. */
const LEAST_WORD_LENGTH = 0.75;

const isDot = (character: string): boolean => character === "." || character === "\u2026";

interface Cut {
  readonly text: string;
  readonly length: number;
  readonly terminator: string;
  readonly terminatorLength: number;
}

/** A text cut to a length, with something at its end that says so. Source: FreeMarker's default algorithm. */
function truncated(cut: Cut, mode: Mode): string {
  const { text, length, terminator } = cut;
  if (text.length <= length) return text;
  const kept = keptPart(cut, mode);
  return kept === "" ? terminator : kept + terminator;
}

function keptPart(cut: Cut, mode: Mode): string {
  const { text, length, terminatorLength } = cut;
  const firstTry = length - terminatorLength - 1;
  const last = skipBack(text, firstTry, isJavaWhiteSpace);
  if (last < 0) return "";
  if (mode !== "character") {
    const words = keptWords(cut, last, mode);
    if (words !== undefined || mode === "word") return words ?? "";
  }
  return keptCharacters(cut, last, last === firstTry);
}

function keptWords(
  { text, length, terminatorLength, terminator }: Cut,
  last: number,
  mode: Mode,
): string | undefined {
  const addsSpace = terminatorLength !== 0;
  const ending = addsSpace ? terminatorLength + 1 : terminatorLength;
  const least = mode === "auto" ? Math.max(Math.ceil(length * LEAST_WORD_LENGTH) - ending - 1, 0) : 0;
  let index = Math.min(length - ending - 1, last);
  let isFollowedBySpace = text.length > index + 1 ? isJavaWhiteSpace(text.charAt(index + 1)) : true;
  for (; index >= least; index -= 1) {
    const isSpace = isJavaWhiteSpace(text.charAt(index));
    if (!isSpace && isFollowedBySpace) {
      if (!addsSpace && isDot(text.charAt(index)) && removesDots(terminator)) {
        while (index >= least && (isDot(text.charAt(index)) || isJavaWhiteSpace(text.charAt(index))))
          index -= 1;
        if (index < least) return undefined;
      }
      return text.slice(0, index + 1) + (addsSpace ? " " : "");
    }
    isFollowedBySpace = isSpace;
  }
  return undefined;
}

function keptCharacters(
  { text, terminator, terminatorLength }: Cut,
  from: number,
  isFirstTry: boolean,
): string {
  const addsSpace = terminatorLength !== 0;
  let last = isFirstTry && addsSpace && isWordEnd(text, from) ? from - 1 : from;
  for (;;) {
    last = skipBack(text, last, isJavaWhiteSpace);
    if (last < 0) return "";
    if (!isDot(text.charAt(last)) || (addsSpace && isWordEnd(text, last)) || !removesDots(terminator)) break;
    last = skipBack(text, last, isDot);
    if (last < 0) return "";
  }
  return text.slice(0, last + 1) + (addsSpace && isWordEnd(text, last) ? " " : "");
}

function skipBack(text: string, from: number, isSkipped: (character: string) => boolean): number {
  let index = from;
  while (index >= 0 && isSkipped(text.charAt(index))) index -= 1;
  return index;
}

function isWordEnd(text: string, index: number): boolean {
  return index + 1 >= text.length || isJavaWhiteSpace(text.charAt(index + 1));
}

function removesDots(terminator: string): boolean {
  return isDot(terminator.charAt(0));
}

const truncate = (mode: Mode): BuiltIn =>
  methodOfText(1, 3, (text, given) => {
    const length = given.int(0);
    if (length < 0) throw given.fail("the first argument must not be negative.");
    const terminator = given.count > 1 ? given.text(1) : DEFAULT_TERMINATOR;
    const terminatorLength = given.count > 2 ? given.int(2) : terminator.length;
    if (terminatorLength < 0) throw given.fail("the third argument must not be negative.");
    return textValue(truncated({ text, length, terminator, terminatorLength }, mode));
  });

export const TRUNCATE_BUILT_INS: BuiltInTable = {
  truncate: truncate("auto"),
  truncate_w: truncate("word"),
  truncate_c: truncate("character"),
};
