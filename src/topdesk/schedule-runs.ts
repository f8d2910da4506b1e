import { DateTime, IANAZone } from "luxon";
import { remembered } from "../model/remembered.js";
import { WEEKDAYS, type Schedule, type Weekday } from "../model/schedule.js";

/** A day of the calendar, wherever it is. */
export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly weekday: Weekday;
}

/** What the clock does with a time of day on some day: it may skip it, or show it twice. */
export type ClockChange = "none" | "skipped" | "doubled";

/** One time at which a schedule falls due, on the clock of its own time zone. */
export interface ScheduledRun {
  readonly day: CalendarDay;
  /** `HH:mm`. */
  readonly time: string;
  readonly clockChange: ClockChange;
}

/**
 * The next runs of a schedule. Needs no clock: the same schedule and start give the same runs.
 *
 * Days that a month does not have are left out. Hours are counted from midnight of the first day, because a schedule
 * does not say where it begins to count.
 *
 * @param after milliseconds since the epoch; runs at this very moment are past
 */
export function nextRuns(schedule: Schedule, after: number, count: number): readonly ScheduledRun[] {
  if (!IANAZone.isValidZone(schedule.timeZone)) return [];
  return schedule.frequency === "HOURLY"
    ? hourlyRuns(schedule, after, count)
    : runsOnDays(schedule, after, count);
}

/**
 * The runs of the coming year that daylight saving touches, at most one of each kind.
 *
 * An hourly schedule counts hours, which no clock skips, so it has none.
 */
export function runsAtClockChanges(schedule: Schedule, after: number): readonly ScheduledRun[] {
  if (schedule.frequency === "HOURLY") return [];
  const touched = clockChanges(schedule.timeZone, after).flatMap((change) =>
    daysOf(change)
      .filter((day) => fallsOn(schedule, day))
      .map((day): ScheduledRun => ({
        day,
        time: schedule.time,
        clockChange: clockChangeAt(change, day, schedule.time),
      })),
  );
  return (["skipped", "doubled"] as const).flatMap((kind) =>
    touched.filter((run) => run.clockChange === kind).slice(0, 1),
  );
}

type DailyOrRarer = Exclude<Schedule, { readonly frequency: "HOURLY" }>;

/** Longer than any schedule waits: for a day 29 to 31 at most two months, for a day that exists one. */
const MOST_DAYS = 400;

function runsOnDays(schedule: DailyOrRarer, after: number, count: number): readonly ScheduledRun[] {
  const runs: ScheduledRun[] = [];
  let day = dayAt(after, schedule.timeZone);
  for (let passed = 0; passed < MOST_DAYS && runs.length < count; passed++, day = dayAfter(day)) {
    if (!fallsOn(schedule, day)) continue;
    const moment = momentOf(day, schedule.time, schedule.timeZone);
    if (moment.toMillis() <= after) continue;
    runs.push({ day, time: schedule.time, clockChange: clockChangeOf(moment, schedule.time) });
  }
  return runs;
}

