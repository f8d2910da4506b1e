import type { JsonValue } from "../model/json.js";
import { WEEKDAYS } from "../model/schedule.js";

type Words = Readonly<Record<string, JsonValue>>;

/** Languages and spellings in which software names days. */
const LANGUAGES = ["en", "nl", "de"] as const;
const LENGTHS = [undefined, 3, 2] as const;
const CASES = [
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.toLowerCase(),
] as const;

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/**
 * The words for all days, from two of them: as names in a language, or as numbers. Where the two are no such words,
 * only they are known.
 *
 * @example
 * weekWords("TUE", "FRI"); // { MONDAY: "MON", TUESDAY: "TUE", ... }
 */
export function weekWords(tuesday: string | number | boolean, friday: string | number | boolean): Words {
  const fits = (words: readonly JsonValue[]) =>
    words[WEEKDAYS.indexOf("TUESDAY")] === tuesday && words[WEEKDAYS.indexOf("FRIDAY")] === friday;
  const words = [...namedWeeks(), ...numberedWeeks()].find(fits);
  if (words === undefined) return { TUESDAY: tuesday, FRIDAY: friday };
  return Object.fromEntries(
    WEEKDAYS.flatMap((day, index): [string, JsonValue][] => {
      const word = words[index];
      return word === undefined ? [] : [[day, word]];
    }),
  );
}

function namedWeeks(): readonly (readonly JsonValue[])[] {
  return LANGUAGES.flatMap((language) => {
    const names = WEEKDAYS.map((_day, index) =>
      new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(MONDAY + index * DAY),
    );
    return LENGTHS.flatMap((length) =>
      CASES.map((spelled) => names.map((name) => spelled(name.slice(0, length)))),
    );
  });
}

/** Counted from Monday or from Sunday, from 0 or from 1, as numbers or as texts. */
function numberedWeeks(): readonly (readonly JsonValue[])[] {
  const count = WEEKDAYS.length;
  const fromMonday = (first: number) => WEEKDAYS.map((_day, index) => index + first);
  const fromSunday = (first: number) => WEEKDAYS.map((_day, index) => ((index + 1) % count) + first);
  const numbers = [fromMonday(1), fromMonday(0), fromSunday(1), fromSunday(0)];
  return [...numbers, ...numbers.map((week) => week.map(String))];
}
