import { offsetAt, SAME_AS_UTC, type TimeZone } from "./time-zone.js";

/** Long and short name of standard time, long and short name of summer time. */
type ZoneNames = readonly [string, string, string, string];
type NamesByLocale = Readonly<Record<string, ZoneNames>>;

// As Java 17.0.15 gives them: TimeZone.getDisplayName (CLDR 39), by language, or by locale where that has its own.

const COORDINATED: NamesByLocale = {
  en: alike("Coordinated Universal Time", "UTC"),
  nl: alike("gecoördineerde wereldtijd", "UTC"),
  de: alike("Koordinierte Weltzeit", "UTC"),
  fr: alike("Temps universel coordonné", "UTC"),
  fr_CA: alike("temps universel coordonné", "UTC"),
};
const GREENWICH: NamesByLocale = {
  en: alike("Greenwich Mean Time", "GMT"),
  nl: alike("Greenwich Mean Time", "GMT"),
  de: alike("Mittlere Greenwich-Zeit", "GMT"),
  fr: alike("heure moyenne de Greenwich", "GMT"),
};
const BRITAIN: NamesByLocale = {
  en: ["Greenwich Mean Time", "GMT", "British Summer Time", "BST"],
  nl: ["Greenwich Mean Time", "GMT", "Britse zomertijd", "BST"],
  de: ["Mittlere Greenwich-Zeit", "GMT", "Britische Sommerzeit", "BST"],
  fr: ["heure moyenne de Greenwich", "GMT", "heure d’été britannique", "BST"],
  fr_CA: ["heure moyenne de Greenwich", "GMT", "heure avancée britannique", "BST"],
};
const IRELAND: NamesByLocale = {
  en: ["Greenwich Mean Time", "GMT", "Irish Standard Time", "IST"],
  nl: ["Greenwich Mean Time", "GMT", "Ierse standaardtijd", "IST"],
  de: ["Mittlere Greenwich-Zeit", "GMT", "Irische Sommerzeit", "IST"],
  fr: ["heure moyenne de Greenwich", "GMT", "heure d’été irlandaise", "IST"],
  fr_CA: ["heure moyenne de Greenwich", "GMT", "heure avancée irlandaise", "IST"],
};
const WESTERN_EUROPE: NamesByLocale = {
  en: ["Western European Standard Time", "WET", "Western European Summer Time", "WEST"],
  nl: ["West-Europese standaardtijd", "WET", "West-Europese zomertijd", "WEST"],
  de: ["Westeuropäische Normalzeit", "WEZ", "Westeuropäische Sommerzeit", "WESZ"],
  fr: ["heure normale d’Europe de l’Ouest", "WET", "heure d’été d’Europe de l’Ouest", "WEST"],
  fr_CA: ["heure normale de l’Europe de l’Ouest", "WET", "heure avancée de l’Europe de l’Ouest", "WEST"],
};
const CENTRAL_EUROPE: NamesByLocale = {
  en: ["Central European Standard Time", "CET", "Central European Summer Time", "CEST"],
  nl: ["Midden-Europese standaardtijd", "CET", "Midden-Europese zomertijd", "CEST"],
  de: ["Mitteleuropäische Normalzeit", "MEZ", "Mitteleuropäische Sommerzeit", "MESZ"],
  fr: ["heure normale d’Europe centrale", "CET", "heure d’été d’Europe centrale", "CEST"],
  fr_CA: ["heure normale de l’Europe centrale", "CET", "heure avancée de l’Europe centrale", "CEST"],
};
const EASTERN_EUROPE: NamesByLocale = {
  en: ["Eastern European Standard Time", "EET", "Eastern European Summer Time", "EEST"],
  nl: ["Oost-Europese standaardtijd", "EET", "Oost-Europese zomertijd", "EEST"],
  de: ["Osteuropäische Normalzeit", "OEZ", "Osteuropäische Sommerzeit", "OESZ"],
  fr: ["heure normale d’Europe de l’Est", "EET", "heure d’été d’Europe de l’Est", "EEST"],
  fr_CA: ["heure normale de l’Europe de l’Est", "EET", "heure avancée de l’Europe de l’Est", "EEST"],
};

/** A group of regions, and their offset in winter. */
interface NamedRegions {
  readonly names: NamesByLocale;
  readonly standardHours: number;
  readonly cities: readonly string[];
}

const REGIONS: readonly NamedRegions[] = [
  { names: BRITAIN, standardHours: 0, cities: ["London"] },
  { names: IRELAND, standardHours: 0, cities: ["Dublin"] },
  { names: WESTERN_EUROPE, standardHours: 0, cities: ["Lisbon"] },
  {
    names: CENTRAL_EUROPE,
    standardHours: 1,
    cities: (
      "Amsterdam Andorra Belgrade Berlin Bratislava Brussels Budapest Copenhagen Ljubljana Luxembourg Madrid " +
      "Malta Monaco Oslo Paris Prague Rome San_Marino Sarajevo Skopje Stockholm Vaduz Vatican Vienna Warsaw Zagreb Zurich"
    ).split(" "),
  },
  { names: EASTERN_EUROPE, standardHours: 2, cities: ["Athens", "Bucharest", "Helsinki", "Sofia"] },
];
const REGION_OF = new Map(
  REGIONS.flatMap((region) =>
    region.cities.map((city): [string, NamedRegions] => [`Europe/${city}`, region]),
  ),
);

/** Since then none of these regions has changed its rules. */
const FIRST_KNOWN = Date.UTC(1997, 0, 1);

/** The name of a time zone at an instant, as `z` and `zzzz` print it; undefined when it is not known. */
export function zoneName(
  zone: TimeZone,
  instant: number,
  isLong: boolean,
  locale: string,
): string | undefined {
  if (zone.kind === "fixed" && /^GMT[+-]/.test(zone.id)) return zone.id;
  const [language = ""] = locale.split("_");
  const region = REGION_OF.get(zone.id);
  const byLocale = zone.kind === "region" ? region?.names : fixedNames(zone.id);
  const names = byLocale?.[locale] ?? byLocale?.[language];
  if (names === undefined || (region !== undefined && instant < FIRST_KNOWN)) return undefined;
  const [standard, shortStandard, summer, shortSummer] = names;
  if (offsetAt(zone, instant) === (region?.standardHours ?? 0) * 3_600_000)
    return isLong ? standard : shortStandard;
  return isLong ? summer : shortSummer;
}

function fixedNames(id: string): NamesByLocale | undefined {
  if (id === "GMT") return GREENWICH;
  return SAME_AS_UTC.has(id) ? COORDINATED : undefined;
}

function alike(name: string, short: string): ZoneNames {
  return [name, short, name, short];
}
