import { method, plain, type BuiltIn, type BuiltInTable, type Site } from "../built-in.js";
import { asText } from "../coerce.js";
import { wrongType } from "../describe.js";
import { Failure } from "../failure.js";
import { dateOf, isoText } from "../formatting.js";
import type { Run } from "../run.js";
import { textValue, type DateKind, type DateValue, type Value } from "../value.js";

/** `?date`, `?time` and `?datetime`: reads a text, or takes a part of a date. */
const toDate = (type: Exclude<DateKind, "unknown">): BuiltIn => ({
  kind: "either",
  least: 0,
  most: 1,
  takesKey: true,
  apply: (operand, site, run) =>
    operand.kind === "date"
      ? converted(operand, type, site)
      : dateOf(asText(operand, site.target, run), type, undefined, run),
  call: (operand, given, site, run) => {
    if (operand.kind === "date")
      throw wrongType(site.expression, operand, "read from a text, to take a format", run);
    const text = asText(operand, site.target, run);
    return dateOf(text, type, given.count === 0 ? undefined : given.printed(0), run);
  },
});

function converted(value: DateValue, type: DateKind, site: Site): DateValue {
  if (value.type === type) return value;
  if (value.type === "datetime" || value.type === "unknown") return { ...value, type };
  throw new Failure("wrong-type", `A ${value.type} cannot become a ${type}.`, site.expression);
}

const ifUnknown = (type: DateKind): BuiltIn =>
  plain((operand, site, run) => {
    const date = asDate(operand, site, run);
    return date.type === "unknown" ? { ...date, type } : date;
  });

function asDate(operand: Value, site: Site, run: Run): DateValue {
  if (operand.kind !== "date") throw wrongType(site.target, operand, "a date", run);
  return operand;
}

const ACCURACIES = ["", "_ms", "_m", "_h"];
const ZONES = ["", "_nz"];

/** `?iso_utc`, `?iso_local_m`, `?iso_ms_nz` and so on; those without `utc` and `local` take a time zone. */
const ISO_BUILT_INS: BuiltInTable = Object.fromEntries([
  ...["iso_utc", "iso_local"].flatMap((where) =>
    [...namesFrom(where), `${where}_fz`].map((name): [string, BuiltIn] => [
      name,
      plain((operand, site, run) => textValue(isoText(asDate(operand, site, run), name, undefined, run))),
    ]),
  ),
  ...namesFrom("iso").map((name): [string, BuiltIn] => [
    name,
    method(1, 1, (operand, given, site, run) =>
      textValue(isoText(asDate(operand, site, run), name, given.text(0), run)),
    ),
  ]),
]);

function namesFrom(start: string): readonly string[] {
  return ACCURACIES.flatMap((accuracy) => ZONES.map((zone) => start + accuracy + zone));
}

export const DATE_BUILT_INS: BuiltInTable = {
  ...ISO_BUILT_INS,
  date: toDate("date"),
  time: toDate("time"),
  datetime: toDate("datetime"),
  date_if_unknown: ifUnknown("date"),
  time_if_unknown: ifUnknown("time"),
  datetime_if_unknown: ifUnknown("datetime"),
};
