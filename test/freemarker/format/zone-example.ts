// Prints and reads some dates; place.test.ts runs this on machines in several time zones.
import { formatDate } from "../../../src/freemarker/format/format-date.js";
import { parseDate } from "../../../src/freemarker/format/parse-date.js";

const place = { locale: "nl_NL", timeZone: "Europe/Amsterdam", now: Date.UTC(2024, 0, 1) };
const printed = formatDate(
  { kind: "datetime", instant: Date.UTC(2024, 4, 6, 7, 8, 9) },
  "EEEE d MMMM yyyy HH:mm Z",
  place,
);
const read = [
  parseDate("31-03-2024 01:00", "dd-MM-yyyy HH:mm", "datetime", place),
  parseDate("2024-03-31T03:00:00", "iso", "datetime", place),
].map((date) => (date.ok ? date.value.instant : date.message));
console.log([printed.ok ? printed.value : printed.message, ...read].join(" | "));
