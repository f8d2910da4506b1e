import { methodOfText, plain, type Arguments, type BuiltInTable } from "../built-in.js";
import { wrongType } from "../describe.js";
import { Failure, notSimulated } from "../failure.js";
import { flagsOf, regexOf, type RegexFlags } from "../java-regex.js";
import { replacementOf } from "../java-replacement.js";
import type { Run } from "../run.js";
import { listValue, textValue, type RegexMatch, type RegexMatches, type Value } from "../value.js";

const flagsAt = (given: Arguments, index: number): RegexFlags =>
  flagsOf(given.count > index ? given.printed(index) : "");

function matchOf(found: RegExpExecArray): RegexMatch {
  return { kind: "match", text: found[0], groups: [...found] };
}

/** All matches, one behind the other; after an empty one the search goes on at the next character. */
function* matchesIn(text: string, regex: RegExp, run: Run): Generator<RegExpExecArray> {
  regex.lastIndex = 0;
  for (let found = regex.exec(text); found !== null; found = regex.exec(text)) {
    run.step();
    const next = found[0] === "" ? behind(text, found.index) : regex.lastIndex;
    yield found;
    if (next > text.length) return;
    regex.lastIndex = next;
  }
}

/** The place of the next code unit. Java would go on in the middle of a character that takes two of them. */
function behind(text: string, index: number): number {
  if ((text.codePointAt(index) ?? 0) <= 0xffff) return index + 1;
  throw notSimulated("a search that goes on behind the first half of a character such as an emoji");
}

function lastMatch(text: string, regex: RegExp, run: Run): RegExpExecArray | undefined {
  let last: RegExpExecArray | undefined;
  regex.lastIndex = 0;
  for (let found = regex.exec(text); found !== null; found = regex.exec(text)) {
    run.step();
    last = found;
    const next = behind(text, found.index);
    if (next > text.length) break;
    regex.lastIndex = next;
  }
  return last;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a separator stands first or last in a text. */
function placeOf(text: string, given: Arguments, side: "first" | "last", run: Run): Place | undefined {
  const separator = given.text(0);
  const flags = flagsOf(given.count > 1 ? given.text(1) : "");
  if (!flags.regex) {
    mustBePlain(flags, given);
    const [haystack, needle] = flags.ignoresCase
      ? [text.toLowerCase(), separator.toLowerCase()]
      : [text, separator];
    const start = side === "first" ? haystack.indexOf(needle) : haystack.lastIndexOf(needle);
    return start < 0 ? undefined : { start, end: start + separator.length };
  }
  if (side === "last" && separator === "") return { start: text.length, end: text.length };
  const regex = regexOf(separator, flags);
  regex.lastIndex = 0;
  const found = side === "first" ? (regex.exec(text) ?? undefined) : lastMatch(text, regex, run);
  return found === undefined ? undefined : { start: found.index, end: found.index + found[0].length };
}

function mustBePlain(flags: RegexFlags, given: Arguments): void {
  const wrong = flags.multiline ? "m" : flags.dotAll ? "s" : flags.comments ? "c" : undefined;
  if (wrong !== undefined) throw given.fail(`the flag "${wrong}" needs the flag "r".`);
}

const keep = (side: "first" | "last", part: (text: string, place: Place | undefined) => string) =>
  methodOfText(1, 2, (text, given, run) => textValue(part(text, placeOf(text, given, side, run))));

const before = (text: string, place: Place | undefined) =>
  place === undefined ? text : text.slice(0, place.start);
const after = (text: string, place: Place | undefined) => (place === undefined ? "" : text.slice(place.end));

function replaced(text: string, given: Arguments, run: Run): string {
  const wanted = given.printed(0);
  const replacement = given.printed(1);
  const flags = flagsAt(given, 2);
  if (flags.regex) return replacedByRegex(text, regexOf(wanted, flags), replacement, flags.firstOnly, run);
  const pieces = splitPlainly(text, wanted, flags.ignoresCase, flags.firstOnly ? 1 : Infinity);
  const length = text.length + (pieces.length - 1) * replacement.length;
  if (length > run.limits.output + text.length) throw run.tooLong();
  return pieces.join(replacement);
}

function replacedByRegex(
  text: string,
  regex: RegExp,
  replacement: string,
  firstOnly: boolean,
  run: Run,
): string {
  let result = "";
  let at = 0;
  for (const found of matchesIn(text, regex, run)) {
    result += text.slice(at, found.index) + replacementOf(replacement, found);
    run.bounded(result);
    at = found.index + found[0].length;
    if (firstOnly) break;
  }
  return result + text.slice(at);
}

/** The parts between places of a separator; an empty separator is everywhere, also at both ends. */
function splitPlainly(
  text: string,
  separator: string,
  ignoresCase: boolean,
  most: number,
): readonly string[] {
  if (separator === "") {
    const letters = text.split("");
    if (most === 1) return ["", text];
    return ["", ...letters, ""];
  }
  const [haystack, needle] = ignoresCase ? [text.toLowerCase(), separator.toLowerCase()] : [text, separator];
  const pieces: string[] = [];
  let at = 0;
  while (pieces.length < most) {
    const next = haystack.indexOf(needle, at);
    if (next < 0) break;
    pieces.push(text.slice(at, next));
    at = next + needle.length;
  }
  pieces.push(text.slice(at));
  return pieces;
}

function splitByRegex(text: string, regex: RegExp, run: Run): readonly string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const found of matchesIn(text, regex, run)) {
    const end = found.index + found[0].length;
    // Nothing stands before an empty match at the start.
    if (end === 0) continue;
    pieces.push(text.slice(at, found.index));
    at = end;
  }
  if (pieces.length === 0) return [text];
  pieces.push(text.slice(at));
  while (pieces.length > 0 && pieces.at(-1) === "") pieces.pop();
  return pieces;
}

