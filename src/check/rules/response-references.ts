import { nearest } from "../../model/nearest.js";
import type { PlacedStep } from "../../model/walk.js";
import type { Finding, PlacedReference, Rule } from "../subject.js";

/** `_responses.<step>` must name a step that has run by then, where its answer can still be read. */
export const responseReferences: Rule = function* ({ steps, references }) {
  const places = new Map<string, { readonly place: PlacedStep; readonly index: number }>();
  const order = new Map<PlacedStep, number>();
  for (const [index, place] of steps.entries()) {
    order.set(place, index);
    if (!places.has(place.step.name)) places.set(place.step.name, { place, index });
  }
  for (const reference of references) {
    const [root, name] = reference.keys;
    if (root !== "_responses" || name === undefined) continue;
    const target = places.get(name);
    if (target === undefined) yield unknownStep(reference, name, places.keys());
    else {
      const own = order.get(reference.text.place) ?? 0;
      const finding =
        target.index >= own
          ? laterStep(reference, name, target.place)
          : insideLoop(reference, name, target.place);
      if (finding !== undefined) yield finding;
    }
  }
};

function unknownStep(reference: PlacedReference, name: string, names: Iterable<string>): Finding {
  const near = nearest(name, names);
  return {
    ...placeOf(reference),
    code: "TA203",
    message: `The text reads _responses.${name}, but there is no step "${name}".`,
    hint:
      near === undefined ? "Use the name of a step that comes before this one." : `Did you mean "${near}"?`,
  };
}

function laterStep(reference: PlacedReference, name: string, target: PlacedStep): Finding {
  const itself = reference.text.place.step === target.step;
  return {
    ...placeOf(reference),
    code: "TA204",
    message: itself
      ? `The step "${name}" reads its own answer, which is not there yet.`
      : `The text reads _responses.${name}, but the step "${name}" comes later.`,
    hint: "Read a step that comes before this one, or change the order of the steps.",
  };
}

function insideLoop(reference: PlacedReference, name: string, target: PlacedStep): Finding | undefined {
  const around = reference.text.place.containers;
  const outside = target.containers.filter((container) => !around.includes(container));
  const loop = outside.find((container) => container.kind === "loop");
  const container = loop ?? outside[0];
  if (container === undefined) return undefined;
  const where = `the ${loop === undefined ? "container" : "loop"} "${container.name}"`;
  return {
    ...placeOf(reference),
    // What a container that is no loop does is not known: it may be a group that runs once.
    code: loop === undefined ? "TA212" : "TA205",
    message: `The text reads _responses.${name}, but the step "${name}" runs inside ${where}.`,
    hint: "Its answer is that of one turn. Remember what you need in a variable inside the loop, and read that.",
  };
}

function placeOf(reference: PlacedReference) {
  return { path: reference.text.path, step: reference.text.place.step.name };
}
