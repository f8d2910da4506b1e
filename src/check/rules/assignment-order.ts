import type { PlacedStep } from "../../model/walk.js";
import type { Rule } from "../subject.js";

/** A variable that only steps give a value must have been given one before it is read. */
export const assignmentOrder: Rule = function* ({ file, steps, references }) {
  const declared = new Set(file.action.variables.map((variable) => variable.name));
  const order = new Map(steps.map((place, index) => [place, index] as const));
  const assigning = new Map<string, PlacedStep[]>();
  for (const place of steps) {
    if (place.step.kind !== "assign") continue;
    assigning.set(place.step.variableKey, [...(assigning.get(place.step.variableKey) ?? []), place]);
  }
  for (const { keys, text } of references) {
    const [root, name] = keys;
    const places =
      root === "_variables" && name !== undefined && !declared.has(name) ? assigning.get(name) : undefined;
    if (places === undefined || name === undefined) continue;
    const reader = order.get(text.place) ?? 0;
    const isBefore = (place: PlacedStep) => (order.get(place) ?? 0) < reader || inSameLoop(place, text.place);
    if (places.some(isBefore)) continue;
    yield {
      code: "TA211",
      message: `The text reads the variable "${name}" before any step has assigned it.`,
      hint: "Assign it in an earlier step, or declare it.",
      path: text.path,
      step: text.place.step.name,
    };
  }
};

/** Inside a loop an earlier turn may have assigned it. */
function inSameLoop(one: PlacedStep, other: PlacedStep): boolean {
  return one.containers.some(
    (container) => container.kind === "loop" && other.containers.includes(container),
  );
}
