import type { Element } from "../../../freemarker/tree.js";

/** How to render a template without data. */
export interface Rendering {
  /** What every interpolation prints. */
  readonly placeholder: string;
  /** Which branch is taken of everything that has several; the last one when there are fewer. */
  readonly branch: number;
}

/** Content nested deeper is not rendered. */
const DEEPEST = 200;
/** So much is rendered at most; lists in lists print their items twice each time. */
const LONGEST = 1_000_000;

/** What some content prints with a placeholder for every value; undefined when it is too deep or too long to tell. */
export function rendered(elements: readonly Element[], rendering: Rendering): string | undefined {
  if (isDeep(elements)) return undefined;
  const renderer = new Renderer(rendering);
  renderer.all(elements, true);
  return renderer.isTooLong ? undefined : renderer.text;
}

/** How many renderings it takes to see every branch once; undefined when the content is too deep to tell. */
export function branchCount(elements: readonly Element[]): number | undefined {
  let most = 1;
  let level = elements;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return undefined;
    const bodies = level.map(bodiesOf);
    for (const { length } of bodies) most = Math.max(most, length);
    level = bodies.flat(2);
  }
  return most;
}

function isDeep(elements: readonly Element[]): boolean {
  return branchCount(elements) === undefined;
}

class Renderer {
  text = "";
  isTooLong = false;
  private steps = 0;

  constructor(private readonly rendering: Rendering) {}

  all(elements: readonly Element[], isLast: boolean): void {
    for (const element of elements) {
      this.steps += 1;
      this.isTooLong ||= this.steps > LONGEST || this.text.length > LONGEST;
      if (this.isTooLong) return;
      this.element(element, isLast);
    }
  }

  private element(element: Element, isLast: boolean): void {
    switch (element.kind) {
      case "text":
      case "noparse":
        this.text += element.text;
        return;
      case "interpolation":
        this.text += this.rendering.placeholder;
        return;
      case "list":
      case "items": {
        const body = this.chosen(element);
        // What comes between items shows only with two of them.
        if (body === element.body && separates(body)) this.all(body, false);
        this.all(body, body === element.body ? true : isLast);
        return;
      }
      case "sep":
        if (!isLast) this.all(element.body, isLast);
        return;
      default:
        this.all(this.chosen(element), isLast);
    }
  }

  private chosen(element: Element): readonly Element[] {
    const bodies = bodiesOf(element);
    return bodies[Math.min(this.rendering.branch, bodies.length - 1)] ?? [];
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

const separating = new WeakMap<readonly Element[], boolean>();

/** Whether something in a body is printed between items only. */
function separates(body: readonly Element[]): boolean {
  const before = separating.get(body);
  if (before !== undefined) return before;
  const found = body.some((element) => element.kind === "sep" || bodiesOf(element).some(separates));
  separating.set(body, found);
  return found;
}
