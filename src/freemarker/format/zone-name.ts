import { offsetAt, type TimeZone } from "./time-zone.js";

interface ZoneNames {
  readonly standard: string;
  readonly summer: string;
  readonly shortStandard: string;
  readonly shortSummer: string;
}

// As Java 17.0.15 gives them: TimeZone.getDisplayName (CLDR 39).
// Long and short name of standard time, long and short name of summer time.
const names = (
  standard: string,
  shortStandard: string,
  summer = standard,
  shortSummer = shortStandard,
): ZoneNames => ({
  ...{ standard, summer, shortStandard, shortSummer },
});

const CENTRAL_EUROPE: Readonly<Record<string, ZoneNames>> = {
  en: names("Central European Standard Time", "CET", "Central European Summer Time", "CEST"),
  nl: names("Midden-Europese standaardtijd", "CET", "Midden-Europese zomertijd", "CEST"),
  de: names("Mitteleuropäische Normalzeit", "MEZ", "Mitteleuropäische Sommerzeit", "MESZ"),
  fr: names("heure normale d’Europe centrale", "CET", "heure d’été d’Europe centrale", "CEST"),
};
const BRITAIN: Readonly<Record<string, ZoneNames>> = {
  en: names("Greenwich Mean Time", "GMT", "British Summer Time", "BST"),
  nl: names("Greenwich Mean Time", "GMT", "Britse zomertijd", "BST"),
  de: names("Mittlere Greenwich-Zeit", "GMT", "Britische Sommerzeit", "BST"),
  fr: names("heure moyenne de Greenwich", "GMT", "heure d’été britannique", "BST"),
};
const COORDINATED: Readonly<Record<string, ZoneNames>> = {
  en: names("Coordinated Universal Time", "UTC"),
  nl: names("gecoördineerde wereldtijd", "UTC"),
  de: names("Koordinierte Weltzeit", "UTC"),
  fr: names("Temps universel coordonné", "UTC"),
};
const GREENWICH: Readonly<Record<string, ZoneNames>> = {
  en: names("Greenwich Mean Time", "GMT"),
  nl: names("Greenwich Mean Time", "GMT"),
  de: names("Mittlere Greenwich-Zeit", "GMT"),
  fr: names("heure moyenne de Greenwich", "GMT"),
};

const CENTRAL_EUROPEAN = new Set(
  (
    "Amsterdam Andorra Belgrade Berlin Bratislava Brussels Budapest Copenhagen Ljubljana Luxembourg Madrid Malta " +
    "Monaco Oslo Paris Prague Rome San_Marino Sarajevo Skopje Stockholm Vaduz Vatican Vienna Warsaw Zagreb Zurich"
  )
    .split(" ")
    .map((city) => `Europe/${city}`),
);

/** Before this the regions here have changed their names and rules. */
const FIRST_KNOWN = Date.UTC(1981, 0, 1);

/** The name of a time zone at an instant, as `z` and `zzzz` print it; undefined when it is not known. */
export function zoneName(
  zone: TimeZone,
  instant: number,
  isLong: boolean,
  locale: string,
): string | undefined {
  if (zone.kind === "fixed" && /^GMT[+-]/.test(zone.id)) return zone.id;
  const [language = ""] = locale.split("_");
  const known = namesOf(zone, instant)?.[language];
  if (known === undefined) return undefined;
  const isSummer = offsetAt(zone, instant) !== standardOffset(zone);
  if (isLong) return isSummer ? known.summer : known.standard;
  return isSummer ? known.shortSummer : known.shortStandard;
}

function namesOf(zone: TimeZone, instant: number): Readonly<Record<string, ZoneNames>> | undefined {
  if (zone.kind === "fixed") return zone.id === "GMT" ? GREENWICH : COORDINATED;
  if (instant < FIRST_KNOWN) return undefined;
  if (zone.id === "Europe/London") return BRITAIN;
  return CENTRAL_EUROPEAN.has(zone.id) ? CENTRAL_EUROPE : undefined;
}

function standardOffset(zone: TimeZone): number {
  return CENTRAL_EUROPEAN.has(zone.id) ? 3_600_000 : 0;
}
