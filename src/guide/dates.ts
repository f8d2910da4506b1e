import type { Language } from "../customers/customer.js";
import { WEEKDAYS, type Weekday } from "../model/schedule.js";
import type { CalendarDay } from "../topdesk/schedule-runs.js";

/** How a language writes days. Not asked of the machine, whose words change with its version. */
interface DayWords {
  readonly weekdays: Readonly<Record<Weekday, string>>;
  readonly months: readonly string[];
  readonly and: string;
  readonly written: (weekday: string, day: number, month: string, year: number) => string;
}

const WORDS: Readonly<Record<Language, DayWords>> = {
  nl: {
    weekdays: weekdays("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    months: words("januari februari maart april mei juni juli augustus september oktober november december"),
    and: "en",
    written: (weekday, day, month, year) => `${weekday} ${day} ${month} ${year}`,
  },
  en: {
    weekdays: weekdays("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    months: words("January February March April May June July August September October November December"),
    and: "and",
    written: (weekday, day, month, year) => `${weekday} ${day} ${month} ${year}`,
  },
  de: {
    weekdays: weekdays("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
    months: words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    and: "und",
    written: (weekday, day, month, year) => `${weekday}, ${day}. ${month} ${year}`,
  },
};

/** A day in words, with its weekday. */
export function dayInWords({ weekday, day, month, year }: CalendarDay, language: Language): string {
  const { weekdays, months, written } = WORDS[language];
  return written(weekdays[weekday], day, months[month - 1] ?? "", year);
}

/** Days of the week in words, in the order of the week. */
export function weekdaysInWords(days: readonly Weekday[], language: Language): string {
  const { weekdays, and } = WORDS[language];
  const names = WEEKDAYS.filter((day) => days.includes(day)).map((day) => weekdays[day]);
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} ${and} ${last}`;
}

function words(list: string): readonly string[] {
  return list.split(" ");
}

function weekdays(list: string): Readonly<Record<Weekday, string>> {
  const [monday = "", tuesday = "", wednesday = "", thursday = "", friday = "", saturday = "", sunday = ""] =
    words(list);
  return {
    MONDAY: monday,
    TUESDAY: tuesday,
    WEDNESDAY: wednesday,
    THURSDAY: thursday,
    FRIDAY: friday,
    SATURDAY: saturday,
    SUNDAY: sunday,
  };
}
