import type { ModelValue } from "../../freemarker/evaluate/render.js";
import type { JsonObject, JsonValue } from "../../model/json.js";
import { SecretMask } from "../secret-mask.js";
import type { Failure, Unrendered } from "../trace.js";
import { runTimeGlobals } from "./globals.js";
import { MASK } from "./masking.js";
import { TextRenderer, type Escaping, type Rendering } from "./render-text.js";
import type { Surroundings } from "./surroundings.js";

/** What the texts of an action can read while it runs. */
export class Memory {
  private readonly variables: Map<string, string>;
  private readonly responses = new Map<string, JsonObject>();
  private readonly turns: { readonly itemKey: string; readonly item: ModelValue }[] = [];
  private readonly codeInVariables: Map<string, Unrendered>;
  private readonly globals: Readonly<Record<string, ModelValue>>;
  private readonly texts: TextRenderer;
  /** See `model`; undefined when something changed. */
  private knownModel: Readonly<Record<string, ModelValue>> | undefined;
  /** Hides what must not be seen. */
  readonly secrets: SecretMask;

  constructor(private readonly surroundings: Surroundings) {
    this.variables = new Map(surroundings.variables);
    this.codeInVariables = new Map(
      [...surroundings.variables].flatMap(([variable, value]) =>
        codeIn(value).map((code) => [`${variable} ${code}`, { code, variable }]),
      ),
    );
    this.secrets = new SecretMask(surroundings.secrets, MASK);
    this.globals = runTimeGlobals(surroundings, (text) => this.secrets.learn(text));
    this.texts = new TextRenderer(surroundings.now);
  }

  /** @param unrendered code that FreeMarker took for text in what the value was made from */
  assign(variable: string, value: string, unrendered: readonly Unrendered[]): void {
    this.knownModel = undefined;
    this.variables.set(variable, value);
    for (const { code } of unrendered) this.codeInVariables.set(`${variable} ${code}`, { code, variable });
  }

  /** Keeps the answer to a step's request, as far as the semantics say. */
  keepAnswer(step: string, body: JsonValue, succeeded: boolean): void {
    this.knownModel = undefined;
    const { failedAnswer } = this.surroundings.semantics;
    if (succeeded || failedAnswer === "error body") this.responses.set(step, { body });
    else if (failedAnswer === "nothing") this.responses.delete(step);
  }

  /** For a request that got no answer. */
  forgetAnswer(step: string): void {
    this.knownModel = undefined;
    if (this.surroundings.semantics.failedAnswer !== "last answer") this.responses.delete(step);
  }

  enterTurn(itemKey: string, item: ModelValue): void {
    this.knownModel = undefined;
    this.turns.push({ itemKey, item });
  }

  leaveTurn(): void {
    this.knownModel = undefined;
    this.turns.pop();
  }

  /** @param key the step's key that holds the text, for messages */
  render(key: string, text: string, escaping: Escaping): Rendering {
    const rendering = this.texts.render(key, text, escaping, this.model);
    return rendering.ok ? rendering : { ok: false, failure: this.masked(rendering.failure) };
  }

  /** Code in the values of variables, which nothing renders, as far as it is in these texts. */
  codeFromVariables(texts: readonly string[]): readonly Unrendered[] {
    return [...this.codeInVariables.values()].filter(({ code }) => {
      const spellings = [code, JSON.stringify(code).slice(1, -1)];
      return texts.some((text) => spellings.some((spelling) => text.includes(spelling)));
    });
  }

  /** The list that the text of a loop yields. */
  list(key: string, text: string): { readonly items: readonly ModelValue[] } | { readonly failure: Failure } {
    const list = this.texts.list(key, text, this.model);
    return "failure" in list ? { failure: this.masked(list.failure) } : list;
  }

  /** FreeMarker's messages quote values. */
  private masked(failure: Failure): Failure {
    const { message, hint } = failure;
    return {
      ...failure,
      message: this.secrets.hide(message),
      ...(hint === undefined ? {} : { hint: this.secrets.hide(hint) }),
    };
  }

  /** The names that texts can read; those of loops hide those of the card. */
  private get model(): Readonly<Record<string, ModelValue>> {
    return (this.knownModel ??= {
      ...this.surroundings.card,
      ...this.globals,
      _variables: Object.fromEntries(this.variables),
      _responses: Object.fromEntries(this.responses),
      ...Object.fromEntries(this.turns.map(({ itemKey, item }) => [itemKey, item])),
    });
  }
}

/** Template code in a value that an admin filled in. */
function codeIn(value: string): readonly string[] {
  return value.match(/\$\{[^{}]*\}|<#[a-z]+[^<>]*>/g) ?? [];
}
