import { readFileSync } from "node:fs";
import type { Case, Kind } from "./question.js";

/** A case with what FreeMarker answered to each input: a text, or null where it fails. */
export type RecordedCase = Case & { readonly answers: readonly (string | null)[] };

export interface Recording {
  /** When it was made: what years of two digits mean depends on it. */
  readonly now: number;
  readonly cases: readonly RecordedCase[];
}

export const recordingFile = new URL("../../golden/freemarker/format/answers.jsonl", import.meta.url);

export function readRecording(): Recording {
  const [first, ...lines] = readFileSync(recordingFile, "utf8").trimEnd().split("\n");
  const now: unknown = Reflect.get(Object(JSON.parse(first ?? "")), "now");
  if (typeof now !== "number") throw new Error("The first line must say when the answers were recorded.");
  return { now, cases: lines.map((line) => recordedCase(JSON.parse(line))) };
}

function recordedCase(value: unknown): RecordedCase {
  const field = (name: string): unknown =>
    typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  const text = (name: string): string => {
    const found = field(name);
    if (typeof found !== "string") throw new Error(`A case without "${name}".`);
    return found;
  };
  const inputs = texts(field("inputs")).map((input) => input ?? "");
  const answers = texts(field("answers"));
  const ask = text("ask");
  switch (ask) {
    case "read number":
      return { ask, inputs, answers };
    case "print number":
      return { ask, format: text("format"), locale: text("locale"), inputs, answers };
    case "built-in":
      return {
        ask,
        kind: kindOf(text("kind")),
        builtIn: text("builtIn"),
        argument: text("argument"),
        zone: text("zone"),
        inputs,
        answers,
      };
    case "print date":
    case "read date":
      return {
        ask,
        kind: kindOf(text("kind")),
        format: text("format"),
        locale: text("locale"),
        zone: text("zone"),
        inputs,
        answers,
      };
    default:
      throw new Error(`Nobody asks "${ask}".`);
  }
}

function kindOf(text: string): Kind {
  if (text === "date" || text === "time" || text === "datetime") return text;
  throw new Error(`No kind "${text}".`);
}

function texts(value: unknown): readonly (string | null)[] {
  if (!Array.isArray(value)) throw new Error("A case without a list.");
  return value.map((entry: unknown) => {
    if (entry === null || typeof entry === "string") return entry;
    throw new Error("A case with something else than texts.");
  });
}
