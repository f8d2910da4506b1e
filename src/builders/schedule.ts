import { nearest } from "../model/nearest.js";
import { AuthoringError } from "./authoring-error.js";
import { WEEKDAYS, type Schedule, type Weekday } from "../model/schedule.js";

/** A day of the week as authors write it. */
export type DayName = Lowercase<Weekday>;

const WEEKDAY_OF: Readonly<Record<DayName, Weekday>> = {
  monday: "MONDAY",
  tuesday: "TUESDAY",
  wednesday: "WEDNESDAY",
  thursday: "THURSDAY",
  friday: "FRIDAY",
  saturday: "SATURDAY",
  sunday: "SUNDAY",
};

/** A time of the day and the IANA time zone it is meant in. */
export interface TimeOfDay {
  /** `HH:mm`, 24 hours. */
  readonly at: string;
  /** Such as `Europe/Amsterdam`. */
  readonly timeZone: string;
}

/**
 * Every N hours.
 *
 * @throws AuthoringError unless `every` is a whole number from 1 to 23 and the time zone exists
 */
export function hourly(options: { readonly every: number; readonly timeZone: string }): Schedule {
  return checked({ frequency: "HOURLY", ...options });
}

/**
 * Every day.
 *
 * @throws AuthoringError when the time or the time zone does not exist
 * @example daily({ at: "12:00", timeZone: "Europe/Amsterdam" })
 */
export function daily({ at, timeZone }: TimeOfDay): Schedule {
  return checked({ frequency: "DAILY", time: at, timeZone });
}

/**
 * Every week on the given days.
 *
 * @throws AuthoringError without days, with a day twice, or when the time or the time zone does not exist
 */
export function weekly({ on, at, timeZone }: TimeOfDay & { readonly on: readonly DayName[] }): Schedule {
  return checked({ frequency: "WEEKLY", days: on.map((day) => WEEKDAY_OF[day]), time: at, timeZone });
}

/**
 * Every month on a day, or on its last day.
 *
 * @throws AuthoringError unless `on` is a whole number from 1 to 31 or "last", and time and time zone exist
 */
export function monthly({ on, at, timeZone }: TimeOfDay & { readonly on: number | "last" }): Schedule {
  return checked({ frequency: "MONTHLY", dayOfMonth: on === "last" ? "LAST" : on, time: at, timeZone });
}

function checked(schedule: Schedule): Schedule {
  const problem = scheduleProblem(schedule);
  if (problem !== undefined) throw new AuthoringError(problem.message, problem.hint);
  return schedule;
}

/** What is wrong with a schedule. */
export interface ScheduleProblem {
  /** The key that is wrong. */
  readonly key: string;
  readonly message: string;
  readonly hint: string;
}

/** The first thing that is wrong with a schedule, or undefined when it is fine. */
export function scheduleProblem(schedule: Schedule): ScheduleProblem | undefined {
  return timingProblem(schedule) ?? timeZoneProblem(schedule.timeZone);
}

function timingProblem(schedule: Schedule): ScheduleProblem | undefined {
  switch (schedule.frequency) {
    case "HOURLY":
      return wholeNumberProblem("every", schedule.every, 23);
    case "DAILY":
      return timeProblem(schedule.time);
    case "WEEKLY":
      return daysProblem(schedule.days) ?? timeProblem(schedule.time);
    case "MONTHLY":
      return (
        (schedule.dayOfMonth === "LAST"
          ? undefined
          : wholeNumberProblem("dayOfMonth", schedule.dayOfMonth, 31)) ?? timeProblem(schedule.time)
      );
  }
}

function wholeNumberProblem(key: string, value: number, highest: number): ScheduleProblem | undefined {
  if (Number.isInteger(value) && value >= 1 && value <= highest) return undefined;
  return {
    key,
    message: `${key} is ${value}, but must be a whole number from 1 to ${highest}.`,
    hint: key === "dayOfMonth" ? 'Use "LAST" for the last day of the month.' : "For once a day use DAILY.",
  };
}

function timeProblem(time: string): ScheduleProblem | undefined {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
  return {
    key: "time",
    message: `The time "${time}" does not exist.`,
    hint: "Write hours and minutes on a 24-hour clock, from 00:00 to 23:59.",
  };
}

function daysProblem(days: readonly string[]): ScheduleProblem | undefined {
  const unknown = days.find((day) => !(WEEKDAYS as readonly string[]).includes(day));
  if (days.length > 0 && unknown === undefined && new Set(days).size === days.length) return undefined;
  return {
    key: "days",
    message:
      unknown !== undefined
        ? `"${unknown}" is not a day of the week.`
        : days.length === 0
          ? "A weekly schedule has no days."
          : "A weekly schedule names a day twice.",
    hint: `Name one or more of ${WEEKDAYS.join(", ")}.`,
  };
}

const knownTimeZones = new Map<string, boolean>();

/** Whether `timeZone` is an IANA time zone that this machine knows. An offset such as +01:00 is none. */
function timeZoneProblem(timeZone: string): ScheduleProblem | undefined {
  let known = knownTimeZones.get(timeZone);
  if (known === undefined) {
    known = isTimeZone(timeZone);
    knownTimeZones.set(timeZone, known);
  }
  if (known) return undefined;
  const near = nearest(timeZone, Intl.supportedValuesOf("timeZone"));
  return {
    key: "timeZone",
    message: `The time zone "${timeZone}" does not exist.`,
    hint:
      near === undefined
        ? "Use a name of the IANA time zone database, such as Europe/Amsterdam or Europe/Berlin."
        : `Did you mean "${near}"?`,
  };
}

function isTimeZone(timeZone: string): boolean {
  if (!/^[A-Za-z]/.test(timeZone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone });
  } catch {
    return false;
  }
  // JavaScript takes a zone in any case, Java only in its own.
  const lowerCase = timeZone.toLowerCase();
  const sameLetters = Intl.supportedValuesOf("timeZone").find((known) => known.toLowerCase() === lowerCase);
  return sameLetters === undefined || sameLetters === timeZone;
}
