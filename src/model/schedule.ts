/** Days in the words of our file shape (inferred, see schemas/action.schema.json). */
export const WEEKDAYS = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** Whether a value is one of {@link WEEKDAYS}. */
export function isWeekday(value: unknown): value is Weekday {
  return WEEKDAYS.some((day) => day === value);
}

/** When a scheduled action runs. Times are wall-clock times (`HH:mm`) in an IANA time zone. */
export type Schedule =
  | { readonly frequency: "HOURLY"; readonly every: number; readonly timeZone: string }
  | { readonly frequency: "DAILY"; readonly time: string; readonly timeZone: string }
  | {
      readonly frequency: "WEEKLY";
      readonly days: readonly Weekday[];
      readonly time: string;
      readonly timeZone: string;
    }
  | {
      readonly frequency: "MONTHLY";
      readonly dayOfMonth: number | "LAST";
      readonly time: string;
      readonly timeZone: string;
    };
