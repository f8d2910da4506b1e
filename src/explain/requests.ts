import { isSecretName } from "../check/secrets.js";
import type { HttpStep } from "../model/step.js";
import type { PlacedStep } from "../model/walk.js";
import { isMailRequest } from "../topdesk/mail-service.js";
import { sourcesOfValue, systemOf, urlParts, type VariableKnowledge } from "./address.js";
import { fieldsOf } from "./body.js";
import type {
  Effect,
  FieldFacts,
  MailFacts,
  RequestFacts,
  Source,
  System,
  TopdeskObject,
  Value,
} from "./facts.js";
import { isRead } from "./residue.js";
import { CREDENTIAL_HEADER, HIDDEN } from "./shown.js";
import { distinct, type TextReader } from "./templates.js";
import { objectOf } from "./topdesk-objects.js";

/** What a request step does. */
export function requestFacts(
  step: HttpStep,
  place: PlacedStep,
  reader: TextReader,
  variables: VariableKnowledge,
): RequestFacts {
  const { shown } = reader;
  const { path } = place;
  const url = reader.read(place, "url", [...path, "url"], step.url);
  const body = reader.read(place, "body", [...path, "body"], step.body);
  const headers = step.headers.map((header, index) => ({
    isCredential: CREDENTIAL_HEADER.test(header.name),
    text: reader.read(place, "headers", [...path, "headers", index, "value"], header.value),
  }));
  const parts = urlParts(url, shown);
  const system = systemOf(step.url, parts, variables, shown);
  const category = parts.query.find((parameter) => parameter.path === "resourceCategory");
  const object = system.kind === "topdesk" ? objectOf(parts.path, wordsOf(category?.value ?? [])) : undefined;
  const method = isRead(step.residue, "method") ? step.method : "";
  const effect = effectOf(step, method, system, object);
  const fields = fieldsOf(body, shown);
  const inHeaders = headers.filter(({ isCredential }) => isCredential).flatMap(({ text }) => text.sources);
  const open = [url, body, ...headers.filter(({ isCredential }) => !isCredential).map(({ text }) => text)];
  const inTexts = open.flatMap(({ sources }) => sources);
  const credentials = distinct([...inHeaders, ...inTexts.filter(isSecretVariable)]);
  const isCredential = new Set(credentials.map((source) => JSON.stringify(source)));
  // What says where a request goes is no data that it carries, unless it stands elsewhere in it as well.
  const told = [...parts.path, ...parts.query.map(({ value }) => value)].flat();
  const carried = distinct([
    ...sourcesOfValue(told),
    ...open.filter((text) => text !== url).flatMap(({ sources }) => sources),
  ]).filter((source) => !isCredential.has(JSON.stringify(source)));
  return {
    kind: "request",
    method: shown(method),
    effect,
    isWriting: effect !== "reads",
    system,
    object,
    selection: parts.query.map((parameter) =>
      isSecretName(parameter.path) ? { ...parameter, value: parameter.value.map(hidden) } : parameter,
    ),
    fields,
    mail: effect === "sends mail" ? mailFacts(fields) : undefined,
    data: variables
      .followed(effect === "sends mail" ? withoutAddresses(carried, fields ?? []) : carried)
      .filter(({ kind }) => kind !== "environment"),
    credentials: credentials.flatMap((source) => (source.kind === "variable" ? [source.name] : [])),
  };
}

function hidden(piece: Value[number]): Value[number] {
  return piece.kind === "words" ? { kind: "words", text: HIDDEN } : piece;
}

function isSecretVariable(source: Source): boolean {
  return source.kind === "variable" && isSecretName(source.name);
}

function wordsOf(value: Value): string | undefined {
  const [only, ...others] = value;
  return only?.kind === "words" && others.length === 0 ? only.text : undefined;
}

function effectOf(
  step: HttpStep,
  method: string,
  { kind }: System,
  object: TopdeskObject | undefined,
): Effect {
  if (method === "GET") return "reads";
  if (kind === "other") return ["POST", "PUT", "PATCH", "DELETE"].includes(method) ? "sends" : "unknown";
  if (isMailRequest(step)) return "sends mail";
  switch (method) {
    case "POST":
      if (object?.part !== undefined) return "adds";
      return (object?.ids.length ?? 0) > 0 ? "changes" : "creates";
    case "PUT":
    case "PATCH":
      return "changes";
    case "DELETE":
      return "deletes";
    default:
      return "unknown";
  }
}

const ADDRESSES = /^(?:from|to|cc|bcc|replyTo)(?:[.[]|$)/;

/** What stands in a mail, without what only says where it goes and comes from. */
function withoutAddresses(carried: readonly Source[], fields: readonly FieldFacts[]): readonly Source[] {
  const keysOf = (some: readonly FieldFacts[]) =>
    new Set(some.flatMap(({ value }) => sourcesOfValue(value)).map((source) => JSON.stringify(source)));
  const addresses = keysOf(fields.filter(({ path }) => ADDRESSES.test(path)));
  const content = keysOf(fields.filter(({ path }) => !ADDRESSES.test(path)));
  return carried.filter((source) => {
    const key = JSON.stringify(source);
    return content.has(key) || !addresses.has(key);
  });
}

function mailFacts(fields: readonly FieldFacts[] | undefined): MailFacts {
  const under = (key: string) =>
    (fields ?? [])
      .filter(({ path }) => path === key || path.startsWith(`${key}[`) || path.startsWith(`${key}.`))
      .map(({ value }) => value)
      .filter((value) => value.length > 0);
  return {
    from: under("from"),
    to: under("to"),
    cc: under("cc"),
    bcc: under("bcc"),
    replyTo: under("replyTo"),
    subject: under("subject")[0],
    isReadable: fields !== undefined && fields.length > 0,
  };
}
