/** What is known of a value: only its day matters, only its time of day, or both. */
export type DateKind = "date" | "time" | "datetime";

/** FreeMarker's date, time or date-time; `unknown` is a date of which FreeMarker was not told which of them it is. */
export interface DateValue {
  readonly kind: DateKind | "unknown";
  /** Milliseconds since 1970 in UTC. */
  readonly instant: number;
}

/** The settings that say how a date is written: `locale` and `time_zone`, by their names in FreeMarker. */
export interface DatePlace {
  readonly locale: string;
  readonly timeZone: string;
}
