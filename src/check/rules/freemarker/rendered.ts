import type { Element } from "../../../freemarker/tree.js";

/** How to render a template without data. */
export interface Rendering {
  /** What every interpolation prints. */
  readonly placeholder: string;
  /** Which branch is taken of everything that has several; the last one when there are fewer. */
  readonly branch: number;
}

/** What some content prints with a placeholder for every value. */
export function rendered(elements: readonly Element[], rendering: Rendering): string {
  return elements.map((element) => renderedElement(element, rendering, true)).join("");
}

/** How many renderings it takes to see every branch once. */
export function branchCount(elements: readonly Element[]): number {
  return Math.max(1, ...elements.map((element) => Math.max(bodiesOf(element).length, inside(element))));
}

function inside(element: Element): number {
  return Math.max(1, ...bodiesOf(element).map(branchCount));
}

function renderedElement(element: Element, rendering: Rendering, isLast: boolean): string {
  const all = (body: readonly Element[], last = isLast) =>
    body.map((inner) => renderedElement(inner, rendering, last)).join("");
  switch (element.kind) {
    case "text":
    case "noparse":
      return element.text;
    case "interpolation":
      return rendering.placeholder;
    case "list":
    case "items": {
      const bodies = bodiesOf(element);
      const body = bodies[Math.min(rendering.branch, bodies.length - 1)] ?? [];
      if (body !== element.body) return all(body);
      // What comes between items shows only with two of them.
      return separates(body) ? `${all(body, false)}${all(body, true)}` : all(body, true);
    }
    case "sep":
      return isLast ? "" : all(element.body);
    default: {
      const bodies = bodiesOf(element);
      return all(bodies[Math.min(rendering.branch, bodies.length - 1)] ?? []);
    }
  }
}

/** The bodies of which one is printed. */
function bodiesOf(element: Element): readonly (readonly Element[])[] {
  switch (element.kind) {
    case "if": {
      const bodies = element.branches.map(({ body }) => body);
      return element.branches.some(({ condition }) => condition === undefined) ? bodies : [...bodies, []];
    }
    case "switch": {
      const bodies = element.branches.map(({ body }) => body);
      return element.branches.some(({ kind }) => kind === "default") ? bodies : [...bodies, []];
    }
    case "list":
      return element.variables === undefined ? [element.body] : [element.body, element.otherwise ?? []];
    case "attempt":
      return [element.body, element.recover];
    case "items":
    case "sep":
    case "block":
      return [element.body];
    case "directive call":
      return [element.body ?? []];
    default:
      return [];
  }
}

function separates(body: readonly Element[]): boolean {
  return body.some((element) => element.kind === "sep" || bodiesOf(element).some(separates));
}
