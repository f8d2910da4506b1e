/** How a locale writes dates, in words and by the named styles. */
export interface DateLocale {
  readonly names: DateNames;
  readonly styles: DateStyles;
  /** 0 is Sunday. */
  readonly firstWeekday: number;
  /** How many days of a new year its first week must have. */
  readonly fewestDaysInFirstWeek: number;
}

export interface DateNames {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** As they are written when the pattern has nothing but a month. */
  readonly shortMonthsAlone: readonly string[];
  /** From Sunday. */
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  readonly halfDays: readonly [string, string];
  readonly eras: readonly [string, string];
  /** Read, but never printed. */
  readonly longEras: readonly [string, string];
}

/** Patterns from short to full; `between` joins a date and a time, by the shorter of both. */
export interface DateStyles {
  readonly date: readonly [string, string, string, string];
  readonly time: readonly [string, string, string, string];
  readonly between: readonly [string, string, string];
}

// As Java 17.0.15 gives them: DateFormatSymbols, Calendar.getDisplayName, DateFormat.get..Instance (CLDR 39).

const words = (text: string): readonly string[] => text.split(" ");

const ENGLISH: DateNames = {
  months: words("January February March April May June July August September October November December"),
  shortMonths: words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
  shortMonthsAlone: words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
  days: words("Sunday Monday Tuesday Wednesday Thursday Friday Saturday"),
  shortDays: words("Sun Mon Tue Wed Thu Fri Sat"),
  halfDays: ["AM", "PM"],
  eras: ["BC", "AD"],
  longEras: ["Before Christ", "Anno Domini"],
};
const BRITISH_MONTHS = words("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec");
const BRITISH: DateNames = {
  ...ENGLISH,
  shortMonths: BRITISH_MONTHS,
  shortMonthsAlone: BRITISH_MONTHS,
  halfDays: ["am", "pm"],
};
const CANADIAN_MONTHS = words("Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sep. Oct. Nov. Dec.");
const CANADIAN: DateNames = {
  ...ENGLISH,
  shortMonths: CANADIAN_MONTHS,
  shortMonthsAlone: CANADIAN_MONTHS,
  shortDays: words("Sun. Mon. Tue. Wed. Thu. Fri. Sat."),
  halfDays: ["a.m.", "p.m."],
};
const AUSTRALIAN: DateNames = {
  ...ENGLISH,
  shortMonths: words("Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec"),
  halfDays: ["am", "pm"],
};
const DUTCH_MONTHS = words("jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.");
const DUTCH: DateNames = {
  months: words("januari februari maart april mei juni juli augustus september oktober november december"),
  shortMonths: DUTCH_MONTHS,
  shortMonthsAlone: DUTCH_MONTHS,
  days: words("zondag maandag dinsdag woensdag donderdag vrijdag zaterdag"),
  shortDays: words("zo ma di wo do vr za"),
  halfDays: ["a.m.", "p.m."],
  eras: ["v.Chr.", "n.Chr."],
  longEras: ["voor Christus", "na Christus"],
};
const GERMAN: DateNames = {
  months: words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
  shortMonths: words("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."),
  shortMonthsAlone: words("Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez"),
  days: words("Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag"),
  shortDays: words("So. Mo. Di. Mi. Do. Fr. Sa."),
  halfDays: ["AM", "PM"],
  eras: ["v. Chr.", "n. Chr."],
  longEras: ["v. Chr.", "n. Chr."],
};
const AUSTRIAN: DateNames = {
  ...GERMAN,
  months: words("Jänner Februar März April Mai Juni Juli August September Oktober November Dezember"),
  shortMonths: words("Jän. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez."),
  shortMonthsAlone: words("Jän Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez"),
};
const FRENCH_MONTHS = words("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.");
const FRENCH: DateNames = {
  months: words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
  shortMonths: FRENCH_MONTHS,
  shortMonthsAlone: FRENCH_MONTHS,
  days: words("dimanche lundi mardi mercredi jeudi vendredi samedi"),
  shortDays: words("dim. lun. mar. mer. jeu. ven. sam."),
  halfDays: ["AM", "PM"],
  eras: ["av. J.-C.", "ap. J.-C."],
  longEras: ["avant Jésus-Christ", "après Jésus-Christ"],
};
const QUEBEC_MONTHS = words("janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.");
const QUEBEC: DateNames = {
  ...FRENCH,
  shortMonths: QUEBEC_MONTHS,
  shortMonthsAlone: QUEBEC_MONTHS,
  halfDays: ["a.m.", "p.m."],
};

const TWELVE_HOURS = ["h:mm a", "h:mm:ss a", "h:mm:ss a z", "h:mm:ss a zzzz"] as const;
const TWENTY_FOUR_HOURS = ["HH:mm", "HH:mm:ss", "HH:mm:ss z", "HH:mm:ss zzzz"] as const;
const ENGLISH_BETWEEN = [", ", ", ", " 'at' "] as const;

