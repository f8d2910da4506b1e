import type { Code } from "./codes.js";

export type Severity = "error" | "warning" | "info";

/** A place inside a FreeMarker text. */
export interface TextPlace {
  /** The key of the step that holds the text. */
  readonly key: string;
  /** Counted from 1, in the text. */
  readonly line: number;
  /** Counted from 1, as FreeMarker counts: a tab runs to the next multiple of 8. */
  readonly column: number;
}

/** Something that is wrong, or worth knowing, about a file. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** What was found, and what was expected. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** The file, as the user wrote it or as it will be written. */
  readonly file?: string;
  /** Where in the file, as an RFC 6901 JSON Pointer. */
  readonly pointer?: string;
  /** The name of the step that it is about. */
  readonly step?: string;
  /** Counted from 1, in the file itself. */
  readonly line?: number;
  /** Counted from 1, in UTF-16 units. */
  readonly column?: number;
  /** Where in the text at `pointer`. */
  readonly text?: TextPlace;
}

/** A place inside a text in words: `in body, line 3, column 12`. */
export function textPlaceInWords({ key, line, column }: TextPlace): string {
  return `in ${key}, line ${line}, column ${column}`;
}

/** Message and hint in one line, for formats that have no place for more. */
export function wholeMessage({ message, hint, text }: Diagnostic): string {
  const place = text === undefined ? undefined : `(${textPlaceInWords(text)})`;
  return [message, place, hint].filter((part) => part !== undefined).join(" ");
}

/** A pointer into a JSON value from its keys and indexes (RFC 6901). */
export function pointerTo(path: readonly (string | number)[]): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The keys and indexes of a pointer (RFC 6901). Indexes come back as text. */
export function pathOf(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Whether any finding is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

/** How many findings there are of each severity. */
export function countBySeverity(diagnostics: readonly Diagnostic[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}
