import { remembering } from "./memory.js";

interface Transition {
  readonly at: number;
  readonly offset: number;
}

/** The offset at the start of a year in UTC and every change in that year. */
interface YearOfOffsets {
  readonly first: number;
  readonly transitions: readonly Transition[];
}

const SECOND = 1000;
const DAY = 86_400_000;
/** No region has changed its offset twice within so few days: the shortest summer time took a week. */
const STEP = 5 * DAY;

/** Before this Java lets every region have the standard time that it has now. */
const YEAR_1900 = Date.UTC(1900, 0, 1);

/** How many milliseconds a region's clocks are ahead of UTC at an instant. */
export function regionOffsetAt(region: string, instant: number): number {
  if (instant < YEAR_1900) return standardOffset(region);
  const { first, transitions } = offsetsOf(region, instant);
  let offset = first;
  for (const transition of transitions) if (transition.at <= instant) offset = transition.offset;
  return offset;
}

/** The offset of what a region's clocks say, as if that were UTC. */
export function regionOffsetOfWall(region: string, wall: number): number {
  let offset = regionOffsetAt(region, wall - 2 * DAY);
  const years = new Set([offsetsOf(region, wall - 2 * DAY), offsetsOf(region, wall + 2 * DAY)]);
  for (const { transitions } of years)
    for (const { at, offset: next } of transitions)
      if (at > wall - 2 * DAY && at + next <= wall) offset = next;
  return offset;
}

/** The offset that a region has in winter. */
const standardOffset = remembering((region: string): number =>
  Math.min(measuredOffset(region, Date.UTC(2024, 0, 1)), measuredOffset(region, Date.UTC(2024, 6, 1))),
);

const years = remembering((key): YearOfOffsets => {
  const end = key.lastIndexOf(" ");
  return yearOfOffsets(key.slice(0, end), Number(key.slice(end + 1)));
});

function offsetsOf(region: string, instant: number): YearOfOffsets {
  return years(`${region} ${new Date(instant).getUTCFullYear()}`);
}

function yearOfOffsets(region: string, year: number): YearOfOffsets {
  const start = startOfYear(year);
  const end = startOfYear(year + 1);
  const first = measuredOffset(region, start);
  const transitions: Transition[] = [];
  let before = first;
  for (let from = start; from < end; from += STEP) {
    const to = Math.min(from + STEP, end - SECOND);
    const after = measuredOffset(region, to);
    if (after !== before) transitions.push({ at: changeBetween(region, from, to, before), offset: after });
    before = after;
  }
  return { first, transitions };
}

/** The first second at which the offset is no longer what it was before. */
function changeBetween(region: string, from: number, to: number, before: number): number {
  let [last, next] = [from / SECOND, to / SECOND];
  while (next - last > 1) {
    const middle = Math.floor((last + next) / 2);
    if (measuredOffset(region, middle * SECOND) === before) last = middle;
    else next = middle;
  }
  return next * SECOND;
}

function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}

const clocks = remembering(
  (timeZone) =>
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      ...{ era: "short", year: "numeric", month: "numeric", day: "numeric" },
      ...{ hour: "numeric", minute: "numeric", second: "numeric" },
    }),
);

/** What Intl says that the clocks show, less the instant: whole seconds. */
function measuredOffset(region: string, instant: number): number {
  const shown = new Map(
    clocks(region)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(shown.get(type));
  const year = shown.get("era") === "BC" ? 1 - part("year") : part("year");
  const midnight = new Date(0).setUTCFullYear(year, part("month") - 1, part("day"));
  const wall = midnight + ((part("hour") * 60 + part("minute")) * 60 + part("second")) * SECOND;
  return wall - instant;
}
