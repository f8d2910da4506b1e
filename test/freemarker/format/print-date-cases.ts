import { ALSO, ELSEWHERE, LOCALES, type Case } from "./question.js";

const INSTANTS = [
  "0",
  "1714979289120",
  "1709251199000",
  "1735689599999",
  "1704067200000",
  "1711846799000",
  "1711846800000",
  "1729987200000",
  "1729990800000",
  "-1000",
  "253402300799000",
  "1609459200000",
  "1420070400000",
  "-12219292800000",
  "-12219292800001",
  "-62135596800000",
  "-62167219200001",
  "4102444800000",
];
const FEW_INSTANTS = ["1714979289120", "1706713205007", "1727769600000", "-86400000"];
const DATE_PATTERNS = [
  "yyyy-MM-dd",
  "dd-MM-yyyy HH:mm:ss",
  "d/M/yy",
  "y yyy yyyyy",
  "M MM MMM MMMM",
  "d MMM yyyy",
  "d MMMM yyyy",
  "L LL LLL LLLL",
  "MMM",
  "MMMM",
  "LLL",
  "E EE EEE EEEE",
  "EEEE d MMMM yyyy",
  "D DDD",
  "F",
  "u uu",
  "w ww",
  "W",
  "Y YY YYYY",
  "G GGGG",
  "a",
  "H HH",
  "k kk",
  "K KK",
  "h hh",
  "h:mm a",
  "m s S SS SSS SSSS",
  "Z",
  "ZZZZ",
  "X XX XXX",
  "'text' yyyy",
  "yyyy''MM",
  "yyyy 'o''clock'",
  "yyyyMMdd'T'HHmmss",
  "yyyy-MM-dd'T'HH:mm:ss.SSSZ",
  "é yyyy ü",
  "",
  "yyyy-mm-dd jjjj",
  "XXXX",
  "'open",
  "b",
  "short",
  "medium",
  "long_short",
  "short_wrong",
  "wrong_short",
  "@abc",
];
const ZONES = [
  "UTC",
  "Europe/Amsterdam",
  "GMT+02:00",
  "America/New_York",
  "Asia/Kolkata",
  "GMT-5",
  "Nowhere/Else",
  "Australia/Lord_Howe",
  "PST",
  "GMT+0545",
  "CET",
  "EST",
];

export function* printDateCases(): Generator<Case> {
  const ask = "print date";
  for (const format of DATE_PATTERNS)
    yield {
      ask,
      kind: "datetime",
      format,
      locale: "en_US",
      zone: "Europe/Amsterdam",
      inputs: format.startsWith("long") ? FEW_INSTANTS : INSTANTS,
    };
  for (const locale of [...LOCALES, ...ALSO]) {
    for (const format of ["EEEE d MMMM yyyy, EEE", "d MMM LLL LLLL a G w W YYYY u", "MMM"])
      yield {
        ask,
        kind: "datetime",
        format,
        locale,
        zone: "UTC",
        inputs: [
          "1704067200000",
          "1707000000000",
          "1709500000000",
          "1712345678000",
          "1714979289120",
          "1718000000000",
          "1720655999000",
          "1724000000000",
          "1726000000000",
          "1729000000000",
          "1732000000000",
          "1735603200000",
        ],
      };
    for (const format of [
      "",
      "short",
      "medium",
      "long",
      "full",
      "short_medium",
      "medium_short",
      "long_short",
      "full_medium",
      "long_full",
      "full_short",
    ])
      for (const zone of format.includes("l") ? ["UTC", "Europe/Amsterdam"] : ["Europe/Amsterdam"])
        for (const kind of ["date", "time", "datetime"] as const)
          if (kind === "datetime" || !format.includes("_"))
            yield { ask, kind, format, locale, zone, inputs: ["1714979289120", "1706713205007"] };
  }
  for (const locale of ELSEWHERE)
    yield {
      ask,
      kind: "datetime",
      format: "dd-MM-yyyy HH:mm:ss.SSS Z D u",
      locale,
      zone: "UTC",
      inputs: FEW_INSTANTS,
    };
  for (const zone of ZONES)
    for (const format of ["yyyy-MM-dd HH:mm:ss Z XXX", "iso"])
      yield { ask, kind: "datetime", format, locale: "en_US", zone, inputs: INSTANTS };
  for (const zone of [
    "UTC",
    "GMT",
    "Europe/Amsterdam",
    "Europe/London",
    "GMT+02:00",
    "Nowhere/Else",
    "Europe/Madrid",
  ])
    for (const locale of LOCALES)
      yield {
        ask,
        kind: "datetime",
        format: "z zzz zzzz",
        locale,
        zone,
        inputs: ["1714979289120", "1706713205007"],
      };
  for (const format of [
    "iso",
    "iso_m",
    "iso_h",
    "iso_s",
    "iso_ms",
    "iso_nz",
    "iso_fz",
    "iso_u",
    "iso_fu",
    "iso m u",
    "iso_m_nz",
    "iso_ms_u_nz",
    "xs",
    "xs_ms",
    "xs s nz",
    "xs_u",
    "xs_m",
    "iso_x",
    "isom",
    "iso_m_m",
    "iso_",
    "iso_nz_fz",
    "iso u fu",
  ])
    for (const kind of ["date", "time", "datetime"] as const)
      yield {
        ask,
        kind,
        format,
        locale: "nl_NL",
        zone: "Europe/Amsterdam",
        inputs: ["1714979289120", "1706713205000", "-62135596800000", "-99999999999000"],
      };
  for (const suffix of ["", "_ms", "_m", "_h", "_nz", "_fz", "_ms_nz", "_m_nz", "_h_nz"])
    for (const kind of ["date", "time", "datetime"] as const) {
      for (const place of ["iso_utc", "iso_local"])
        if (suffix !== "_fz" || place === "iso_utc")
          yield {
            ask: "built-in",
            kind,
            builtIn: place + suffix,
            argument: "",
            zone: "Europe/Amsterdam",
            inputs: ["1714979289120"],
          };
      if (suffix !== "_fz")
        yield {
          ask: "built-in",
          kind,
          builtIn: `iso${suffix}`,
          argument: "America/New_York",
          zone: "UTC",
          inputs: ["1714979289120"],
        };
    }
  for (const argument of [
    "UTC",
    "utc",
    "GMT",
    "gmt",
    "GMT+1",
    "GMT+01:00",
    "GMT+0",
    "UT1",
    "Europa/Amsterdam",
    "",
    "CET",
    "EST",
    "Z",
    "Zulu",
    "Europe/London",
    "GMT+25",
    "Etc/UTC",
    "UTC+1",
    "europe/amsterdam",
    "PST",
    "GMT0",
    "Etc/GMT+1",
  ])
    yield {
      ask: "built-in",
      kind: "datetime",
      builtIn: "iso",
      argument,
      zone: "UTC",
      inputs: ["1714979289120"],
    };
}
