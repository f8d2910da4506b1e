import { Failure } from "./failure.js";
import { translated } from "./java-regex-translation.js";

/** The letters behind a pattern, such as `"ri"`. */
export interface RegexFlags {
  /** Whether the text is a regular expression at all, where that is a choice. */
  readonly regex: boolean;
  readonly ignoresCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly comments: boolean;
  readonly firstOnly: boolean;
}

/** FreeMarker takes no notice of letters that it does not know. */
export function flagsOf(letters: string): RegexFlags {
  return {
    regex: letters.includes("r"),
    ignoresCase: letters.includes("i"),
    multiline: letters.includes("m"),
    dotAll: letters.includes("s"),
    comments: letters.includes("c"),
    firstOnly: letters.includes("f"),
  };
}

const MOST_KEPT = 200;
const kept = new Map<string, RegExp>();

/**
 * A regular expression of Java as one of JavaScript.
 *
 * @throws Failure when it is malformed, or has something in it that JavaScript cannot do
 */
export function regexOf(pattern: string, flags: RegexFlags): RegExp {
  const key = `${Number(flags.ignoresCase)}${Number(flags.multiline)}${Number(flags.dotAll)}${Number(flags.comments)}${pattern}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const regex = compiled(pattern, flags);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, regex);
  return regex;
}

function compiled(pattern: string, flags: RegexFlags): RegExp {
  const source = translated(pattern, flags);
  try {
    return new RegExp(source, "gv");
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const message = `The regular expression ${JSON.stringify(pattern)} is malformed, or not simulated.`;
    throw new Failure("invalid-value", message, undefined);
  }
}
