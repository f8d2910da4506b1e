import { checkBytes, type CheckOptions } from "../../src/check/check.js";
import { pointerTo, type Diagnostic } from "../../src/check/diagnostic.js";
import { subjectOf, type Rule } from "../../src/check/subject.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../src/model/json.js";
import { readFile } from "../../src/targets/read.js";
import { serialize } from "../../src/targets/serialize.js";

const last = { executionCondition: "ALWAYS", customExecutionCondition: "" };

/** A request, in the shape of the new format. */
export function request(name: string, fields: JsonObject = {}): JsonObject {
  return {
    type: "HTTP_REQUEST",
    name,
    method: "GET",
    url: "",
    headers: [],
    escapeBodyValues: true,
    body: "",
    ...last,
    ...fields,
  };
}

/** A loop around steps. */
export function loop(name: string, subSteps: readonly JsonValue[], fields: JsonObject = {}): JsonObject {
  return { type: "LOOP", name, collectionTemplate: "${[1]}", itemKey: "item", subSteps, ...last, ...fields };
}

/** A step that assigns a variable. */
export function assignment(name: string, variableKey: string, valueTemplate = ""): JsonObject {
  return { type: "ASSIGN_VARIABLE", name, assignmentType: "TEXT", variableKey, valueTemplate, ...last };
}

/** A request with one header. */
export function withHeader(name: string, value: string): JsonObject {
  return request("send", { headers: [{ name, value }] });
}

/** A file of the new format. */
export function actionFile(steps: readonly JsonValue[] = [], variables: JsonValue = []): JsonObject {
  return {
    formatVersion: "2.10",
    exportDate: 1,
    action: { name: "n", description: "d", configuration: { variables, mappingDefinitions: [], steps } },
  };
}

/** A classic file with these requests. */
export function sequenceFile(steps: readonly JsonObject[] = [], variables: JsonValue = []): JsonObject {
  const untyped = steps.map(({ type, ...step }): JsonObject => step);
  const configuration = { variables, mappingDefinitions: [], steps: untyped };
  return {
    formatVersion: "2.10",
    exportDate: 1,
    actionSequence: { name: "n", description: "d", structureName: "incident1", configuration },
  };
}

/** A copy of a value with something else at one place, or with nothing there. */
export function changed(
  value: JsonValue,
  path: readonly (string | number)[],
  replacement: JsonValue | undefined,
): JsonValue {
  const [key, ...rest] = path;
  if (key === undefined) return replacement ?? null;
  if (isJsonArray(value)) {
    return value.map((item, index) => (index === key ? changed(item, rest, replacement) : item));
  }
  if (!isJsonObject(value)) throw new Error(`nothing to change at ${String(key)}`);
  if (rest.length === 0 && replacement === undefined) {
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  }
  return { ...value, [key]: changed(value[key] ?? null, rest, replacement) };
}

/** The findings about a file of these bytes. */
export function check(value: JsonValue, options: Partial<CheckOptions> = {}): readonly Diagnostic[] {
  return checkText(serialize(value), options);
}

/** The findings about a file of this text. */
export function checkText(text: string, options: Partial<CheckOptions> = {}): readonly Diagnostic[] {
  return checkBytes(Buffer.from(text), { file: "export.json", strictness: "open", ...options });
}

/** What a finding is about, without its words. */
export interface Place {
  readonly code: string;
  readonly pointer: string;
  readonly step: string | undefined;
}

/** What one rule finds in a file. */
export function found(rule: Rule, value: JsonValue): readonly (Place & { message: string; hint: string })[] {
  const file = readFile(value);
  if (file === undefined) throw new Error("not an action");
  return [...rule(subjectOf(file))].map(({ code, path, step, message, hint }) => ({
    code,
    pointer: pointerTo(path),
    step,
    message,
    hint,
  }));
}

/** The pointer to a key of a step, counted from 0. */
export function inStep(index: number, key: string, root = "action"): string {
  return `/${root}/configuration/steps/${index}/${key}`;
}
