import type { Trigger, Variable } from "../model/action.js";
import type { Schedule } from "../model/schedule.js";
import type { Step, Suppression } from "../model/step.js";
import { AuthoringError } from "./authoring-error.js";
import { requestFields, type HttpRequest } from "./http.js";
import { OTHERS_AT, STEP_KEYS } from "./known-keys.js";
import { residueOf, type RawKeys } from "./raw.js";
import type { Condition } from "./operations.js";
import { afterSuccess, customConditionText, narrowed, type Run } from "./run.js";
import type { Shape } from "./shape.js";
import { isText, print, text, type Text } from "./text.js";
import {
  expressionOf,
  isValue,
  ITEM,
  member,
  reference,
  localName,
  topLevel,
  type ListValue,
  type Presence,
  type Reference,
  type Value,
} from "./value.js";
import {
  declaredVariables,
  VARIABLE,
  variableReference,
  type VariableDefinition,
  type VariableReference,
} from "./variable.js";

/** What may be said of any step. */
export interface StepOptions {
  /** When the step runs. Default: {@link afterSuccess}. */
  readonly run?: Run;
  /** Findings that are accepted at this step, each with its reason. */
  readonly suppress?: readonly Suppression[];
  /** Keys of the step in the file that these builders have no word for. */
  readonly raw?: RawKeys;
  /** Records the steps inside of this one, for a step that is no loop. */
  readonly subSteps?: () => void;
}

/** A list that is known by its FreeMarker text only, and what its items look like. */
export interface RawList<Item extends Shape> {
  readonly list: Text<never>;
  readonly item: Item;
}

/** The answer of an HTTP step, for the steps after it. */
export interface Response<Answer extends Shape> {
  /** The parsed JSON body. */
  readonly body: Reference<Answer>;
}

/** References to declared variables, by name. */
export type VariableReferences<Definitions extends Readonly<Record<string, VariableDefinition>>> = {
  readonly [Name in keyof Definitions]: VariableReference<Definitions[Name]["kind"]>;
};

/**
 * Records an action, top to bottom, in the order in which TOPdesk runs it.
 *
 * A flow is handed to the author's function; what it records is plain data ({@link recordFlow}).
 */
export interface Flow {
  /** Starts the action on a schedule. */
  schedule(schedule: Schedule): void;
  /** Starts the action when its webhook is called. `path` is the URL's last segment: a-z, 0-9, - and _, at most 50. */
  webhook(path: string): void;
  /** Starts the action on events of a card type; the events themselves are linked on TOPdesk's screen. */
  event(cardType: string): void;
  /** Declares variables that the admin fills in after the import. The same declaration twice is one. */
  variables<const Definitions extends Readonly<Record<string, VariableDefinition>>>(
    definitions: Definitions,
  ): VariableReferences<Definitions>;
  /** Sends a request. The steps after it read the answer through what is returned. */
  http<Answer extends Shape>(
    name: string,
    request: HttpRequest<Answer>,
    options?: StepOptions,
  ): Response<Answer>;
  /** Gives a variable a new value. A name that is not declared is a working variable of this action. */
  assign(
    name: string,
    variable: string | VariableReference,
    value: string | Value<"text"> | Value<"number"> | Text<"plain"> | Text<"html">,
    options?: StepOptions,
  ): VariableReference;
  /** Runs steps once for each item of a list. `itemName` is how their texts read the item. */
  forEach<Item extends Shape>(
    name: string,
    list: ListValue<Item, Presence> | RawList<Item>,
    itemName: string,
    body: (item: Reference<Item>) => void,
    options?: Omit<StepOptions, "subSteps">,
  ): void;
  /** Records a step of a type that these builders have no word for; its key `type` is among the raw keys. */
  raw(name: string, keys: RawKeys, options?: Omit<StepOptions, "raw">): void;
  /** Guards every step recorded in `body` with a condition. */
  when(condition: Condition, body: () => void): void;
  /** Accepts a finding anywhere in this action, with the reason. */
  suppress(code: string, reason: string): void;
}

/** What a flow recorded. */
export interface Recording {
  readonly trigger?: Trigger;
  readonly variables: readonly Variable[];
  readonly steps: readonly Step[];
  readonly suppressions: readonly Suppression[];
}

/**
 * Runs an author's function on a fresh flow.
 *
 * @throws AuthoringError when the function contradicts itself, such as two triggers
 */
export function recordFlow(author: (flow: Flow) => void): Recording {
  const recorder = new FlowRecorder();
  author(recorder);
  return recorder.recording();
}

class FlowRecorder implements Flow {
  private trigger: Trigger | undefined;
  private readonly declared = new Map<string, Variable>();
  private readonly accepted: Suppression[] = [];
  private steps: Step[] = [];
  private guards: readonly Condition[] = [];

  schedule(schedule: Schedule): void {
    this.start({ type: "SCHEDULED", schedule });
  }

