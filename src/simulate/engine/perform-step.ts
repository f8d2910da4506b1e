import type { ModelValue } from "../../freemarker/evaluate/render.js";
import { parseJson, type JsonValue } from "../../model/json.js";
import type { AssignStep, HttpStep, LoopStep, Step, UnknownStep } from "../../model/step.js";
import type { HttpRequest } from "../http.js";
import { mailOf } from "../mail.js";
import type { Deed, Failure, Outcome } from "../trace.js";
import { maskedAnswer, maskedMail, maskedRequest } from "./masking.js";
import type { Memory } from "./memory.js";
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
  memory.assign(step.variableKey, rendered.text);
  const deed = { kind: "assignment", variable: step.variableKey, value: memory.mask(rendered.text) } as const;
  return { outcome: DONE, deed };
}

function startLoop(step: LoopStep, memory: Memory): Performed {
  const list = memory.list("collectionTemplate", step.collectionTemplate);
  if ("failure" in list) return failed(list.failure);
  return { outcome: DONE, deed: { kind: "loop", items: list.items.length }, items: list.items };
}

function refuse({ type }: UnknownStep): Performed {
  const message = `Steps of the type ${JSON.stringify(type)} cannot be rehearsed.`;
  return failed({ kind: "not simulated", message, hint: "What it would have done is not known." });
}

async function sendRequest(step: HttpStep, memory: Memory, surroundings: Surroundings): Promise<Performed> {
  const rendered = renderRequest(step, memory);
  if ("failure" in rendered) return failed(rendered.failure);
  const { request } = rendered;
  const started = performance.now();
  const exchanged = await surroundings.exchange(request, step);
  const elapsed = performance.now() - started;
  return { ...outcomeOf(step, exchanged, memory), deed: deedOf(request, exchanged, elapsed, memory) };
}

function outcomeOf(step: HttpStep, exchanged: Exchanged, memory: Memory): { readonly outcome: Outcome } {
  if (exchanged.kind === "unanswered") {
    const { reason, message, hint } = exchanged;
    const failure = { kind: reason, message: memory.mask(message), ...(hint === undefined ? {} : { hint }) };
    return { outcome: { kind: "failed", failure } };
  }
  const { status, body } = exchanged.answer;
  const succeeded = status >= 200 && status < 300;
  memory.keepAnswer(step.name, parsedBody(body), succeeded);
  if (succeeded) return { outcome: DONE };
  const message = `The answer has the status ${status}: ${memory.mask(beginning(body))}`;
  return { outcome: { kind: "failed", failure: { kind: "status", message } } };
}

function deedOf(request: HttpRequest, exchanged: Exchanged, elapsed: number, memory: Memory): Deed {
  const mask = (text: string) => memory.mask(text);
  const mail = mailOf(request);
  const delay = exchanged.kind === "answered" ? (exchanged.delay ?? 0) : 0;
  return {
    kind: "request",
    request: maskedRequest(request, mask),
    ...(exchanged.kind === "answered" ? { answer: maskedAnswer(exchanged.answer, mask) } : {}),
    sent: exchanged.kind === "answered" ? exchanged.sent : false,
    ...(exchanged.fault === undefined ? {} : { fault: exchanged.fault }),
    milliseconds: elapsed + delay,
    ...(mail === undefined ? {} : { mail: maskedMail(mail, mask) }),
  };
}

function renderRequest(
  step: HttpStep,
  memory: Memory,
): { readonly request: HttpRequest } | { readonly failure: Failure } {
  const url = memory.render("url", step.url, "url");
  if (!url.ok) return url;
  const headers: Record<string, string> = {};
  for (const { name, value } of step.headers) {
    const header = memory.render("headers", value, "nothing");
    if (!header.ok) return header;
    headers[name] = header.text;
  }
  const body = memory.render("body", step.body, step.escapeBodyValues ? "json" : "nothing");
  if (!body.ok) return body;
  return { request: { method: step.method, url: url.text, headers, body: body.text } };
}

/** JSON as what it says, anything else as text. */
function parsedBody(body: string): JsonValue {
  try {
    return parseJson(body);
  } catch {
    return body;
  }
}

const LONGEST_QUOTE = 200;

function beginning(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line === "" ? "(empty)" : line;
}
