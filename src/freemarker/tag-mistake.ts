import { DIRECTIVE_ADVICE } from "./advice.js";
import type { DirectiveName } from "./directive-names.js";
import { nearestWord, nearWord } from "./nearest-word.js";
import { ParseFailure } from "./template-error.js";
import { CLOSABLE_DIRECTIVES, DIRECTIVES } from "./vocabulary.js";

/** What is said about a directive that FreeMarker does not have. */
export function unknownDirective(word: string, start: number, end: number): ParseFailure {
  const message = `There is no directive "#${word}".`;
  return new ParseFailure("unknown-directive", message, start, end, directiveAdvice(word));
}

const STAND_INS: ReadonlyMap<string, string> = new Map([
  ["for", "list"],
  ["while", "list"],
  ["unless", "if"],
  ["fi", "if"],
  ["elif", "elseif"],
  ["elsif", "elseif"],
  ["def", "macro"],
]);

/** The directive as which one that FreeMarker does not have is read, so that what follows still fits; "" for none. */
export function standInFor(word: string): string {
  const small = word.toLowerCase();
  if (DIRECTIVES.has(small)) return small;
  const closed = closedByWord(small);
  return STAND_INS.get(small) ?? closed ?? nearWord(small, CLOSABLE_DIRECTIVES) ?? "";
}

/** Whether a word is how other languages end something. */
export function isWordForEnd(word: string): boolean {
  return word === "end" || word === "fi" || closedByWord(word) !== undefined;
}

/** The directive that `endif` and the like would close. */
function closedByWord(word: string): string | undefined {
  const closed = word.startsWith("end") ? word.slice("end".length) : "";
  return CLOSABLE_DIRECTIVES.has(closed) ? closed : undefined;
}

function directiveAdvice(word: string): string | undefined {
  const small = word.toLowerCase();
  const advice = DIRECTIVE_ADVICE.get(small);
  if (advice !== undefined) return advice;
  if (DIRECTIVES.has(small)) return `Directives are written in lower case: #${small}.`;
  const closed = closedByWord(small);
  if (closed !== undefined) return `Write </#${closed}>.`;
  return nearestWord(word, DIRECTIVES, "#");
}

/** What is wrong with the tag of a directive that exists. `end` is the place behind its name. */
export function malformedTag(
  directive: DirectiveName,
  isEnd: boolean,
  source: string,
  start: number,
  end: number,
): ParseFailure {
  const { message, hint } = (isEnd ? endProblem : startProblem)(directive, source.slice(end, end + 20));
  return new ParseFailure("malformed-directive", message, start, end, hint);
}

interface Problem {
  readonly message: string;
  readonly hint: string;
}

function endProblem({ name, hasEndTag }: DirectiveName, rest: string): Problem {
  if (!hasEndTag) return { message: `#${name} has no end tag.`, hint: "Take it out." };
  return rest === ""
    ? { message: `The end tag of #${name} is not closed.`, hint: `Write </#${name}>.` }
    : {
        message: `The end tag of #${name} must have nothing behind the name.`,
        hint: `Write </#${name}> with nothing behind the name.`,
      };
}

function startProblem({ name, expressions }: DirectiveName, rest: string): Problem {
  if (name === "items") return { message: '#items needs "as" and a name.', hint: "Write <#items as x>." };
  if (name === "else" && /^\s+if\b/.test(rest))
    return { message: "#else cannot have a condition.", hint: "Write <#elseif ...>, in one word." };
  if (expressions !== "always")
    return {
      message: `#${name} must have nothing behind the name.`,
      hint: `Write <#${name}> with nothing behind the name.`,
    };
  if (/^\s*\/?[>\]]/.test(rest) || rest === "")
    return { message: `#${name} needs an expression.`, hint: `Write <#${name} ...>.` };
  const example = rest.startsWith("(") ? "(...)" : "...";
  return { message: `There must be a space behind #${name}.`, hint: `Write <#${name} ${example}>.` };
}
