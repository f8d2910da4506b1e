import { Failure } from "./failure.js";

/** What Java puts in place of a match: `$1` is a group, `${name}` a named one, and a backslash takes meanings away. */
export function replacementOf(replacement: string, match: RegExpExecArray): string {
  if (!/[\\$]/.test(replacement)) return replacement;
  let result = "";
  for (let at = 0; at < replacement.length;) {
    const character = replacement.charAt(at);
    if (character === "\\") {
      if (at + 1 === replacement.length) throw malformed("it ends with a backslash");
      result += replacement.charAt(at + 1);
      at += 2;
    } else if (character === "$") {
      const reference = referenceAt(replacement, at + 1, match);
      result += reference.text;
      at = reference.end;
    } else {
      result += character;
      at += 1;
    }
  }
  return result;
}

function referenceAt(replacement: string, at: number, match: RegExpExecArray) {
  const name = /^\{([a-zA-Z][a-zA-Z0-9]*)\}/.exec(replacement.slice(at));
  if (name !== null) {
    const { [name[1] ?? ""]: text } = match.groups ?? {};
    if (match.groups === undefined || !((name[1] ?? "") in match.groups))
      throw malformed(`there is no group ${name[0]}`);
    return { text: text ?? "", end: at + name[0].length };
  }
  const first = replacement.charAt(at);
  if (!/^\d$/.test(first)) throw malformed("$ needs the number of a group behind it");
  let number = Number(first);
  let end = at + 1;
  if (number >= match.length) throw malformed(`there is no group ${number}`);
  // As many digits as there are groups for.
  while (
    /^\d$/.test(replacement.charAt(end)) &&
    number * 10 + Number(replacement.charAt(end)) < match.length
  ) {
    number = number * 10 + Number(replacement.charAt(end));
    end += 1;
  }
  return { text: match[number] ?? "", end };
}

function malformed(problem: string): Failure {
  const hint = "Write \\$ for a dollar sign.";
  return new Failure("invalid-value", `The replacement cannot be used: ${problem}.`, undefined, hint);
}