const AMERICAN_STYLES: DateStyles = {
  date: ["M/d/yy", "MMM d, y", "MMMM d, y", "EEEE, MMMM d, y"],
  time: TWELVE_HOURS,
  between: ENGLISH_BETWEEN,
};
const BRITISH_STYLES: DateStyles = {
  date: ["dd/MM/y", "d MMM y", "d MMMM y", "EEEE, d MMMM y"],
  time: TWENTY_FOUR_HOURS,
  between: ENGLISH_BETWEEN,
};
const IRISH_STYLES: DateStyles = {
  ...BRITISH_STYLES,
  date: ["dd/MM/y", "d MMM y", "d MMMM y", "EEEE d MMMM y"],
};
const CANADIAN_STYLES: DateStyles = {
  ...AMERICAN_STYLES,
  date: ["y-MM-dd", "MMM d, y", "MMMM d, y", "EEEE, MMMM d, y"],
};
const AUSTRALIAN_STYLES: DateStyles = {
  ...AMERICAN_STYLES,
  date: ["d/M/yy", "d MMM y", "d MMMM y", "EEEE, d MMMM y"],
};
const NEW_ZEALAND_STYLES: DateStyles = {
  ...AMERICAN_STYLES,
  date: ["d/MM/yy", "d/MM/y", "d MMMM y", "EEEE, d MMMM y"],
};
const DUTCH_STYLES: DateStyles = {
  date: ["dd-MM-y", "d MMM y", "d MMMM y", "EEEE d MMMM y"],
  time: TWENTY_FOUR_HOURS,
  between: [" ", " ", " 'om' "],
};
const BELGIAN_DUTCH_STYLES: DateStyles = {
  ...DUTCH_STYLES,
  date: ["d/MM/y", "d MMM y", "d MMMM y", "EEEE d MMMM y"],
};
const GERMAN_STYLES: DateStyles = {
  date: ["dd.MM.yy", "dd.MM.y", "d. MMMM y", "EEEE, d. MMMM y"],
  time: TWENTY_FOUR_HOURS,
  between: [", ", ", ", " 'um' "],
};
const FRENCH_STYLES: DateStyles = {
  date: ["dd/MM/y", "d MMM y", "d MMMM y", "EEEE d MMMM y"],
  time: TWENTY_FOUR_HOURS,
  between: [" ", ", ", " 'à' "],
};
const BELGIAN_FRENCH_STYLES: DateStyles = {
  ...FRENCH_STYLES,
  date: ["d/MM/yy", "d MMM y", "d MMMM y", "EEEE d MMMM y"],
  time: ["HH:mm", "HH:mm:ss", "HH:mm:ss z", "H 'h' mm 'min' ss 's' zzzz"],
};
const SWISS_FRENCH_STYLES: DateStyles = {
  ...FRENCH_STYLES,
  date: ["dd.MM.yy", "d MMM y", "d MMMM y", "EEEE, d MMMM y"],
  time: ["HH:mm", "HH:mm:ss", "HH:mm:ss z", "HH.mm:ss 'h' zzzz"],
};
const QUEBEC_STYLES: DateStyles = {
  ...FRENCH_STYLES,
  date: ["y-MM-dd", "d MMM y", "d MMMM y", "EEEE d MMMM y"],
  time: ["HH 'h' mm", "HH 'h' mm 'min' ss 's'", "HH 'h' mm 'min' ss 's' z", "HH 'h' mm 'min' ss 's' zzzz"],
};

const SUNDAY = { firstWeekday: 0, fewestDaysInFirstWeek: 1 };
const MONDAY = { firstWeekday: 1, fewestDaysInFirstWeek: 1 };
const ISO_WEEK = { firstWeekday: 1, fewestDaysInFirstWeek: 4 };

const LOCALES: Readonly<Record<string, DateLocale>> = {
  en: { names: ENGLISH, styles: AMERICAN_STYLES, ...SUNDAY },
  en_US: { names: ENGLISH, styles: AMERICAN_STYLES, ...SUNDAY },
  en_GB: { names: BRITISH, styles: BRITISH_STYLES, ...ISO_WEEK },
  en_IE: { names: { ...ENGLISH, halfDays: ["a.m.", "p.m."] }, styles: IRISH_STYLES, ...ISO_WEEK },
  en_CA: { names: CANADIAN, styles: CANADIAN_STYLES, ...SUNDAY },
  en_AU: { names: AUSTRALIAN, styles: AUSTRALIAN_STYLES, ...SUNDAY },
  en_NZ: { names: { ...ENGLISH, halfDays: ["am", "pm"] }, styles: NEW_ZEALAND_STYLES, ...MONDAY },
  nl: { names: DUTCH, styles: DUTCH_STYLES, ...SUNDAY },
  nl_NL: { names: DUTCH, styles: DUTCH_STYLES, ...ISO_WEEK },
  nl_BE: { names: DUTCH, styles: BELGIAN_DUTCH_STYLES, ...ISO_WEEK },
  de: { names: GERMAN, styles: GERMAN_STYLES, ...SUNDAY },
  de_DE: { names: GERMAN, styles: GERMAN_STYLES, ...ISO_WEEK },
  de_AT: { names: AUSTRIAN, styles: GERMAN_STYLES, ...ISO_WEEK },
  de_CH: { names: GERMAN, styles: GERMAN_STYLES, ...ISO_WEEK },
  de_LI: { names: GERMAN, styles: GERMAN_STYLES, ...ISO_WEEK },
  de_LU: { names: GERMAN, styles: GERMAN_STYLES, ...ISO_WEEK },
  de_BE: { names: GERMAN, styles: GERMAN_STYLES, ...ISO_WEEK },
  fr: { names: FRENCH, styles: FRENCH_STYLES, ...SUNDAY },
  fr_FR: { names: FRENCH, styles: FRENCH_STYLES, ...ISO_WEEK },
  fr_BE: { names: FRENCH, styles: BELGIAN_FRENCH_STYLES, ...ISO_WEEK },
  fr_CH: { names: FRENCH, styles: SWISS_FRENCH_STYLES, ...ISO_WEEK },
  fr_LU: { names: FRENCH, styles: FRENCH_STYLES, ...ISO_WEEK },
  fr_CA: { names: QUEBEC, styles: QUEBEC_STYLES, ...SUNDAY },
};

/** How dates are written in a locale like `nl_NL`; undefined when that is not known. */
export function dateLocaleOf(locale: string): DateLocale | undefined {
  return LOCALES[locale];
}
