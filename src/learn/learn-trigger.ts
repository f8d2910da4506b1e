import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import type { Keys, Shape, Slot, Tag } from "../shapes/shape.js";
import {
  isScalar,
  isWord,
  keyPlaces,
  throughObjects,
  valueAt,
  type KeyPath,
  type KeyPlace,
  type Path,
  type Place,
} from "./places.js";
import { DAYS, SCHEDULES, WORDS, type ScheduleKind } from "./sheet-action.js";
import { Slots } from "./slots.js";
import { weekWords } from "./week-words.js";

/** What was learned of what starts the action. */
export interface LearnedTrigger {
  readonly kind: ScheduleKind;
  /** Where it stands in the file. */
  readonly path: KeyPath;
  readonly isInList: boolean;
  readonly keys: Keys;
  readonly days: Shape["words"]["day"];
}

interface FoundTrigger {
  readonly kind: ScheduleKind;
  readonly path: KeyPath;
  readonly isInList: boolean;
  readonly object: JsonObject;
}

/**
 * Learns how a schedule is written.
 *
 * @param all the places to look at, without those of variables and steps
 * @param others where other things stand: the trigger has none of them in it
 */
export function learnTrigger(
  root: JsonValue,
  all: readonly Place[],
  others: readonly Path[],
): LearnedTrigger | undefined {
  const found = findTrigger(root, all, others);
  if (found === undefined) return undefined;
  const { kind, path, isInList, object } = found;
  const slots = new Slots();
  const inTrigger = keyPlaces(object);
  const days = learnFields(kind, inTrigger, slots);
  const schedule = scheduleHome(slots, inTrigger);
  if (schedule !== undefined) slots.home(schedule, "schedule");
  learnTags(kind, inTrigger, schedule ?? [], slots);
  return { kind, path, isInList, keys: slots.keysOf([object]), days };
}

function findTrigger(
  root: JsonValue,
  all: readonly Place[],
  others: readonly Path[],
): FoundTrigger | undefined {
  for (const { kind, path } of signs(all)) {
    const trigger = highestAlone(path, others);
    const last = trigger?.at(-1);
    const isInList = typeof last === "number";
    const list = isInList ? trigger?.slice(0, -1) : trigger;
    const items = isInList && list ? valueAt(root, list) : undefined;
    const keys = list && throughObjects(list);
    const object = trigger && valueAt(root, trigger);
    if (keys === undefined || !isJsonObject(object)) continue;
    if (isInList && (!isJsonArray(items) || items.length !== 1)) continue;
    return { kind, path: keys, isInList, object };
  }
  return undefined;
}

interface Sign {
  readonly kind: ScheduleKind;
  readonly path: Path;
}

/** The places that tell which of the sheet's schedules was set. */
function signs(all: readonly Place[]): readonly Sign[] {
  const timed = all.flatMap(({ path, value }): Sign[] => {
    const kind = (["daily", "weekly", "monthly"] as const).find((candidate) =>
      isTime(value, SCHEDULES[candidate].time),
    );
    return kind === undefined ? [] : [{ kind, path }];
  });
  const hourly = all
    .filter(({ value }) => value === SCHEDULES.hourly.every)
    .map(({ path }): Sign => ({ kind: "hourly", path }));
  return [...timed, ...hourly];
}

function isTime(value: JsonValue | undefined, time: string): boolean {
  return value === time || value === `${time}:00`;
}

/** The highest object around a place in which nothing else stands. */
function highestAlone(path: Path, others: readonly Path[]): Path | undefined {
  const isShared = (above: Path) => others.some((other) => above.every((key, index) => other[index] === key));
  for (let length = 1; length < path.length; length += 1) {
    if (!isShared(path.slice(0, length))) {
      const alone = path.slice(0, length);
      // A list of triggers: the trigger is its item.
      return typeof path[length] === "number" ? path.slice(0, length + 1) : alone;
    }
  }
  return undefined;
}

function learnFields(
  kind: ScheduleKind,
  inTrigger: readonly KeyPlace[],
  slots: Slots,
): Shape["words"]["day"] {
  const at = (test: (place: KeyPlace) => boolean) => inTrigger.find(test)?.path;
  const named =
    (pattern: RegExp) =>
    ({ path }: KeyPlace) =>
      pattern.test(path.at(-1) ?? "");
  const zone =
    at(({ value }) => isWord(value, WORDS.timeZone)) ??
    at((place) => named(/zone/i)(place) && typeof place.value === "string");
  slots.set(zone, { from: "timeZone" });
  if (kind === "hourly") {
    slots.set(
      at(({ value }) => value === SCHEDULES.hourly.every),
      { from: "every" },
    );
    return undefined;
  }
  const { time } = SCHEDULES[kind];
  const timePlace = inTrigger.find(({ value }) => isTime(value, time));
  slots.set(timePlace?.path, timeSlot(timePlace?.value === time));
  if (kind === "monthly") {
    slots.set(
      at(({ value }) => value === SCHEDULES.monthly.dayOfMonth),
      { from: "dayOfMonth" },
    );
  }
  return kind === "weekly" ? learnDays(inTrigger, slots) : undefined;
}

