import type { Action } from "../../src/model/action.js";
import type { JsonObject, JsonValue } from "../../src/model/json.js";
import { usesCustomCondition, type Step } from "../../src/model/step.js";
import type { OutputFormat, Renderer } from "./renderer.js";

export interface SentRequest {
  readonly step: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: JsonValue;
}

/** What no public source says, so that an action must not depend on it. */
export interface Semantics {
  /** What a skipped step counts as for ONLY_WHEN_PREVIOUS_SUCCEEDED. */
  readonly skippedCountsAs: "success" | "failure" | "nothing";
  /** What `_responses.<step>` holds after a request that failed. */
  readonly failedAnswer: "error body" | "last answer" | "nothing";
}

export const allSemantics: readonly Semantics[] = (["success", "failure", "nothing"] as const).flatMap(
  (skippedCountsAs) =>
    (["error body", "last answer", "nothing"] as const).map((failedAnswer) => ({
      skippedCountsAs,
      failedAnswer,
    })),
);

export interface Run {
  readonly requests: readonly SentRequest[];
  /** Steps that failed, with the reason. */
  readonly failures: readonly string[];
}

/** Runs an action as formats and manual describe it: every text rendered by FreeMarker, every request answered here. */
export async function runAction(
  action: Action,
  card: JsonObject,
  renderer: Renderer,
  semantics: Semantics,
  answer: (request: SentRequest) => Answer,
): Promise<Run> {
  const requests: SentRequest[] = [];
  const failures: string[] = [];
  const variables: Record<string, string> = Object.fromEntries(
    action.variables.map(({ name }) => [name, `${name}@example.com`]),
  );
  const responses: Record<string, JsonObject> = {};
  let previousSucceeded = true;

  const render = async (template: string, outputFormat: OutputFormat, scope: JsonObject): Promise<string> => {
    const model = {
      ...card,
      ...scope,
      _topdeskUrl: "https://topdesk.example.com",
      _variables: variables,
      _responses: responses,
    };
    const rendered = await renderer.render({ template, model: structuredClone(model), outputFormat });
    if (!rendered.ok) throw new Error(rendered.error);
    return rendered.output;
  };

  const shouldRun = async (step: Step, scope: JsonObject): Promise<boolean> => {
    if (step.executionCondition.startsWith("ONLY_WHEN_PREVIOUS_SUCCEEDED") && !previousSucceeded)
      return false;
    if (!usesCustomCondition(step.executionCondition)) return true;
    return (await render(step.customExecutionCondition, "undefined", scope)).trim() === "true";
  };

  const perform = async (step: Step, scope: JsonObject): Promise<boolean> => {
    switch (step.kind) {
      case "http": {
        const headers = await Promise.all(
          step.headers.map(
            async ({ name, value }) => [name, await render(value, "undefined", scope)] as const,
          ),
        );
        const request: SentRequest = {
          step: step.name,
          method: step.method,
          url: await render(step.url, "tdurl", scope),
          headers: Object.fromEntries(headers),
          body: await render(step.body, step.escapeBodyValues ? "tdjson" : "undefined", scope),
        };
        requests.push(request);
        const { status, body } = answer(request);
        const succeeded = status >= 200 && status < 300;
        if (succeeded || semantics.failedAnswer === "error body") responses[step.name] = { body };
        else if (semantics.failedAnswer === "nothing") responses[step.name] = {};
        if (!succeeded) failures.push(`${step.name}: ${status}`);
        return succeeded;
      }
      case "assign":
        variables[step.variableKey] = await render(step.valueTemplate, "undefined", scope);
        return true;
      case "loop":
        for (const item of listAt(step.collectionTemplate, responses))
          await runAll(step.subSteps, { ...scope, [step.itemKey]: item });
        return true;
      case "unknown":
        throw new Error(`unknown step ${step.name}`);
    }
  };

  const runAll = async (steps: readonly Step[], scope: JsonObject): Promise<void> => {
    for (const step of steps) {
      try {
        if (await shouldRun(step, scope)) previousSucceeded = await perform(step, scope);
        else if (semantics.skippedCountsAs !== "nothing")
          previousSucceeded = semantics.skippedCountsAs === "success";
      } catch (error) {
        failures.push(`${step.name}: ${String(error)}`);
        previousSucceeded = false;
      }
    }
  };

  await runAll(action.steps, {});
  return { requests, failures };
}

/** A loop's collection is one interpolation of a path; anything else is beyond this engine. */
function listAt(template: string, responses: JsonObject): readonly JsonValue[] {
  const path = /^\$\{_responses\.([\w.]+)\}$/.exec(template)?.[1]?.split(".") ?? [];
  const list = path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    responses,
  );
  if (!Array.isArray(list)) throw new Error(`${template} is no list`);
  return list as readonly JsonValue[];
}
