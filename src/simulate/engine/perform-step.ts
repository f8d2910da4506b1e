import type { ModelValue } from "../../freemarker/evaluate/render.js";
import { isJsonArray, isJsonObject, parseJson, type JsonValue } from "../../model/json.js";
import type { AssignStep, HttpStep, LoopStep, Step, UnknownStep } from "../../model/step.js";
import type { HttpRequest } from "../http.js";
import { mailOf } from "../mail.js";
import type { Deed, Failure, Outcome, Unrendered } from "../trace.js";
import { credentialsOf, handedOutBy } from "../request-credentials.js";
import { maskedAnswer, maskedMail, maskedRequest } from "./masking.js";
import type { Memory } from "./memory.js";
import { renderRequest } from "./render-request.js";
import type { Exchanged, Surroundings } from "./surroundings.js";

/** What came of a step that ran. */
export interface Performed {
  readonly outcome: Outcome;
  readonly deed?: Deed;
  /** What a loop goes over. */
  readonly items?: readonly ModelValue[];
}

/** Does what a step is there for. A new kind of step is one new function here. */
export async function performStep(
  step: Step,
  memory: Memory,
  surroundings: Surroundings,
): Promise<Performed> {
  switch (step.kind) {
    case "http":
      return sendRequest(step, memory, surroundings);
    case "assign":
      return assign(step, memory);
    case "loop":
      return startLoop(step, memory);
    case "unknown":
      return refuse(step);
  }
}

const DONE: Outcome = { kind: "done" };

function failed(failure: Failure): Performed {
  return { outcome: { kind: "failed", failure } };
}

function assign(step: AssignStep, memory: Memory): Performed {
  const rendered = memory.render("valueTemplate", step.valueTemplate, "nothing");
  if (!rendered.ok) return failed(rendered.failure);
  memory.assign(step.variableKey, rendered.text, rendered.unrendered);
  const value = memory.secrets.hide(rendered.text);
  return { outcome: DONE, deed: { kind: "assignment", variable: step.variableKey, value } };
}

function startLoop(step: LoopStep, memory: Memory): Performed {
  const list = memory.list("collectionTemplate", step.collectionTemplate);
  if ("failure" in list) return failed(list.failure);
  return { outcome: DONE, deed: { kind: "loop", items: list.items.length }, items: list.items };
}

function refuse({ type, subSteps = [] }: UnknownStep): Performed {
  const message = `Steps of the type ${JSON.stringify(type)} cannot be rehearsed.`;
  const inside = subSteps.map(({ name }) => name).join(", ");
  const hint =
    inside === ""
      ? "What it would have done is not known."
      : `What it would have done is not known; the steps in it do not run here: ${inside}.`;
  return failed({ kind: "not simulated", message, hint });
}

async function sendRequest(step: HttpStep, memory: Memory, surroundings: Surroundings): Promise<Performed> {
  const rendered = renderRequest(step, memory);
  if (!("request" in rendered)) return failed(rendered.failure);
  const { request, unrendered, failure } = rendered;
  learnAll(memory, credentialsOf(request));
  if (failure !== undefined) {
    const shown = maskedRequest(request, memory.secrets);
    return {
      ...failed(failure),
      deed: { kind: "request", request: shown, sent: false, milliseconds: 0, unrendered },
    };
  }
  const started = performance.now();
  const exchanged = await surroundings.exchange(request, step);
  const elapsed = performance.now() - started;
  if (exchanged.kind === "answered") learnAll(memory, handedOutBy(request, exchanged.answer));
  return {
    outcome: outcomeOf(step, exchanged, memory),
    deed: deedOf(request, unrendered, exchanged, elapsed, memory),
  };
}

function learnAll({ secrets }: Memory, found: readonly string[]): void {
  for (const secret of found) secrets.learn(secret);
}

function outcomeOf(step: HttpStep, exchanged: Exchanged, memory: Memory): Outcome {
  if (exchanged.kind === "unanswered") {
    memory.forgetAnswer(step.name);
    const { reason, message, hint } = exchanged;
    const failure = {
      kind: reason,
      message: memory.secrets.hide(message),
      ...(hint === undefined ? {} : { hint }),
    };
    return { kind: "failed", failure };
  }
  const { status, body } = exchanged.answer;
  const succeeded = status >= 200 && status < 300;
  memory.keepAnswer(step.name, parsedBody(body), succeeded);
  if (succeeded) return DONE;
  const message = `The answer has the status ${status}: ${beginning(memory.secrets.hide(wordsOf(body)))}`;
  return { kind: "failed", failure: { kind: "status", message } };
}

function deedOf(
  request: HttpRequest,
  unrendered: readonly Unrendered[],
  exchanged: Exchanged,
  elapsed: number,
  { secrets }: Memory,
): Deed {
  const mail = mailOf(request);
  const delay = exchanged.kind === "answered" ? (exchanged.delay ?? 0) : 0;
  return {
    kind: "request",
    request: maskedRequest(request, secrets),
    ...(exchanged.kind === "answered" ? { answer: maskedAnswer(exchanged.answer, secrets) } : {}),
    sent: exchanged.kind === "answered" ? exchanged.sent : exchanged.reason !== "not simulated",
    ...(exchanged.fault === undefined ? {} : { fault: exchanged.fault }),
    milliseconds: elapsed + delay,
    ...(delay === 0 ? {} : { delay }),
    ...(mail === undefined ? {} : { mail: maskedMail(mail, secrets) }),
    unrendered,
  };
}

/** JSON as what it says, anything else as text. */
function parsedBody(body: string): JsonValue {
  try {
    return parseJson(body);
  } catch {
    return body;
  }
}

/** What an answer says for people: TOPdesk's error messages, or the body itself. */
function wordsOf(body: string): string {
  const value = parsedBody(body);
  const errors = isJsonObject(value) ? value["errors"] : undefined;
  const messages = (isJsonArray(errors) ? errors : []).flatMap((error) => {
    if (!isJsonObject(error)) return [];
    const { errorCode, errorMessage } = error;
    const words = [errorCode, errorMessage].filter((word): word is string => typeof word === "string");
    return words.length === 0 ? [] : [words.join(": ")];
  });
  return messages.length === 0 ? body : messages.join("; ");
}

const LONGEST_QUOTE = 400;

function beginning(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line === "" ? "(empty)" : line;
}
