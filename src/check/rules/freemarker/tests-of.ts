import { isTested, wordOf, type Path } from "../../template-paths.js";
import type { PlacedTemplate } from "../../template.js";
import type { Subject } from "../../subject.js";

/** Asks whether a path, or something in it, is tested before a text is printed. */
export type TestedBefore = (word: string) => boolean;

/**
 * What is known to be there: paths that the text itself tests, or that the condition of its step or of a step around it
 * tests. Which branch of the text a test governs is not looked at: a test shows that its author thought of it.
 */
export function testsOf({ text, parsed }: PlacedTemplate, { templates }: Subject): TestedBefore {
  const { place } = text;
  const around = new Set([place.step, ...place.containers]);
  const conditions = templates.filter(
    (other) => other.text.key === "customExecutionCondition" && around.has(other.text.place.step),
  );
  const tested = [parsed, ...conditions.map((condition) => condition.parsed)].flatMap(({ paths }) =>
    paths.filter((path) => isTested(path) || isMeasured(path)).map((path) => wordOf(path)),
  );
  return (word) => tested.some((other) => other === word || other.startsWith(`${word}.`));
}

/** `list?size`: whoever asks that thinks of the empty list. */
function isMeasured({ whole: { parent } }: Path): boolean {
  return parent?.node.kind === "built-in" && parent.node.name === "size";
}

/** The names that a template gives a value itself. */
export function namesMadeIn({ parsed }: PlacedTemplate): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { node } of parsed.nodes) {
    if (node.kind === "assign") for (const { name } of node.assignments) names.add(name);
    if (node.kind === "capture" || node.kind === "macro" || node.kind === "function") names.add(node.name);
  }
  return names;
}
