import { isJsonArray, type JsonValue } from "../model/json.js";
import { MARK, marked, unmarked } from "./kept-names.js";
import type { Form } from "./shape.js";

const TIME = /^\d\d:\d\d$/;
const TIME_WITH_SECONDS = /^\d\d:\d\d:00$/;
const INTERPOLATION = /^\$\{([\s\S]*)\}$/;

/** One of our values in the form in which a shape writes it. */
export function inForm(value: JsonValue, form: Form | undefined): JsonValue {
  switch (form) {
    case undefined:
      return value;
    case "HH:mm:ss":
      if (typeof value !== "string") return value;
      if (TIME.test(value)) return `${value}:00`;
      return marked(unmarked(value, isTime), isTimeWithSeconds);
    case "ISO 8601":
      return typeof value === "number" && isMoment(value) ? new Date(value).toISOString() : value;
    case "null when empty":
      return swapped(value);
    case "list of one":
      return isJsonArray(value) && value.length !== 1 ? value : [value];
    case "expression":
      return typeof value === "string" ? expressionIn(value) : value;
  }
}

/** The inverse of {@link inForm}. */
export function fromForm(value: JsonValue, form: Form | undefined): JsonValue {
  switch (form) {
    case undefined:
      return value;
    case "HH:mm:ss":
      if (typeof value !== "string") return value;
      if (TIME_WITH_SECONDS.test(value)) return value.slice(0, "HH:mm".length);
      return marked(unmarked(value, isTimeWithSeconds), isTime);
    case "ISO 8601":
      return typeof value === "string" && isWrittenMoment(value) ? Date.parse(value) : value;
    case "null when empty":
      return swapped(value);
    case "list of one":
      return isJsonArray(value) && value.length === 1 ? (value[0] ?? value) : value;
    case "expression":
      if (typeof value !== "string") return value;
      return value.startsWith(MARK) ? value.slice(MARK.length) : `\${${value}}`;
  }
}

const isTime = (text: string) => TIME.test(text);
const isTimeWithSeconds = (text: string) => TIME_WITH_SECONDS.test(text);

/** Both ways are the same: an empty text is written as null, so a null must be written as something else. */
function swapped(value: JsonValue): JsonValue {
  return value === "" ? null : (value ?? "");
}

/** What stands in an interpolation. A text that is more than one interpolation is marked and kept. */
function expressionIn(text: string): string {
  const expression = INTERPOLATION.exec(text)?.[1];
  return expression === undefined || expression.startsWith(MARK) ? MARK + text : expression;
}

/** The range of ECMAScript's dates. */
const LATEST = 8.64e15;

function isMoment(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= LATEST;
}

/** Whether a text is exactly what writing a moment gives. */
export function isWrittenMoment(text: string): boolean {
  const moment = Date.parse(text);
  return !Number.isNaN(moment) && new Date(moment).toISOString() === text;
}
