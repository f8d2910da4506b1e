/** FreeMarker's settings that a template can change with `#setting`. */
export interface Settings {
  /** Such as `en_US`. */
  readonly locale: string;
  readonly timeZone: string;
  /** `number`, `computer`, `percent` or a pattern such as `0.00`. */
  readonly numberFormat: string;
  /** `true,false` prints nothing: FreeMarker takes that as not set. `c` for programs, or two words such as `yes,no`. */
  readonly booleanFormat: string;
  readonly dateFormat: string;
  readonly timeFormat: string;
  readonly datetimeFormat: string;
  /** The character encoding of `?url`. */
  readonly urlEscapingCharset: string;
}

/** What FreeMarker has unless told otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  locale: "en_US",
  timeZone: "UTC",
  numberFormat: "number",
  booleanFormat: "true,false",
  dateFormat: "",
  timeFormat: "",
  datetimeFormat: "",
  urlEscapingCharset: "UTF-8",
};

/** What rendering may take, so that every template ends. */
export interface Limits {
  /** Elements, loop rounds and calls. */
  readonly steps: number;
  /** Characters of the output, and of any text on the way to it. */
  readonly output: number;
  /** Calls of macros and functions within each other. */
  readonly nesting: number;
}

export const DEFAULT_LIMITS: Limits = { steps: 5_000_000, output: 10_000_000, nesting: 500 };
