import type { Subject } from "../check/subject.js";
import type { Element } from "../freemarker/tree.js";
import { walk } from "../freemarker/walk.js";
import { usesCustomCondition, type Step } from "../model/step.js";
import type { PlacedStep } from "../model/walk.js";
import { loopList } from "../topdesk/call-budget.js";
import type { VariableKnowledge } from "./address.js";
import { conditionOf, conditionOfText } from "./conditions.js";
import { jsonText, type Deed, type RunFacts, type StepFacts, type TextPart } from "./facts.js";
import { requestFacts } from "./requests.js";
import { isRead } from "./residue.js";
import { pieceOf, valueOf, type ReadText, type TextReader } from "./templates.js";

/** What every step does, containers with their steps in them. */
export function stepFacts(
  subject: Subject,
  reader: TextReader,
  variables: VariableKnowledge,
): readonly StepFacts[] {
  const places = new Map(subject.steps.map((place) => [place.step, place]));
  const factsOf = (step: Step): readonly StepFacts[] => {
    const place = places.get(step);
    if (place === undefined) return [];
    return [
      {
        name: reader.shown(step.name),
        run: runFacts(step, place, reader),
        deed: deedOf(step, place, reader, variables, subject),
        textParts: textPartsOf(step, place, reader),
        steps: (step.subSteps ?? []).flatMap(factsOf),
      },
    ];
  };
  return subject.file.action.steps.flatMap(factsOf);
}

function runFacts(step: Step, place: PlacedStep, reader: TextReader): RunFacts {
  const { executionCondition: word } = step;
  if (!isRead(step.residue, "executionCondition")) return { kind: "not said" };
  if (usesCustomCondition(word)) {
    const path = [...place.path, "customExecutionCondition"];
    const text = reader.read(place, "customExecutionCondition", path, step.customExecutionCondition);
    const condition = conditionOfText(text, reader.shown);
    return { kind: word === "CUSTOM" ? "condition" : "after success and condition", condition };
  }
  if (word === "ALWAYS") return { kind: "always" };
  return word === "ONLY_WHEN_PREVIOUS_SUCCEEDED"
    ? { kind: "after success" }
    : { kind: "unknown", word: reader.shown(word) };
}

function deedOf(
  step: Step,
  place: PlacedStep,
  reader: TextReader,
  variables: VariableKnowledge,
  { file }: Subject,
): Deed {
  const { shown } = reader;
  const textAt = (key: string, text: string) => reader.read(place, key, [...place.path, key], text);
  switch (step.kind) {
    case "http":
      return requestFacts(step, place, reader, variables);
    case "assign":
      return {
        kind: "assignment",
        variable: shown(step.variableKey),
        assignmentType: shown(step.assignmentType),
        value: valueOf(textAt("valueTemplate", step.valueTemplate), shown),
      };
    case "loop":
      return {
        kind: "loop",
        list: valueOf(textAt("collectionTemplate", step.collectionTemplate), shown),
        item: shown(step.itemKey),
        most: loopList(step, file.action.steps).most,
      };
    case "unknown":
      return {
        kind: "unknown",
        type: shown(jsonText(step.type)),
        keys: Object.keys(step.residue?.unread ?? {}).map(shown),
      };
  }
}

/** Conditions and repetitions inside of what a step prints; its own condition is told elsewhere. */
function textPartsOf(step: Step, place: PlacedStep, reader: TextReader): readonly TextPart[] {
  const textAt = (key: string, text: string) => reader.read(place, key, [...place.path, key], text);
  switch (step.kind) {
    case "http":
      return [textAt("url", step.url), textAt("body", step.body)].flatMap((text) => partsOf(text, reader));
    case "assign":
      return partsOf(textAt("valueTemplate", step.valueTemplate), reader);
    case "loop":
    case "unknown":
      return [];
  }
}

function partsOf(text: ReadText, reader: TextReader): readonly TextPart[] {
  const { key } = text;
  const elements: readonly Element[] = text.body ?? [];
  return walk(elements).flatMap(({ node }): readonly TextPart[] => {
    if (node.kind === "if") {
      return node.branches.flatMap(({ condition }) =>
        condition === undefined
          ? []
          : [{ kind: "condition", key, condition: conditionOf(condition, text, reader.shown) }],
      );
    }
    return node.kind === "list" ? [{ kind: "repetition", key, list: [pieceOf(node.expression, text)] }] : [];
  });
}
