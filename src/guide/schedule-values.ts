import type { Language } from "../customers/customer.js";
import type { Schedule } from "../model/schedule.js";
import { dayAt, nextRuns, runsAtClockChanges, type ScheduledRun } from "../topdesk/schedule-runs.js";
import { dayInWords, weekdaysInWords } from "./dates.js";

/** One run in words. */
export interface RunValues {
  readonly day: string;
  readonly time: string;
  readonly isSkipped: boolean;
  readonly isDoubled: boolean;
}

/** What a guide says of a schedule. What the schedule does not have is empty or false. */
export interface ScheduleValues {
  readonly isHourly: boolean;
  readonly isEveryHour: boolean;
  readonly isDaily: boolean;
  readonly isWeekly: boolean;
  readonly isMonthly: boolean;
  readonly isLastDay: boolean;
  /** Whether some months do not have the day. */
  readonly isMissingInSomeMonths: boolean;
  readonly every: number;
  readonly days: string;
  readonly dayOfMonth: number;
  readonly startTime: string;
  readonly timeZone: string;
  readonly countedFrom: string;
  readonly runs: readonly RunValues[];
  readonly clockChanges: readonly RunValues[];
}

const RUNS = 5;

/** The facts of a schedule in the words of a language, with its next runs after a moment. */
export function scheduleValues(schedule: Schedule, after: number, language: Language): ScheduleValues {
  const inWords = (run: ScheduledRun): RunValues => ({
    day: dayInWords(run.day, language),
    time: run.time,
    isSkipped: run.clockChange === "skipped",
    isDoubled: run.clockChange === "doubled",
  });
  return {
    ...NO_TIMING,
    ...timing(schedule, language),
    timeZone: schedule.timeZone,
    countedFrom: dayInWords(dayAt(after, schedule.timeZone), language),
    runs: nextRuns(schedule, after, RUNS).map(inWords),
    clockChanges: runsAtClockChanges(schedule, after).map(inWords),
  };
}

const NO_TIMING = {
  isHourly: false,
  isEveryHour: false,
  isDaily: false,
  isWeekly: false,
  isMonthly: false,
  isLastDay: false,
  isMissingInSomeMonths: false,
  every: 0,
  days: "",
  dayOfMonth: 0,
  startTime: "",
};

function timing(schedule: Schedule, language: Language): Partial<ScheduleValues> {
  switch (schedule.frequency) {
    case "HOURLY":
      return { isHourly: true, isEveryHour: schedule.every === 1, every: schedule.every };
    case "DAILY":
      return { isDaily: true, startTime: schedule.time };
    case "WEEKLY":
      return { isWeekly: true, startTime: schedule.time, days: weekdaysInWords(schedule.days, language) };
    case "MONTHLY":
      return schedule.dayOfMonth === "LAST"
        ? { isMonthly: true, isLastDay: true, startTime: schedule.time }
        : {
            isMonthly: true,
            startTime: schedule.time,
            dayOfMonth: schedule.dayOfMonth,
            isMissingInSomeMonths: schedule.dayOfMonth > 28,
          };
  }
}