function hourlyRuns(
  { every, timeZone }: Extract<Schedule, { readonly frequency: "HOURLY" }>,
  after: number,
  count: number,
): readonly ScheduledRun[] {
  const midnight = DateTime.fromMillis(after, { zone: timeZone }).startOf("day");
  const first = Math.floor((after - midnight.toMillis()) / (every * HOUR)) + 1;
  return Array.from({ length: count }, (_, index): ScheduledRun => {
    const moment = midnight.plus({ hours: every * (first + index) });
    return { day: dayOf(moment), time: moment.toFormat("HH:mm"), clockChange: "none" };
  });
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

function fallsOn(schedule: DailyOrRarer, day: CalendarDay): boolean {
  switch (schedule.frequency) {
    case "DAILY":
      return true;
    case "WEEKLY":
      return schedule.days.includes(day.weekday);
    case "MONTHLY":
      return schedule.dayOfMonth === "LAST" ? dayAfter(day).day === 1 : schedule.dayOfMonth === day.day;
  }
}

function momentOf({ year, month, day }: CalendarDay, time: string, zone: string): DateTime {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return DateTime.fromObject({ year, month, day, hour, minute }, { zone });
}

/** A time that the clock skips comes out as another one; a time that it shows twice has two offsets. */
function clockChangeOf(moment: DateTime, time: string): ClockChange {
  if (moment.toFormat("HH:mm") !== time) return "skipped";
  return moment.getPossibleOffsets().length > 1 ? "doubled" : "none";
}

/** The day on which a moment falls in a time zone. */
export function dayAt(moment: number, zone: string): CalendarDay {
  return dayOf(DateTime.fromMillis(moment, { zone }));
}

function dayOf({ year, month, day }: DateTime): CalendarDay {
  return calendarDay(Date.UTC(year, month - 1, day));
}

function dayAfter({ year, month, day }: CalendarDay): CalendarDay {
  return calendarDay(Date.UTC(year, month - 1, day + 1));
}

/** @param midnight of the day, in UTC */
function calendarDay(midnight: number): CalendarDay {
  const date = new Date(midnight);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: WEEKDAYS[(date.getUTCDay() + 6) % 7] ?? "MONDAY",
  };
}

/** What a wall clock does when its offset changes: it leaves out, or repeats, the times from `from` up to `to`. */
interface OffsetChange {
  readonly kind: Exclude<ClockChange, "none">;
  /** Wall-clock times as milliseconds, as if the clock were in UTC. */
  readonly from: number;
  readonly to: number;
}

/** The changes in a year after a moment, for a text such as `Europe/Amsterdam 1795392000000`. */
const changesOfYear = remembered((zoneAndMoment): readonly OffsetChange[] => {
  const [timeZone = "", moment] = zoneAndMoment.split(" ");
  return findClockChanges(timeZone, Number(moment));
});

function clockChanges(timeZone: string, after: number): readonly OffsetChange[] {
  return changesOfYear(`${timeZone} ${after}`);
}

function findClockChanges(timeZone: string, after: number): readonly OffsetChange[] {
  if (!IANAZone.isValidZone(timeZone)) return [];
  const zone = IANAZone.create(timeZone);
  const changes: OffsetChange[] = [];
  let offset = zone.offset(after);
  for (let week = 1; week <= WEEKS; week++) {
    const end = after + week * WEEK;
    if (zone.offset(end) === offset) continue;
    const moment = momentOfChange(zone, end - WEEK, end);
    const before = offset;
    offset = zone.offset(end);
    changes.push({
      kind: offset > before ? "skipped" : "doubled",
      from: moment + Math.min(before, offset) * MINUTE,
      to: moment + Math.max(before, offset) * MINUTE,
    });
  }
  return changes;
}

const WEEK = 7 * 24 * HOUR;
/** A year, and a little more, so that a clock change at its end is seen. */
const WEEKS = 54;

/** The first minute with the offset of `late`; the offset changes once between the two moments. */
function momentOfChange(zone: IANAZone, early: number, late: number): number {
  let [before, since] = [Math.floor(early / MINUTE), Math.ceil(late / MINUTE)];
  while (since - before > 1) {
    const middle = Math.floor((before + since) / 2);
    if (zone.offset(middle * MINUTE) === zone.offset(late)) since = middle;
    else before = middle;
  }
  return since * MINUTE;
}

function daysOf({ from, to }: OffsetChange): readonly CalendarDay[] {
  const first = calendarDay(from);
  const last = calendarDay(to - 1);
  return first.day === last.day ? [first] : [first, last];
}

function clockChangeAt(
  { kind, from, to }: OffsetChange,
  { year, month, day }: CalendarDay,
  time: string,
): ClockChange {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const wallClock = Date.UTC(year, month - 1, day, hour, minute);
  return wallClock >= from && wallClock < to ? kind : "none";
}
