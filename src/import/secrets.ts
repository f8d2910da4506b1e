import { secrets } from "../check/rules/secrets.js";
import { unreadSecrets } from "../check/rules/unread-secrets.js";
import { subjectOf, type Finding } from "../check/subject.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { readFile } from "../targets/read.js";

/** What stands in the code in place of a secret. */
export const REPLACEMENT = "Fill in after the import";

/** An export without the secrets that stand alone in a value. */
export interface WithoutSecrets {
  readonly value: JsonObject;
  /** What was replaced. */
  readonly replaced: readonly Finding[];
  /** Secrets in the middle of a text, which stay: without them the text would say something else. */
  readonly kept: readonly Finding[];
}

/** Texts of which a secret is a part only. */
const LONG_TEXTS: readonly unknown[] = [
  "name",
  "description",
  "url",
  "body",
  "collectionTemplate",
  "customExecutionCondition",
];

/** Replaces the values of variables, of headers and of unknown keys that look secret. */
export function withoutSecrets(value: JsonObject): WithoutSecrets {
  const file = readFile(value);
  if (file === undefined) return { value, replaced: [], kept: [] };
  const subject = subjectOf(file);
  const found = [...secrets(subject), ...unreadSecrets(subject)];
  const isKept = ({ path }: Finding) => LONG_TEXTS.includes(path.at(-1)) || !isText(value, path);
  const replaced = found.filter((finding) => !isKept(finding));
  const result = replaced.reduce<JsonValue>((current, { path }) => replacedAt(current, path), value);
  return { value: isJsonObject(result) ? result : value, replaced, kept: found.filter(isKept) };
}

function isText(value: JsonValue, path: Finding["path"]): boolean {
  let here: JsonValue | undefined = value;
  for (const key of path) here = memberOf(here, key);
  return typeof here === "string";
}

function memberOf(value: JsonValue | undefined, key: string | number): JsonValue | undefined {
  if (isJsonArray(value)) return value[Number(key)];
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function replacedAt(value: JsonValue, [key, ...rest]: Finding["path"]): JsonValue {
  if (key === undefined) return REPLACEMENT;
  const inner = memberOf(value, key);
  if (inner === undefined) return value;
  if (isJsonArray(value)) return value.with(Number(key), replacedAt(inner, rest));
  if (!isJsonObject(value)) return value;
  // Built from entries: a key such as __proto__ stays a key.
  return Object.fromEntries(
    Object.entries(value).map(([name, own]) => [name, name === key ? replacedAt(own, rest) : own]),
  );
}
