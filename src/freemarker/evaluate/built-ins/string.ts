import { methodOfText, ofText, textToText, type BuiltInTable, type Site } from "../built-in.js";
import { asText } from "../coerce.js";
import { isJavaWhiteSpace, javaTrim, lowerCase, upperCase } from "../java-text.js";
import type { Run } from "../run.js";
import { booleanValue, listValue, numberValue, textValue, type Value } from "../value.js";

const firstLetter = (text: string, change: (letter: string) => string): string => {
  let index = 0;
  while (index < text.length && isJavaWhiteSpace(text.charAt(index))) index += 1;
  const changed = change(text.charAt(index));
  // Java changes one character to one character: "ß" stays.
  return changed.length === 1 ? text.slice(0, index) + changed + text.slice(index + 1) : text;
};

/** Upper case for the first character of each word and lower case for the rest; words end at a plain white space. */
function capitalized(text: string): string {
  return text.replace(/[^ \t\r\n]+/g, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
}

function padded(text: string, width: number, filling: string, side: "left" | "right"): string {
  const missing = width - text.length;
  if (missing <= 0) return text;
  if (side === "left") return filling.repeat(Math.ceil(missing / filling.length)).slice(0, missing) + text;
  // On the right side the filling goes on as if it had started with the text.
  const offset = text.length % filling.length;
  const pattern = filling.repeat(Math.ceil((missing + offset) / filling.length));
  return text + pattern.slice(offset, offset + missing);
}

const pad = (side: "left" | "right") =>
  methodOfText(1, 2, (text, given, run) => {
    const width = given.int(0);
    const filling = given.count > 1 ? given.text(1) : " ";
    if (width > run.limits.output) throw run.tooLong();
    if (filling === "" && width > text.length) throw given.fail("argument 2 must not be empty.");
    return textValue(padded(text, width, filling, side));
  });

const indexOf = (find: (text: string, part: string, from: number | undefined) => number) =>
  methodOfText(1, 2, (text, given) =>
    numberValue(find(text, given.text(0), given.count > 1 ? given.int(1) : undefined)),
  );

function lastIndex(text: string, part: string, from: number | undefined): number {
  return from !== undefined && from < 0 ? -1 : text.lastIndexOf(part, from ?? Infinity);
}

const trimmedToNull = (text: string): Value | undefined => {
  const trimmed = javaTrim(text);
  return trimmed === "" ? undefined : textValue(trimmed);
};

export const STRING_BUILT_INS: BuiltInTable = {
  cap_first: textToText((text) => firstLetter(text, (letter) => letter.toUpperCase())),
  uncap_first: textToText((text) => firstLetter(text, (letter) => letter.toLowerCase())),
  capitalize: textToText(capitalized),
  chop_linebreak: textToText((text) => text.replace(/(?:\r\n|\r|\n)$/, "")),
  contains: methodOfText(1, 1, (text, given) => booleanValue(text.includes(given.text(0)))),
  starts_with: methodOfText(1, 1, (text, given) => booleanValue(text.startsWith(given.text(0)))),
  ends_with: methodOfText(1, 1, (text, given) => booleanValue(text.endsWith(given.text(0)))),
  ensure_ends_with: methodOfText(1, 1, (text, given) => {
    const ending = given.text(0);
    return textValue(text.endsWith(ending) ? text : text + ending);
  }),
  index_of: indexOf((text, part, from) => text.indexOf(part, from)),
  last_index_of: indexOf(lastIndex),
  left_pad: pad("left"),
  right_pad: pad("right"),
  length: ofText((text) => numberValue(text.length)),
  lower_case: textToText((text, { settings }) => lowerCase(text, settings.locale)),
  upper_case: textToText((text, { settings }) => upperCase(text, settings.locale)),
  c_lower_case: textToText((text) => text.toLowerCase()),
  c_upper_case: textToText((text) => text.toUpperCase()),
  remove_beginning: methodOfText(1, 1, (text, given) => {
    const beginning = given.text(0);
    return textValue(text.startsWith(beginning) ? text.slice(beginning.length) : text);
  }),
  remove_ending: methodOfText(1, 1, (text, given) => {
    const ending = given.text(0);
    return textValue(text.endsWith(ending) ? text.slice(0, text.length - ending.length) : text);
  }),
  substring: methodOfText(1, 2, (text, given) => {
    const start = given.int(0);
    const end = given.count > 1 ? given.int(1) : text.length;
    const outside = [start, end].find((index) => index < 0 || index > text.length);
    if (outside !== undefined)
      throw given.fail(`there is no index ${outside} in a text of ${text.length} characters.`);
    if (start > end) throw given.fail(`the start ${start} is behind the end ${end}.`);
    return textValue(text.slice(start, end));
  }),
  trim: textToText(javaTrim),
  word_list: ofText((text) =>
    listValue(text.split(/[ \t\n\r\f]+/).flatMap((word) => (word === "" ? [] : [textValue(word)]))),
  ),
  trim_to_null: {
    kind: "existence",
    apply: (operand, site, run) => textOrMissing(operand, site, run, trimmedToNull),
  },
  empty_to_null: {
    kind: "existence",
    apply: (operand, site, run) =>
      textOrMissing(operand, site, run, (text) => (text === "" ? undefined : textValue(text))),
  },
  blank_to_null: {
    kind: "existence",
    apply: (operand, site, run) =>
      textOrMissing(operand, site, run, (text) => (isBlank(text) ? undefined : textValue(text))),
  },
};

function isBlank(text: string): boolean {
  return javaTrim(text) === "";
}

function textOrMissing(
  operand: Value | undefined,
  site: Site,
  run: Run,
  change: (text: string) => Value | undefined,
): Value | undefined {
  return operand === undefined ? undefined : change(asText(operand, site.target, run));
}
