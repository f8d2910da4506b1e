import type { Element, Interpolation } from "../../../freemarker/tree.js";
import type { HttpStep } from "../../../model/step.js";
import type { PlacedText } from "../../../model/walk.js";

/** Where in a JSON text an interpolation prints. */
export interface JsonContext {
  readonly inString: boolean;
  /** Whether it is all there is between two quotes. */
  wholeString: boolean;
}

/** The step whose JSON body a text is, by its content type; undefined when it is something else. */
export function jsonRequestOf({ key, place: { step } }: PlacedText): HttpStep | undefined {
  if (key !== "body" || step.kind !== "http") return undefined;
  const isJson = step.headers.some(
    ({ name, value }) => name.toLowerCase() === "content-type" && /\bjson\b/i.test(value),
  );
  return isJson ? step : undefined;
}

/** Where the interpolations of a JSON body stand. Those of macros and captures print elsewhere and are left out. */
export function jsonContexts(body: readonly Element[]): ReadonlyMap<Interpolation, JsonContext> {
  const scanner = new JsonScanner();
  scanner.elements(body);
  return scanner.contexts;
}

/** Of what is nested deeper nothing is said. */
const DEEPEST = 200;

class JsonScanner {
  readonly contexts = new Map<Interpolation, JsonContext>();
  private inString = false;
  private escaped = false;
  private depth = 0;
  private justOpened = false;
  /** An interpolation right after a quote, which may turn out to be the whole string. */
  private first: JsonContext | undefined;

  elements(elements: readonly Element[]): void {
    if (this.depth > DEEPEST) return;
    this.depth += 1;
    for (const element of elements) this.element(element);
    this.depth -= 1;
  }

  private element(element: Element): void {
    switch (element.kind) {
      case "text":
      case "noparse":
        for (const character of element.text) this.character(character);
        return;
      case "interpolation": {
        const context = { inString: this.inString, wholeString: false };
        this.contexts.set(element, context);
        this.first = this.justOpened ? context : undefined;
        this.justOpened = false;
        return;
      }
      case "if":
        this.branches(element.branches.map(({ body }) => body));
        return;
      case "switch":
        this.branches(element.branches.map(({ body }) => body));
        return;
      case "list":
        this.branches([element.body, element.otherwise ?? []]);
        return;
      case "attempt":
        this.branches([element.body, element.recover]);
        return;
      case "items":
      case "sep":
      case "block":
        this.elements(element.body);
        return;
      case "directive call":
        this.elements(element.body ?? []);
        return;
      default:
        return;
    }
  }

  /** Each of the bodies starts where the first one does; what follows goes on after the first one. */
  private branches(bodies: readonly (readonly Element[])[]): void {
    const start = [this.inString, this.escaped, this.justOpened] as const;
    let end = start;
    for (const [index, body] of bodies.entries()) {
      [this.inString, this.escaped, this.justOpened] = start;
      this.elements(body);
      if (index === 0) end = [this.inString, this.escaped, this.justOpened];
    }
    [this.inString, this.escaped, this.justOpened] = end;
    this.first = undefined;
  }

  private character(character: string): void {
    const { first } = this;
    this.first = undefined;
    this.justOpened = false;
    if (this.escaped) this.escaped = false;
    else if (this.inString && character === "\\") this.escaped = true;
    else if (character === '"') {
      this.inString = !this.inString;
      this.justOpened = this.inString;
      if (first !== undefined && !this.inString) first.wholeString = true;
    }
  }
}
