import type { Code } from "../check/codes.js";
import { TARGET_IDS, type TargetId } from "../model/action.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { nearest } from "../model/nearest.js";
import { LANGUAGES, type Branding, type Language, type VariableSetting } from "./customer.js";
import { meant, type Findings } from "./findings.js";

export type Path = readonly (string | number)[];

/** Reports keys that the customer's own file has at a place and that mean nothing there. */
export function reportUnknownKeys(
  own: JsonValue | undefined,
  known: readonly string[],
  path: Path,
  findings: Findings,
): void {
  if (!isJsonObject(own)) return;
  for (const key of Object.keys(own).filter((candidate) => !known.includes(candidate))) {
    findings.report("TA501", [...path, key], `The key "${key}" has no meaning here.`, meant(key, known));
  }
}

/** Targets, each once. Undefined when there are none or they are no list. */
export function readTargets(
  value: JsonValue | undefined,
  path: Path,
  findings: Findings,
): readonly TargetId[] | undefined {
  if (value === undefined) return undefined;
  if (!isJsonArray(value) || value.length === 0) {
    const hint = `Choose one or more of: ${TARGET_IDS.join(", ")}.`;
    findings.report("TA505", path, "The targets are no list of names.", hint);
    return undefined;
  }
  return value.flatMap((entry, index) => {
    const target = TARGET_IDS.find((id) => id === entry);
    const here = [...path, index];
    if (target === undefined) {
      const hint = meant(typeof entry === "string" ? entry : "", TARGET_IDS);
      findings.report("TA505", here, `There is no target ${JSON.stringify(entry)}.`, hint);
      return [];
    }
    if (value.indexOf(entry) === index) return [target];
    findings.report("TA505", here, `The target "${target}" is listed twice.`, "List it once.");
    return [];
  });
}

export function readLanguage(value: JsonValue | undefined, findings: Findings): Language | undefined {
  if (value === undefined) return undefined;
  const language = LANGUAGES.find((candidate) => candidate === value);
  if (language === undefined) {
    const given = typeof value === "string" ? value : "";
    const near = LANGUAGES.find((candidate) => given.toLowerCase().startsWith(candidate));
    const hint = near === undefined ? meant(given, LANGUAGES) : `Did you mean "${near}"?`;
    findings.report("TA501", ["language"], `There is no language ${JSON.stringify(value)}.`, hint);
  }
  return language;
}

interface BrandingKey {
  readonly pattern: RegExp;
  readonly expected: string;
}

/** What each key of the branding may hold. */
export const BRANDING = {
  organisation: { pattern: /\S/, expected: "the name of the organisation" },
  logoUrl: {
    pattern: /^https:\/\/[^\s"'<>\\@]+$/,
    expected: "the address of an image that starts with https://",
  },
  accentColor: { pattern: /^#[0-9A-Fa-f]{6}$/, expected: "a colour such as #0a5ea8" },
  signature: { pattern: /\S/, expected: "the lines under a mail" },
} as const satisfies Readonly<Record<keyof Branding, BrandingKey>>;

const BRANDING_KEYS = ["organisation", "logoUrl", "accentColor", "signature"] as const;

export function readBranding(
  value: JsonValue | undefined,
  own: JsonValue | undefined,
  findings: Findings,
): Branding {
  if (value === undefined) return {};
  if (!isJsonObject(value)) {
    findings.report(
      "TA501",
      ["branding"],
      "The branding is no object.",
      `Its keys are: ${BRANDING_KEYS.join(", ")}.`,
    );
    return {};
  }
  reportUnknownKeys(own, BRANDING_KEYS, ["branding"], findings);
  const entries = BRANDING_KEYS.flatMap((key) => {
    const text = Object.hasOwn(value, key) ? value[key] : undefined;
    if (text === undefined) return [];
    const { pattern, expected } = BRANDING[key];
    if (typeof text === "string" && pattern.test(text)) return [[key, text] as const];
    findings.report("TA501", ["branding", key], `${key} is not usable.`, `Write ${expected}.`);
    return [];
  });
  return Object.fromEntries(entries);
}

/** Hints and values of variables, by name; what is no text is left out. */
export function readVariables(
  value: JsonValue | undefined,
  own: JsonValue | undefined,
  path: Path,
  findings: Findings,
): ReadonlyMap<string, VariableSetting> {
  if (value === undefined) return new Map();
  if (!isJsonObject(value)) {
    const hint = 'Write { "mail_to": { "hint": "..." } }, with the names of variables as keys.';
    findings.report("TA501", path, "The variables are no object.", hint);
    return new Map();
  }
  return new Map(
    Object.entries(value).flatMap(([name, setting]): [string, VariableSetting][] => {
      const here = [...path, name];
      if (!isJsonObject(setting)) {
        findings.report("TA501", here, `What is said of ${name} is no object.`, WRITE_HINT);
        return [];
      }
      reportUnknownKeys(isJsonObject(own) ? own[name] : undefined, ["hint", "value"], here, findings);
      return [[name, readSetting(setting, here, findings)]];
    }),
  );
}

const WRITE_HINT = 'Write { "hint": "..." } or { "value": "..." }.';

function readSetting(setting: JsonObject, path: Path, findings: Findings): VariableSetting {
  const { hint, value } = setting;
  for (const [key, text] of Object.entries({ hint, value })) {
    if (text === undefined || typeof text === "string") continue;
    findings.report("TA501", [...path, key], `The ${key} is no text.`, "Write it in quotes.");
  }
  return {
    ...(typeof hint === "string" ? { hint } : {}),
    ...(typeof value === "string" ? { value } : {}),
  };
}

/**
 * Reports a name that the customer's own file uses and that does not exist. In a base it may be meant for an action
 * that another customer has; there only a name that is nearly right is worth a warning.
 */
export function reportUnknownName(
  name: { readonly code: Code; readonly path: Path; readonly message: string; readonly hint: string },
  candidates: readonly string[],
  isBase: boolean,
  findings: Findings,
): void {
  if (!isBase) {
    findings.report(name.code, name.path, name.message, name.hint);
    return;
  }
  if (nearest(String(name.path.at(-1)), candidates) === undefined) return;
  findings.report("TA507", name.path, name.message, name.hint);
}
