import { scheduleProblem } from "../builders/schedule.js";
import type { Trigger } from "../model/action.js";
import type { Schedule } from "../model/schedule.js";
import { jsonCode, objectCode, stringCode } from "./literals.js";
import type { UsePackage } from "./package-names.js";

/** The statement that starts an action; undefined when no builder has a word for it. */
export function triggerCode(trigger: Trigger, use: UsePackage): string | undefined {
  switch (trigger.type) {
    case "SCHEDULED":
      return `flow.schedule(${scheduleCode(trigger.schedule, use)});`;
    case "WEBHOOK":
      return `flow.webhook(${stringCode(trigger.path)});`;
    case "EVENT":
      return `flow.event(${stringCode(trigger.cardType)});`;
    case "UNKNOWN":
      return undefined;
  }
}

/** A schedule that the builders would refuse, such as one of a time zone that is not known, is written as data. */
function scheduleCode(schedule: Schedule, use: UsePackage): string {
  if (scheduleProblem(schedule) !== undefined) return jsonCode({ ...schedule });
  const timeZone = stringCode(schedule.timeZone);
  if (schedule.frequency === "HOURLY") {
    return `${use("hourly")}(${objectCode([
      ["every", String(schedule.every)],
      ["timeZone", timeZone],
    ])})`;
  }
  const time = [
    ["at", stringCode(schedule.time)],
    ["timeZone", timeZone],
  ] as const;
  switch (schedule.frequency) {
    case "DAILY":
      return `${use("daily")}(${objectCode(time)})`;
    case "WEEKLY": {
      const days = schedule.days.map((day) => stringCode(day.toLowerCase()));
      return `${use("weekly")}(${objectCode([["on", `[${days.join(", ")}]`], ...time])})`;
    }
    case "MONTHLY": {
      const day = schedule.dayOfMonth === "LAST" ? '"last"' : String(schedule.dayOfMonth);
      return `${use("monthly")}(${objectCode([["on", day], ...time])})`;
    }
  }
}
