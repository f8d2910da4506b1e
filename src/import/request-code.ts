import { NAMED_KEYS } from "../builders/known-keys.js";
import type { Residue } from "../model/residue.js";
import { HTTP_METHODS, type Header, type HttpStep } from "../model/step.js";
import type { JsonObject, JsonValue } from "../model/json.js";
import { codedJson } from "./json-code.js";
import { credentialsCode, credentialsIn } from "./credentials-code.js";
import type { Surroundings } from "./expressions.js";
import { objectCode, stringCode } from "./literals.js";
import { baseOf, type ModuleState } from "./module-state.js";
import { codedText, rawText, shortTextCode, textCode } from "./text-code.js";

/** The code of a request without its answer, and what no builder can say. */
export interface CodedRequest {
  /** Whether it goes through the API helper. */
  readonly viaApi: boolean;
  readonly entries: readonly (readonly [string, string | undefined])[];
  readonly overrides: JsonObject;
}

/** The code of what a step sends. */
export function requestCode(
  step: HttpStep,
  isRaw: boolean,
  state: ModuleState,
  around: Surroundings,
): CodedRequest {
  const isMethod = HTTP_METHODS.some((known) => known === step.method);
  const viaApi = !isRaw && isApiRequest(step, state);
  if (viaApi && state.api !== undefined) state.api.used = true;
  const given = viaApi ? step.headers.slice(0, -1) : step.headers;
  const body = bodyCode(step, isRaw, around);
  const typed = contentTypeOf(given, body, isRaw);
  const headers = isPlainRecord(given) ? headersCode(typed.headers, isRaw, state, around) : undefined;
  return {
    viaApi,
    entries: [
      ["method", stringCode(isMethod ? step.method : "GET")],
      viaApi
        ? ["path", addressCode(step.url.slice(state.api?.base.length), around)]
        : [
            "url",
            isRaw
              ? textCode(rawText(step.url, "url", around), around.names.use)
              : urlCode(step.url, state, around),
          ],
      ["headers", headers],
      ["body", bodyEntries(body, typed.contentType)],
      ["escapeBodyValues", step.escapeBodyValues ? undefined : "false"],
    ],
    overrides: {
      ...(isMethod ? {} : { method: step.method }),
      ...(isPlainRecord(given) ? {} : { headers: headersJson(step.headers) }),
    },
  };
}

/** Whether a step's request is one that the API helper sends. */
function isApiRequest({ headers, url }: HttpStep, { api }: ModuleState): boolean {
  const last = headers.at(-1);
  if (api === undefined || last?.name !== "Authorization" || !isPlainRecord(headers)) return false;
  return last.value === api.authorization && baseOf(url) === api.base;
}

/** Whether headers can be the entries of an object: each once, in an order that objects keep. */
function isPlainRecord(headers: readonly Header[]): boolean {
  const names = headers.map(({ name }) => name);
  const kept = Object.keys(Object.fromEntries(names.map((name) => [name, ""])));
  const isSame = kept.length === names.length && kept.every((name, index) => name === names[index]);
  return isSame && headers.every(({ residue }) => residue === undefined || isUsual(residue));
}

function isUsual({ keys, unread }: Residue): boolean {
  return keys.join() === NAMED_KEYS.join() && Object.keys(unread).length === 0;
}

function headersJson(headers: readonly Header[]): JsonValue {
  return headers.map(({ name, value, residue }) => {
    const known: JsonObject = { name, value, ...residue?.unread };
    const keys = residue?.keys ?? NAMED_KEYS;
    return Object.fromEntries(keys.map((key): [string, JsonValue] => [key, known[key] ?? null]));
  });
}

function headersCode(
  headers: readonly Header[],
  isRaw: boolean,
  { headers: lifted }: ModuleState,
  around: Surroundings,
): string | undefined {
  if (headers.length === 0) return undefined;
  const entries = headers.map(({ name, value }): [string, string] => {
    const constant = isRaw ? undefined : lifted.get(value);
    if (constant === undefined) return [name, headerCode(value, isRaw, around)];
    constant.used = true;
    return [name, constant.name];
  });
  return objectCode(entries);
}

/** The code of a header's value. */
export function headerCode(value: string, isRaw: boolean, around: Surroundings): string {
  const { names, scope } = around;
  if (isRaw) return shortTextCode(rawText(value, "text", around), names.use);
  const seen = credentialsIn(value);
  const credentials = seen && credentialsCode(seen, scope.variables, names.use);
  return credentials ?? shortTextCode(codedText(value, "text", around), names.use);
}

function urlCode(url: string, { bases }: ModuleState, around: Surroundings): string {
  const base = baseOf(url);
  const lifted = base === undefined ? undefined : bases.get(base);
  if (base === undefined || lifted === undefined) return addressCode(url, around);
  lifted.used = true;
  return addressCode(url.slice(base.length), around, lifted.name);
}

/** The code of an address, or of the end of one that starts with what a constant holds. */
function addressCode(source: string, around: Surroundings, start?: string): string {
  const { use } = around.names;
  const coded = codedText(source, "url", around);
  if (start === undefined) return textCode(coded, use);
  const first = { kind: "value", parts: [], code: start, source: "" } as const;
  return textCode({ tag: "url", pieces: [first, ...coded.pieces] }, use);
}

type CodedBody =
  | { readonly kind: "none" }
  | { readonly kind: "json"; readonly code: string; readonly indent: string | undefined }
  | { readonly kind: "text"; readonly code: string };

function bodyCode({ body, escapeBodyValues }: HttpStep, isRaw: boolean, around: Surroundings): CodedBody {
  if (body === "") return { kind: "none" };
  const { use } = around.names;
  if (isRaw) return { kind: "text", code: shortTextCode(rawText(body, "text", around), use) };
  const json = codedJson(body, escapeBodyValues, around);
  if (json !== undefined) return { kind: "json", ...json };
  const text = codedText(body, "text", around);
  const [only] = text.pieces;
  const isLine = text.pieces.length === 1 && only?.kind === "words" && !only.source.includes("\n");
  return { kind: "text", code: isLine ? stringCode(only.source) : textCode(text, use) };
}

/** What the body says of its type: null for nothing, undefined when a header says it. */
type ContentType = string | null | undefined;

function isContentType({ name }: Header): boolean {
  return name.toLowerCase() === "content-type";
}

/** The headers that still have to be said beside the body, and the type that the body says. */
function contentTypeOf(
  headers: readonly Header[],
  body: CodedBody,
  isRaw: boolean,
): { readonly headers: readonly Header[]; readonly contentType: ContentType } {
  if (body.kind === "none") return { headers, contentType: undefined };
  const [first, ...rest] = headers;
  if (first?.name !== "Content-Type" || isRaw || rest.some(isContentType) || /[$#<[]/.test(first.value)) {
    return { headers, contentType: headers.some(isContentType) ? undefined : null };
  }
  return { headers: rest, contentType: first.value };
}

function bodyEntries(body: CodedBody, contentType: ContentType): string | undefined {
  const isUsual = contentType === undefined || (body.kind === "json" && contentType === "application/json");
  const type =
    contentType === null ? "null" : contentType === undefined ? undefined : stringCode(contentType);
  switch (body.kind) {
    case "none":
      return undefined;
    case "json":
      return objectCode([
        ["json", body.code],
        ["indent", body.indent === undefined ? undefined : stringCode(body.indent)],
        ["contentType", isUsual ? undefined : type],
      ]);
    case "text":
      return objectCode([
        ["contentType", type ?? "null"],
        ["text", body.code],
      ]);
  }
}
