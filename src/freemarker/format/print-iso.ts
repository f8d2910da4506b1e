import { fieldsOf } from "./calendar.js";
import type { DateKind } from "./date-value.js";
import type { Accuracy } from "./iso-format.js";
import { offsetAt, type TimeZone } from "./time-zone.js";

/** Prints an instant as ISO 8601 or XML Schema have it; the two differ in the years before year 1 only. */
export function printIso(
  kind: DateKind,
  instant: number,
  zone: TimeZone,
  { accuracy, showsOffset, standard }: { accuracy: Accuracy; showsOffset: boolean; standard: "iso" | "xs" },
): string {
  const offset = offsetAt(zone, instant);
  const fields = fieldsOf(instant + offset, "gregorian");
  const year = standard === "xs" && fields.year <= 0 ? fields.year - 1 : fields.year;
  const date = `${yearText(year)}-${twoDigits(fields.month + 1)}-${twoDigits(fields.day)}`;
  const shownOffset = showsOffset && (kind !== "date" || standard === "xs") ? offsetText(offset) : "";
  if (kind === "date") return date + shownOffset;
  const parts = [fields.hours, fields.minutes, fields.seconds].map(twoDigits);
  const time =
    parts.slice(0, partsShown(accuracy)).join(":") + fraction(fields.milliseconds, accuracy) + shownOffset;
  return kind === "time" ? time : `${date}T${time}`;
}

function partsShown(accuracy: Accuracy): number {
  return accuracy === "hours" ? 1 : accuracy === "minutes" ? 2 : 3;
}

function fraction(milliseconds: number, accuracy: Accuracy): string {
  const digits = String(milliseconds).padStart(3, "0");
  if (accuracy === "three digits of milliseconds") return `.${digits}`;
  return accuracy === "milliseconds" && milliseconds !== 0 ? `.${digits.replace(/0+$/, "")}` : "";
}

function yearText(year: number): string {
  return year >= 0 ? String(year).padStart(4, "0") : String(year);
}

function offsetText(offset: number): string {
  if (Math.trunc(offset / 1000) === 0) return "Z";
  const seconds = Math.floor(Math.abs(offset) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (seconds % 60 !== 0) parts.push(seconds % 60);
  return (offset < 0 ? "-" : "+") + parts.map(twoDigits).join(":");
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
