import { print, text } from "../builders/text.js";
import { EXECUTION_CONDITIONS, usesCustomCondition, type Step } from "../model/step.js";
import type { JsonObject } from "../model/json.js";
import { conditionValue, type Surroundings } from "./expressions.js";
import { stringCode } from "./literals.js";
import { asking, codedText, rawText, textCode } from "./text-code.js";
import { piecesOf } from "./text-pieces.js";

/** When a step runs, as code; undefined for what every step does unless it says otherwise. */
export interface CodedRun {
  readonly code: string | undefined;
  /** What no builder can say. */
  readonly overrides: JsonObject;
}

/** The code of when a step runs. */
export function runCode(step: Step, isRaw: boolean, around: Surroundings): CodedRun {
  const { executionCondition: word, customExecutionCondition: source } = step;
  const { use } = around.names;
  const isKnown = EXECUTION_CONDITIONS.some((known) => known === word);
  const overrides = isKnown ? {} : { executionCondition: word };
  if (source === "") {
    if (word === "ALWAYS") return { code: use("always"), overrides };
    const isUsual = word === "ONLY_WHEN_PREVIOUS_SUCCEEDED" || !isKnown;
    return { code: isUsual ? undefined : `{ executionCondition: ${stringCode(word)} }`, overrides };
  }
  const guard = isRaw ? textCode(rawText(source, "text", around), use) : guardCode(source, around);
  if (isKnown && usesCustomCondition(word)) {
    return { code: `${use(word === "CUSTOM" ? "when" : "afterSuccessWhen")}(${guard})`, overrides };
  }
  const executionCondition = isKnown ? word : "ALWAYS";
  return { code: `{ executionCondition: ${stringCode(executionCondition)}, guard: ${guard} }`, overrides };
}

function guardCode(source: string, around: Surroundings): string {
  const condition = wholeCondition(source, asking(around));
  if (condition !== undefined && print(text`${condition.value}`, "plain") === source) {
    const found = wholeCondition(source, around);
    if (found !== undefined) return found.code;
  }
  return textCode(codedText(source, "text", around), around.names.use);
}

/** The condition of a text that is nothing but `${condition?c}`. */
function wholeCondition(source: string, around: Surroundings) {
  const [piece, ...others] = piecesOf(source).pieces;
  if (piece?.kind !== "inserted" || others.length > 0) return undefined;
  const { expression } = piece.interpolation;
  if (expression.kind !== "built-in" || expression.name !== "c") return undefined;
  return conditionValue(expression.target, around);
}