function matches(text: string, given: Arguments, run: Run): RegexMatches {
  const regex = regexOf(given.printed(0), flagsAt(given, 1));
  let parts: readonly RegexMatch[] | undefined;
  return {
    kind: "matches",
    whole: () => {
      const found = new RegExp(`(?<![^])(?:${regex.source})(?![^])`, regex.flags).exec(text);
      // Unlike those of a part, groups of the whole text that take no part in it are empty texts.
      return found === null
        ? undefined
        : {
            kind: "match",
            text: found[0],
            groups: Array.from(found, (group: string | undefined) => group ?? ""),
          };
    },
    groupCount: () => (new RegExp(`(?:${regex.source})|`, regex.flags).exec("")?.length ?? 1) - 1,
    parts: () => (parts ??= [...matchesIn(text, regex, run)].map(matchOf)),
  };
}

/** There are as many groups as ever, but none can be read. */
function groupsOfNothing({ groupCount }: RegexMatches): Value {
  const at = (): never => {
    throw new Failure("invalid-value", "There are no groups: the whole text does not match.", undefined);
  };
  return { kind: "sequence", size: groupCount() + 1, at, range: undefined };
}

export const REGEX_BUILT_INS: BuiltInTable = {
  matches: methodOfText(1, 2, matches),
  groups: plain((operand, site, run) => {
    const match =
      operand.kind === "matches" ? operand.whole() : operand.kind === "match" ? operand : undefined;
    if (match !== undefined) {
      return listValue(match.groups.map((group) => (group === undefined ? undefined : textValue(group))));
    }
    if (operand.kind === "matches") return groupsOfNothing(operand);
    throw wrongType(site.target, operand, "what ?matches gives", run);
  }),
  replace: methodOfText(2, 3, (text, given, run) => textValue(run.bounded(replaced(text, given, run)))),
  split: methodOfText(1, 2, (text, given, run) => {
    const separator = given.printed(0);
    const flags = flagsAt(given, 1);
    if (flags.regex) return listValue(splitByRegex(text, regexOf(separator, flags), run).map(textValue));
    const pieces =
      separator === "" ? text.split("") : splitPlainly(text, separator, flags.ignoresCase, Infinity);
    return listValue(pieces.map(textValue));
  }),
  keep_before: keep("first", before),
  keep_after: keep("first", after),
  keep_before_last: keep("last", before),
  keep_after_last: keep("last", after),
  ensure_starts_with: methodOfText(1, 3, (text, given) => {
    const start = given.text(0);
    if (given.count === 1) return textValue(text.startsWith(start) ? text : start + text);
    const added = given.text(1);
    const flags = given.count > 2 ? flagsOf(given.text(2)) : { ...flagsOf(""), regex: true };
    return textValue(startsWith(text, start, flags, given) ? text : added + text);
  }),
};

function startsWith(text: string, start: string, flags: RegexFlags, given: Arguments): boolean {
  if (flags.regex) {
    const { source, flags: letters } = regexOf(start, flags);
    return new RegExp(`(?<![^])(?:${source})`, letters).test(text);
  }
  mustBePlain(flags, given);
  return flags.ignoresCase ? text.toLowerCase().startsWith(start.toLowerCase()) : text.startsWith(start);
}
