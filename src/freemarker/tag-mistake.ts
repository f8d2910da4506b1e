import { DIRECTIVE_ADVICE } from "./advice.js";
import type { DirectiveName } from "./directive-names.js";
import { nearestWord } from "./nearest-word.js";
import { ParseFailure } from "./template-error.js";
import { CLOSABLE_DIRECTIVES, DIRECTIVES } from "./vocabulary.js";

/** What is said about a directive that FreeMarker does not have. */
export function unknownDirective(word: string, start: number, end: number): ParseFailure {
  const message = `There is no directive "#${word}".`;
  return new ParseFailure("unknown-directive", message, start, end, directiveAdvice(word));
}

function directiveAdvice(word: string): string | undefined {
  const small = word.toLowerCase();
  const advice = DIRECTIVE_ADVICE.get(small);
  if (advice !== undefined) return advice;
  if (DIRECTIVES.has(small)) return `Directives are written in lower case: #${small}.`;
  const closed = small.startsWith("end") ? small.slice("end".length) : "";
  if (CLOSABLE_DIRECTIVES.has(closed)) return `Write </#${closed}>.`;
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
