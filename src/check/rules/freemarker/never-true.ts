import type { Element } from "../../../freemarker/tree.js";
import { usesCustomCondition } from "../../../model/step.js";
import { appliedIn } from "./built-in-of.js";
import { kindOf, kindsOfNames } from "./kind-of.js";
import { inText, type FreemarkerRule } from "./rule.js";
import { inCondition } from "./sample.js";

/** A condition that cannot print `true`. */
export const neverTrue: FreemarkerRule = {
  code: "TA318",
  explanation:
    "A step with a custom condition runs when the condition prints exactly `true`. Text beside it, other words, or a number never do.",
  bad: [
    inCondition("naam == 'x'"),
    inCondition("${(naam == 'x')?c} and more"),
    inCondition("${(naam == 'x')?then('yes', 'no')}"),
    inCondition("<#if naam == 'x'>yes<#else>no</#if>"),
  ],
  good: [
    inCondition("${(naam == 'x')?c}"),
    inCondition("\n<#if naam == 'x'>true<#else>false</#if>\n"),
    inCondition("false"),
    inCondition("${(naam == 'x')?then('true', 'false')}"),
  ],
  check: function* ({ texts, templates }) {
    for (const text of texts) {
      if (text.key !== "customExecutionCondition" || text.text.trim() === "") continue;
      if (!usesCustomCondition(text.place.step.executionCondition)) continue;
      const template = templates.find((candidate) => candidate.text === text);
      if (template !== undefined && template.parsed.errors.length > 0) continue;
      const print = template
        ? pieces(template.parsed.template.body, (expression) =>
            kindOf(expression, kindsOfNames(template.parsed)),
          )
        : [text.text];
      if (print === undefined || canBeTrue(print)) continue;
      yield {
        ...inText("TA318", text),
        text: { key: text.key, line: 1, column: 1 },
        message: "The condition can never print exactly true, so the step never runs.",
        hint: "Print true and nothing else, such as ${(a == b)?c}.",
      };
    }
  },
};

type Expressed = Extract<Element, { kind: "interpolation" }>["expression"];

/** Parts of the longest text that can be printed; undefined when it cannot be told. null stands for any word. */
type Piece = string | null;

/** Of a condition that is nested deeper nothing is said. */
const DEEPEST = 100;

function pieces(
  elements: readonly Element[],
  kind: (expression: Expressed) => string,
  depth = 0,
): readonly Piece[] | undefined {
  if (depth > DEEPEST) return undefined;
  const all: Piece[] = [];
  for (const element of elements) {
    switch (element.kind) {
      case "text":
        all.push(element.text);
        break;
      case "interpolation":
        all.push(printed(element.expression, kind));
        break;
      case "assign":
      case "comment":
        break;
      case "if": {
        const bodies = element.branches.map(({ body }) => pieces(body, kind, depth + 1));
        if (bodies.some((body) => body === undefined || canBeTrue(body) || body.join("").trim() === ""))
          all.push(null);
        else all.push("other");
        break;
      }
      default:
        return undefined;
    }
  }
  return all;
}

function printed(expression: Expressed, kind: (expression: Expressed) => string): Piece {
  if (kind(expression) === "number") return "0";
  const applied = appliedIn(expression);
  if (
    applied?.builtIn.name === "then" ||
    (applied?.builtIn.name === "string" && applied.given?.length === 2)
  ) {
    const words = (applied.given ?? []).map((argument) =>
      argument.kind === "string" && argument.parts.length === 1 ? argument.parts[0] : undefined,
    );
    const never = words.every(
      (word) => typeof word === "string" && word.trim() !== "" && word.trim() !== "true",
    );
    return never ? "other" : null;
  }
  if (expression.kind === "string" && expression.parts.every((part) => typeof part === "string"))
    return expression.parts.join("");
  return null;
}

function canBeTrue(print: readonly Piece[]): boolean {
  const fixed = print.filter((piece) => piece !== null);
  const word = fixed.join("").trim();
  // "false" alone is how a step is switched off.
  if (fixed.length === print.length) return word === "true" || word === "false" || word === "";
  return word === "" || "true".includes(word);
}
