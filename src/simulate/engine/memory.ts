import type { ModelValue } from "../../freemarker/evaluate/render.js";
import type { JsonObject, JsonValue } from "../../model/json.js";
import type { Failure } from "../trace.js";
import { runTimeGlobals } from "./globals.js";
import { TextRenderer, type Escaping, type Rendering } from "./render-text.js";
import type { Surroundings } from "./surroundings.js";

/** What the texts of an action can read while it runs. */
export class Memory {
  private readonly variables: Map<string, string>;
  private readonly responses = new Map<string, JsonObject>();
  private readonly turns: { readonly itemKey: string; readonly item: ModelValue }[] = [];
  private readonly globals: Readonly<Record<string, ModelValue>>;
  private readonly texts: TextRenderer;

  constructor(private readonly surroundings: Surroundings) {
    this.variables = new Map(surroundings.variables);
    this.globals = runTimeGlobals(surroundings);
    this.texts = new TextRenderer(surroundings.now);
  }

  /** Replaces what must not be seen. */
  mask(text: string): string {
    return this.surroundings.mask(text);
  }

  assign(variable: string, value: string): void {
    this.variables.set(variable, value);
  }

  /** Keeps the answer to a step's request, as far as the semantics say. */
  keepAnswer(step: string, body: JsonValue, succeeded: boolean): void {
    const { failedAnswer } = this.surroundings.semantics;
    if (succeeded || failedAnswer === "error body") this.responses.set(step, { body });
    else if (failedAnswer === "nothing") this.responses.delete(step);
  }

  enterTurn(itemKey: string, item: ModelValue): void {
    this.turns.push({ itemKey, item });
  }

  leaveTurn(): void {
    this.turns.pop();
  }

  /** @param key the step's key that holds the text, for messages */
  render(key: string, text: string, escaping: Escaping): Rendering {
    return this.texts.render(key, text, escaping, this.model);
  }

  /** The list that the text of a loop yields. */
  list(key: string, text: string): { readonly items: readonly ModelValue[] } | { readonly failure: Failure } {
    return this.texts.list(key, text, this.model);
  }

  /** The names that texts can read; those of loops hide those of the card. */
  private get model(): Readonly<Record<string, ModelValue>> {
    return {
      ...this.surroundings.card,
      ...this.globals,
      _variables: Object.fromEntries(this.variables),
      _responses: Object.fromEntries(this.responses),
      ...Object.fromEntries(this.turns.map(({ itemKey, item }) => [itemKey, item])),
    };
  }
}