  webhook(path: string): void {
    this.start({ type: "WEBHOOK", path });
  }

  event(cardType: string): void {
    this.start({ type: "EVENT", cardType });
  }

  variables<const Definitions extends Readonly<Record<string, VariableDefinition>>>(
    definitions: Definitions,
  ): VariableReferences<Definitions>;
  variables(definitions: Readonly<Record<string, VariableDefinition>>): unknown {
    for (const variable of declaredVariables(definitions)) {
      const known = this.declared.get(variable.name);
      if (known !== undefined && (known.value !== variable.value || known.secret !== variable.secret)) {
        throw new AuthoringError(
          `The variable ${variable.name} is declared twice.`,
          "Declare it once, or with the same hint.",
        );
      }
      this.declared.set(variable.name, variable);
    }
    const references = Object.entries(definitions).map(
      ([name, definition]) => [name, variableReference(name, definition.kind)] as const,
    );
    return Object.fromEntries(references);
  }

  http<Answer extends Shape>(
    name: string,
    request: HttpRequest<Answer>,
    options: StepOptions = {},
  ): Response<Answer> {
    this.steps.push({
      kind: "http",
      ...this.common(name, options, "http"),
      ...requestFields(request),
      ...this.recorded(options.subSteps),
    });
    return { body: reference(request.answer, member(member(topLevel("_responses"), name), "body")) };
  }

  assign(
    name: string,
    variable: string | VariableReference,
    value: string | Value<"text"> | Value<"number"> | Text<"plain"> | Text<"html">,
    options: StepOptions = {},
  ): VariableReference {
    const variableKey = typeof variable === "string" ? variable : variable[VARIABLE];
    this.steps.push({
      kind: "assign",
      ...this.common(name, options, "assign"),
      assignmentType: "TEXT",
      variableKey,
      valueTemplate: print(isText(value) ? value : text`${value}`, "plain"),
      ...this.recorded(options.subSteps),
    });
    return variableReference(variableKey, "text");
  }

  forEach<Item extends Shape>(
    name: string,
    list: ListValue<Item, Presence> | RawList<Item>,
    itemName: string,
    body: (item: Reference<Item>) => void,
    options: Omit<StepOptions, "subSteps"> = {},
  ): void {
    const common = this.common(name, options, "loop");
    const item = isValue(list) ? list[ITEM] : list.item;
    const subSteps = this.inside(() => body(reference(item, localName(itemName))));
    const collectionTemplate = isValue(list) ? `\${${expressionOf(list).source}}` : print(list.list, "plain");
    this.steps.push({ kind: "loop", ...common, collectionTemplate, itemKey: itemName, subSteps });
  }

  raw(name: string, keys: RawKeys, options: Omit<StepOptions, "raw"> = {}): void {
    const common = this.common(name, { ...options, raw: keys }, "unknown");
    // Without a type among its keys the file has none, and a step without a type is a request.
    const type = Object.hasOwn(keys.unread, "type") ? keys.unread["type"] : undefined;
    this.steps.push({
      kind: "unknown",
      type: type ?? "HTTP_REQUEST",
      ...common,
      ...this.recorded(options.subSteps),
    });
  }

  when(condition: Condition, body: () => void): void {
    const outer = this.guards;
    this.guards = [...outer, condition];
    body();
    this.guards = outer;
  }

  suppress(code: string, reason: string): void {
    this.accepted.push({ code, reason });
  }

  recording(): Recording {
    return {
      ...(this.trigger === undefined ? {} : { trigger: this.trigger }),
      variables: [...this.declared.values()],
      steps: this.steps,
      suppressions: this.accepted,
    };
  }

  private start(trigger: Trigger): void {
    if (this.trigger !== undefined) {
      throw new AuthoringError(
        `The action has two triggers: ${this.trigger.type} and ${trigger.type}.`,
        "Keep one of them; an action that needs both is two actions.",
      );
    }
    this.trigger = trigger;
  }

  /** The steps that a function records. Guards are those of the step around them. */
  private inside(body: () => void): readonly Step[] {
    const outer = { steps: this.steps, guards: this.guards };
    const subSteps: Step[] = [];
    this.steps = subSteps;
    this.guards = [];
    body();
    this.steps = outer.steps;
    this.guards = outer.guards;
    return subSteps;
  }

  private recorded(body: (() => void) | undefined) {
    return body === undefined ? {} : { subSteps: this.inside(body) };
  }

  private common(name: string, options: StepOptions, kind: Step["kind"]) {
    const run = this.guards.reduceRight(narrowed, options.run ?? afterSuccess);
    return {
      name,
      executionCondition: run.executionCondition,
      customExecutionCondition: customConditionText(run),
      ...(options.suppress === undefined ? {} : { suppressions: options.suppress }),
      ...(options.raw === undefined
        ? {}
        : { residue: residueOf(options.raw, STEP_KEYS[kind], OTHERS_AT[kind]) }),
    };
  }
}
