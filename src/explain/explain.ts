import { checkFile } from "../check/check.js";
import type { Diagnostic } from "../check/diagnostic.js";
import { inferredKeys } from "../check/evidence.js";
import { couldBeSecret, isSecretName } from "../check/secrets.js";
import { subjectOf, type Subject } from "../check/subject.js";
import type { Action, ActionFile, Variable } from "../model/action.js";
import { isJsonObject, type JsonValue } from "../model/json.js";
import type { Shape } from "../shapes/shape.js";
import { callBudget, mostOf, type BudgetTerm, type CallBudget } from "../topdesk/call-budget.js";
import { rightsOf, type Rights } from "../topdesk/rights.js";
import { nextRuns } from "../topdesk/schedule-runs.js";
import { jsonText, type Explanation, type Shown, type StartFacts, type VariableFacts } from "./facts.js";
import { isRead } from "./residue.js";
import { risksOf } from "./risks.js";
import { shortened, shownOf } from "./shown.js";
import { stepFacts } from "./steps.js";
import { textReader } from "./templates.js";
import { variableKnowledge } from "./variable-knowledge.js";

/** What to explain. */
export interface ExplainRequest {
  /** The name of the file, as the user wrote it. */
  readonly file: string;
  readonly model: ActionFile;
  /** The file's JSON value. */
  readonly value: JsonValue;
  /** The shape that the file is written in, when it is not ours; the value is given in ours. */
  readonly shape?: Shape;
  /** Milliseconds since the epoch; the next runs of a schedule are counted from here. */
  readonly now: number;
  /** What was found in the file's bytes, before it was read. */
  readonly byteFindings?: readonly Diagnostic[];
}

const RUNS = 5;
const LONGEST_DESCRIPTION = 2000;

/** Everything there is to say of an action, as plain data. Pure: the same request gives the same facts. */
export function explain({ file, model, value, shape, now, byteFindings = [] }: ExplainRequest): Explanation {
  const { action } = model;
  const shown = shownOf(action);
  const subject = subjectOf(model);
  const reader = textReader(subject, shown);
  const variables = variableKnowledge(action, subject.steps, reader);
  const steps = stepFacts(subject, reader, variables);
  const budget = shownBudget(callBudget(action), shown);
  const options = { file, strictness: "open", ...(shape === undefined ? {} : { shape }) } as const;
  const findings = [...byteFindings, ...checkFile(model, value, options)];
  const unconfirmed = inferredKeys(value, model.root, shape).map(({ name }) => shown(name));
  return {
    file,
    root: model.root,
    formatVersion: shown(model.formatVersion),
    name: shown(action.name),
    description: shownLines(action.description, shown),
    start: startFacts(model, now, shown),
    steps,
    requests: budget,
    mostRequests: mostOf(budget.requests),
    rights: shownRights(rightsOf(action), shown),
    variables: variableFacts(action, subject, shown),
    risks: risksOf(steps, budget, unconfirmed),
    findings,
  };
}

function shownLines(text: string, shown: Shown): string {
  return shortened(text.split("\n").map(shown).join("\n"), LONGEST_DESCRIPTION);
}

function startFacts({ root, action }: ActionFile, now: number, shown: Shown): StartFacts {
  const { trigger, cardType } = action;
  switch (trigger?.type) {
    case "SCHEDULED": {
      const { schedule } = trigger;
      return { kind: "schedule", schedule, countedFrom: now, nextRuns: nextRuns(schedule, now, RUNS) };
    }
    case "WEBHOOK":
      return { kind: "webhook", path: shown(trigger.path) };
    case "EVENT":
      return { kind: "card", cardType: shown(trigger.cardType) };
    case "UNKNOWN": {
      const type = isJsonObject(trigger.value) ? trigger.value["type"] : trigger.value;
      return { kind: "unknown", type: type === undefined ? "" : shown(jsonText(type)) };
    }
    case undefined:
      return root === "actionSequence" && cardType !== undefined
        ? { kind: "card", cardType: shown(cardType) }
        : { kind: "on the screen" };
  }
}

function variableFacts(
  action: Action,
  { references, steps }: Subject,
  shown: Shown,
): readonly VariableFacts[] {
  return action.variables.map((variable) => {
    const readers = references
      .filter(({ keys }) => keys[0] === "_variables" && keys[1] === variable.name)
      .map(({ text }) => text.place.step.name);
    const setters = steps
      .filter(({ step }) => step.kind === "assign" && step.variableKey === variable.name)
      .map(({ step }) => step.name);
    return {
      name: shown(variable.name),
      isSecret: variable.secret === true || isSecretName(variable.name),
      content: contentOf(variable, shown),
      steps: [...new Set(readers)].map(shown),
      setBy: [...new Set(setters)].map(shown),
    };
  });
}

function contentOf({ name, value, secret, residue }: Variable, shown: Shown): VariableFacts["content"] {
  if (!isRead(residue, "value")) return { kind: "not text" };
  if (value.trim() === "") return { kind: "empty" };
  const isSecret = (secret === true || isSecretName(name)) && couldBeSecret(value);
  const text = shown(value);
  return isSecret || text.includes("•••") ? { kind: "hidden" } : { kind: "text", text };
}

function shownBudget({ requests, mails }: CallBudget, shown: Shown): CallBudget {
  const terms = (all: readonly BudgetTerm[]) =>
    all.map(({ count, lists }) => ({
      count,
      lists: lists.map((list) => ({ ...list, name: shown(list.name) })),
    }));
  return { requests: terms(requests), mails: terms(mails) };
}

function shownRights({ permissions, unknown, otherHosts }: Rights, shown: Shown): Rights {
  return {
    permissions: permissions.map((needed) => ({ ...needed, steps: needed.steps.map(shown) })),
    unknown: unknown.map(({ method, path, steps }) => ({
      method: shown(method),
      path: shown(path),
      steps: steps.map(shown),
    })),
    otherHosts: otherHosts.map(({ host, steps }) => ({ host: shown(host), steps: steps.map(shown) })),
  };
}
