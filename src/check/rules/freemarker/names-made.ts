import type { PlacedTemplate } from "../../template.js";

/** The names that a template gives a value itself. */
export function namesMadeIn({ parsed }: PlacedTemplate): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { node } of parsed.nodes) {
    if (node.kind === "assign") for (const { name } of node.assignments) names.add(name);
    if (node.kind === "capture" || node.kind === "macro" || node.kind === "function") names.add(node.name);
  }
  return names;
}
