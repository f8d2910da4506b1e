import type { Token } from "./token.js";
import { ARGUMENTS_ADVICE, BUILT_IN_ADVICE } from "./advice.js";
import { nearestWord } from "./nearest-word.js";
import type { Scope } from "./scope.js";
import { ParseFailure } from "./template-error.js";
import type { Argument, Expression } from "./tree.js";
import { BUILT_IN_SPELLINGS, BUILT_INS, LEGACY_ESCAPES, LOOP_BUILT_INS, snakeCase } from "./vocabulary.js";

/** The name of a built-in in snake_case, once it is known to exist under the naming convention of the template. */
export function checkedBuiltInName(word: Token, scope: Scope): string {
  const name = BUILT_IN_SPELLINGS.get(word.text);
  if (name === undefined) {
    const message = `There is no built-in "?${word.text}".`;
    const advice = BUILT_IN_ADVICE.get(word.text.toLowerCase().replaceAll("_", ""));
    const hint = advice ?? nearestWord(snakeCase(word.text), BUILT_INS, "?");
    throw new ParseFailure("unknown-built-in", message, word.start, word.end, hint);
  }
  scope.checkNaming(word.text, word.start);
  return name;
}

/** Checks what FreeMarker checks of a built-in while parsing: its operand, its place and the number of arguments. */
export function bindBuiltIn(
  name: string,
  word: Token,
  target: Expression,
  args: readonly Argument[] | undefined,
  scope: Scope,
): void {
  if (args !== undefined) checkCount(name, word, args.length);
  if (LOOP_BUILT_INS.has(name)) checkLoopVariable(name, target, scope);
  if ((name === "no_esc" || name === "esc") && !scope.escapes) {
    const message = `?${name} cannot be used where nothing is escaped.`;
    throw new ParseFailure("no-escaping", message, word.start, word.end, "Leave it out.");
  }
  if (LEGACY_ESCAPES.has(name) && scope.escapes && scope.autoEscapes) {
    const message = `?${name} cannot be used where values are escaped already.`;
    throw new ParseFailure("no-escaping", message, word.start, word.end, "Leave it out.");
  }
}

function checkCount(name: string, word: Token, count: number): void {
  const expected =
    name === "then" ? "2 arguments" : name === "switch" ? "at least 2 arguments" : "1 argument";
  const fits = name === "then" ? count === 2 : name === "switch" ? count >= 2 : count === 1;
  if (!fits) {
    throw new ParseFailure(
      "wrong-arguments",
      `?${word.text} needs ${expected}, but has ${count}.`,
      word.start,
      word.end,
      ARGUMENTS_ADVICE.get(name),
    );
  }
}

function checkLoopVariable(name: string, target: Expression, scope: Scope): void {
  if (scope.unknownLoops > 0) return;
  if (target.kind === "variable" && scope.loopVariables.includes(target.name)) return;
  const { start, end } = target.span;
  const message = `?${name} works on the variable of a loop around it only.`;
  const hint = `Write it behind the name after "as": <#list xs as x>\${x?${name}}.`;
  throw new ParseFailure("misplaced", message, start.offset, end.offset, hint);
}
