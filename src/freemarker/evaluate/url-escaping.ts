const UNSAFE = /[^a-zA-Z0-9_\-.!~'()*]/;
const UNSAFE_STRETCHES = /[^a-zA-Z0-9_\-.!~'()*]+/g;
const UNSAFE_STRETCHES_OF_PATH = /[^a-zA-Z0-9_\-.!~'()*/]+/g;

/** A text as part of a URL; undefined when the character encoding is not known here. */
export function escapedUrl(text: string, charset: string, keepsSlash: boolean): string | undefined {
  const encode = ENCODINGS.get(charset.toLowerCase());
  if (encode === undefined) return undefined;
  if (!UNSAFE.test(text)) return text;
  return text.replace(keepsSlash ? UNSAFE_STRETCHES_OF_PATH : UNSAFE_STRETCHES, (stretch) => {
    let escaped = "";
    for (const byte of encode(stretch)) escaped += `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    return escaped;
  });
}

const QUESTION_MARK = 0x3f;

/** One byte a character; what has none becomes a question mark, as in Java. */
const singleByte =
  (limit: number) =>
  (text: string): Iterable<number> =>
    Array.from(text, (character) => {
      const code = character.codePointAt(0) ?? QUESTION_MARK;
      return code < limit ? code : QUESTION_MARK;
    });

const HALF_PAIR = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const encoder = new TextEncoder();
const utf8 = (text: string): Iterable<number> => encoder.encode(text.replace(HALF_PAIR, "?"));
const utf16 = (text: string): Iterable<number> =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap((unit) => [
    unit >> 8,
    unit & 0xff,
  ]);

const ENCODINGS: ReadonlyMap<string, (text: string) => Iterable<number>> = new Map([
  ["utf-8", utf8],
  ["utf8", utf8],
  ["iso-8859-1", singleByte(0x100)],
  ["latin1", singleByte(0x100)],
  ["us-ascii", singleByte(0x80)],
  ["ascii", singleByte(0x80)],
  ["utf-16be", utf16],
]);