function timeSlot(isShort: boolean): Slot {
  return isShort ? { from: "time" } : { from: "time", written: "HH:mm:ss" };
}

interface DayList {
  readonly path: KeyPath;
  readonly words: Readonly<Record<string, JsonValue>>;
}

/** The list with as many words as the sheet has days: the one with names of days, else the one that is called so. */
function learnDays(inTrigger: readonly KeyPlace[], slots: Slots): Shape["words"]["day"] {
  const lists = inTrigger.flatMap(({ path, value }): DayList[] => {
    if (!isJsonArray(value) || value.length !== DAYS.length) return [];
    const [tuesday, friday] = value;
    if (!isScalar(tuesday) || !isScalar(friday)) return [];
    if (tuesday === friday || typeof tuesday !== typeof friday) return [];
    return [{ path, words: weekWords(tuesday, friday) }];
  });
  const found =
    lists.find(({ words }) => Object.keys(words).length > DAYS.length) ??
    lists.find(({ path }) => /day/i.test(path.at(-1) ?? "")) ??
    lists[0];
  slots.set(found?.path, { from: "days" });
  return found?.words;
}

/** The object within the trigger that holds all of the schedule; undefined when that is the trigger itself. */
function scheduleHome(slots: Slots, inTrigger: readonly KeyPlace[]): KeyPath | undefined {
  const fields = inTrigger.map(({ path }) => path).filter((path) => path.length > 0 && slots.has(path));
  const [first] = fields;
  if (first === undefined) return undefined;
  const above = first.slice(0, -1);
  const end = above.findIndex((key, index) => fields.some((path) => path[index] !== key));
  const home = end === -1 ? above : above.slice(0, end);
  return home.length === 0 ? undefined : home;
}

interface TagPattern {
  readonly tag: Tag;
  readonly word: string;
  readonly key: RegExp;
  readonly value: RegExp;
}

const FREQUENCY_WORDS: Readonly<Record<ScheduleKind, RegExp>> = {
  hourly: /hour/i,
  daily: /dai|day/i,
  weekly: /week/i,
  monthly: /month/i,
};

function learnTags(
  kind: ScheduleKind,
  inTrigger: readonly KeyPlace[],
  schedule: KeyPath,
  slots: Slots,
): void {
  const patterns: readonly TagPattern[] = [
    {
      tag: "frequency",
      word: SCHEDULES[kind].frequency,
      key: /freq|interval|recur|repeat|period|pattern|every|unit/i,
      value: FREQUENCY_WORDS[kind],
    },
    { tag: "type", word: "SCHEDULED", key: /type|kind/i, value: /sched|timer|cron|time/i },
  ];
  const free = inTrigger.filter(
    ({ path, value }) => typeof value === "string" && value !== "" && path.length > 0 && !slots.has(path),
  );
  const scored = patterns.flatMap((pattern) =>
    free.map((place) => ({ pattern, place, score: scoreOf(place, pattern, schedule) })),
  );
  const taken = new Set<unknown>();
  for (const { pattern, place, score } of scored.toSorted((left, right) => right.score - left.score)) {
    if (score === 0 || taken.has(pattern) || taken.has(place)) continue;
    taken.add(pattern).add(place);
    slots.set(place.path, { is: place.value, of: pattern.tag });
  }
  // Words that look like nothing are told by their number: all that matters is that each is the same every time.
  const left = free.filter((place) => !taken.has(place));
  for (const pattern of patterns.filter((candidate) => !taken.has(candidate))) {
    const place = left.shift();
    if (place !== undefined) slots.set(place.path, { is: place.value, of: pattern.tag });
  }
}

/** How much a place looks like one that holds a word. */
function scoreOf(
  { path, value }: KeyPlace,
  { tag, word, key, value: pattern }: TagPattern,
  schedule: KeyPath,
): number {
  const name = path.at(-1) ?? "";
  const isInSchedule = path.length > schedule.length && schedule.every((part, index) => path[index] === part);
  const looks =
    (value === word ? 8 : 0) +
    (name === tag ? 4 : 0) +
    (key.test(name) ? 3 : 0) +
    (typeof value === "string" && pattern.test(value) ? 3 : 0);
  const isInPlace = schedule.length > 0 && isInSchedule === (tag === "frequency");
  return looks + (isInPlace ? 1 : 0);
}
