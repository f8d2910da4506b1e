import { formatDate, formatIsoBuiltIn } from "../../../src/freemarker/format/format-date.js";
import { formatNumber } from "../../../src/freemarker/format/format-number.js";
import type { Outcome } from "../../../src/freemarker/format/outcome.js";
import { parseDate } from "../../../src/freemarker/format/parse-date.js";
import { readNumber } from "../../../src/freemarker/format/read-number.js";
import type { Question } from "./question.js";

/** Our own answer to a question that was put to FreeMarker. */
export function ownAnswer(question: Question, input: string, now: number): Outcome<string> {
  switch (question.ask) {
    case "read number": {
      const read = readNumber(input);
      return read.ok ? formatNumber(read.value, "c", "en_US") : read;
    }
    case "print number": {
      const read = readNumber(input);
      return read.ok ? formatNumber(read.value, question.format, question.locale) : read;
    }
    case "print date":
      return formatDate({ kind: question.kind, instant: Number(input) }, question.format, {
        locale: question.locale,
        timeZone: question.zone,
      });
    case "built-in": {
      const place = { locale: "en_US", timeZone: question.zone };
      const value = { kind: question.kind, instant: Number(input) };
      return formatIsoBuiltIn(value, question.builtIn, place, question.argument);
    }
    case "read date": {
      const place = { locale: question.locale, timeZone: question.zone, now };
      const read = parseDate(input, question.format, question.kind, place);
      return read.ok ? { ok: true, value: String(read.value.instant) } : read;
    }
  }
}
