/** What is asked of FreeMarker: one question for each input. */
export type Question =
  | { readonly ask: "print number"; readonly format: string; readonly locale: string }
  | { readonly ask: "read number" }
  | {
      readonly ask: "print date";
      readonly kind: Kind;
      readonly format: string;
      readonly locale: string;
      readonly zone: string;
    }
  | {
      readonly ask: "built-in";
      readonly kind: Kind;
      readonly builtIn: string;
      readonly argument: string;
      readonly zone: string;
    }
  | {
      readonly ask: "read date";
      readonly kind: Kind;
      readonly format: string;
      readonly locale: string;
      readonly zone: string;
    };
export type Kind = "date" | "time" | "datetime";
export type Case = Question & { readonly inputs: readonly string[] };

const LOCALES = ["en_US", "en_GB", "nl_NL", "nl_BE", "de_DE", "de_AT", "de_CH", "fr_FR", "fr_BE"];
const ALSO = [
  "en",
  "nl",
  "de",
  "fr",
  "en_IE",
  "en_CA",
  "en_AU",
  "en_NZ",
  "de_LI",
  "de_LU",
  "de_BE",
  "fr_CH",
  "fr_LU",
  "fr_CA",
];
const ELSEWHERE = [
  "da_DK",
  "es_ES",
  "it_IT",
  "pt_PT",
  "pt_BR",
  "pl_PL",
  "cs_CZ",
  "hu_HU",
  "nb_NO",
  "ro_RO",
  "ja_JP",
  "zh_CN",
  "bg_BG",
];

const FEW_NUMBERS = ["0", "1234.5", "-1234567.891", "0.005", "-0.4", "12"];
const NUMBERS = [
  "0",
  "1",
  "-1",
  "0.5",
  "1.5",
  "2.5",
  "-2.5",
  "0.125",
  "0.375",
  "-0.001",
  "9.995",
  "99.5",
  "999.9999",
  "1234",
  "-1234.5",
  "1234567.891",
  "0.000123",
  "-0.00000045",
  "100",
  "1200000",
  "123456789012345678901234567890.55",
  "1e25",
  "0.1e-10",
];
const PATTERNS = [
  "0",
  "00",
  "000.0",
  "0.00",
  "#,##0.00",
  "#,##0.##",
  "#",
  "#.##",
  "###.##",
  ".##",
  "#.",
  "0.#",
  "0.###E0",
  "##0.##E0",
  "00.00E00",
  "#E0",
  "0E0",
  "##0E0",
  "#%",
  "0.0%",
  "0.0‰",
  "'#'0",
  "0 'uur'",
  "0.00;(0.00)",
  "0;-0",
  "0;0-",
  "#,##0;(#)",
  "€ #,##0.00",
  "¤ 0.00",
  "0.00 ¤¤",
  "#,####.0",
  "#,##,##0.0",
  "0.0'%'",
  "-0",
  "0.00-",
  "$0",
  "''0''",
  "0.0#;;",
  "",
  "a",
  ",",
  "0,0",
  "0.00;",
  "pre0suf",
  "#,#00.0#",
  "$#000E0;-0",
  "#,#.00#E0",
  "¤'¤'0",
];
const EXTENDED = [
  "0.0;; roundingMode=halfUp",
  "0.0;;roundingMode=up",
  "0.0;;roundingMode=down",
  "0.0;;roundingMode=ceiling",
  "0.0;;roundingMode=floor",
  "0.0;;roundingMode=halfDown",
  "0.0;;roundingMode=halfEven",
  "0.0;;roundingMode=unnecessary",
  "#,##0.0;; groupingSeparator=' ' decimalSeparator=','",
  "0.0;;multiplier=100",
  "0.0;;minusSign='_'",
  "0%;;percent='p'",
  "0;;zeroDigit='٠'",
  "0.0E0;;exponentSeparator='x10^'",
  "¤0.00;;currencyCode=EUR",
  "¤ 0.00;;currencyCode=USD currencySymbol='dollar'",
  "¤¤ 0.00;;currencyCode=GBP",
  "0;(0);roundingMode=halfUp",
  "0.0;;roundingMode=wrong",
  "0.0;;unknown=1",
  "0.0;;roundingMode",
  "0.0;;groupingSeparator=''",
  "0.0;;roundingMode=up,minusSign='~'",
  "0.0;;a=1b",
  "0.0;; roundingMode='half",
  "¤#,##0.00;;groupingSeparator=' ' monetaryDecimalSeparator='^'",
  "0.0;;roundingMode=up,",
];
const BAD_PATTERNS = [
  "0.0.0",
  "0#",
  "#0#",
  "0;0;0",
  "E0",
  "0E",
  "'0",
  "0.0%‰",
  "0E0E0",
  "##,##,",
  ";0",
  "0.#0",
  "#,",
  "0x0",
  "0 x #",
  "@abc",
];

function* numberCases(): Generator<Case> {
  const ask = "print number";
  for (const format of PATTERNS) yield { ask, format, locale: "en_US", inputs: NUMBERS };
  for (const format of EXTENDED)
    yield { ask, format, locale: "en_US", inputs: ["1234.25", "-0.35", "0.0001"] };
  for (const format of BAD_PATTERNS) yield { ask, format, locale: "nl_NL", inputs: ["1.5"] };
  for (const format of [
    "number",
    "currency",
    "percent",
    "computer",
    "c",
    "integer",
    "#,##0.00",
    "0.##E0",
    "¤¤ #,##0.0",
  ])
    for (const locale of [...LOCALES, ...ALSO]) yield { ask, format, locale, inputs: FEW_NUMBERS };
  for (const format of ["number", "percent", "0.00"])
    for (const locale of ELSEWHERE) yield { ask, format, locale, inputs: FEW_NUMBERS };
  for (const format of ["computer", "c"])
    yield {
      ask,
      format,
      locale: "nl_NL",
      inputs: [...NUMBERS, "1e99", "1e100", "12e110", "1e-6", "1e-7", "1.25e-7"],
    };
  for (const currency of ["EUR", "USD", "GBP", "CHF", "JPY", "SEK", "PLN", "CAD"])
    for (const locale of [...LOCALES, "en_AU", "fr_CA"])
      yield { ask, format: `¤0;;currencyCode=${currency}`, locale, inputs: ["5"] };
  yield {
    ask: "read number",
    inputs: [
      "1",
      "-1",
      "+1",
      "1.5",
      "1.",
      ".5",
      "-.5",
      "1e3",
      "1E-3",
      "1e+3",
      "1,5",
      "1 ",
      " 1",
      "",
      "abc",
      "0x10",
      "1_000",
      "1f",
      "1d",
      "--1",
      "1e",
      "e1",
      ".",
      "-",
      "00012",
      "1.50",
      "+INF",
      "1e0.5",
      "１",
    ],
  };
}

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

function* printDateCases(): Generator<Case> {
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

const READ: readonly (readonly [format: string, ...texts: string[]])[] = [
  [
    "yyyy-MM-dd",
    "2024-05-06",
    "2024-5-6",
    "2024-02-31",
    "2024-13-01",
    "2024-00-00",
    "2024-05-06 en meer",
    "24-05-06",
    " 2024-05-06",
    "2024 -05-06",
    "2024- 05-06",
    "2024/05/06",
    "",
    "abc",
    "2024-05",
    "-5-05-06",
    "2024--5-06",
    "0000-01-01",
    "1582-10-10",
    "1582-10-04",
    "1500-02-29",
    "20240-01-01",
    "2024-05-32",
    "2024-366-01",
    "+2024-05-06",
  ],
  ["dd-MM-yyyy", "31-02-2024", "6-5-2024", "06-05-24", "6-mei-2024", "06-05-2024T10:00"],
  [
    "dd/MM/yy",
    "06/05/24",
    "06/05/46",
    "06/05/47",
    "06/05/99",
    "06/05/2024",
    "06/05/4",
    "06/05/-4",
    "06/05/00",
  ],
  ["d/M/y", "6/5/24", "6/5/2024", "6/5/4"],
  ["yyyyMMdd", "20240506", "202405", "2024056", "20241301", "2024-05-06", "2024 506"],
  ["yyyyMMddHHmmss", "20240506070809", "2024050607080", "202405060708091"],
  ["ddMMyy", "060524", "06052024"],
  [
    "yyyy-MM-dd HH:mm",
    "2024-05-06 07:08",
    "2024-03-31 02:30",
    "2024-10-27 02:30",
    "2024-05-06 25:61",
    "2024-05-06  7:8",
    "2024-05-06",
    "1937-07-01 00:00",
    "1890-01-01 00:00",
    "0001-01-01 00:00",
  ],
  [
    "yyyy-MM-dd'T'HH:mm:ss.SSSZ",
    "2024-05-06T07:08:09.000+0200",
    "2024-05-06T07:08:09.5+0200",
    "2024-05-06T07:08:09.000Z",
    "2024-05-06T07:08:09.000+02:00",
    "2024-05-06T07:08:09.000 GMT",
    "2024-05-06T07:08:09.000GMT+1:30",
    "2024-05-06T07:08:09.000UTC",
    "2024-05-06T07:08:09.000-1130",
    "2024-05-06T07:08:09.000+2500",
    "2024-05-06T07:08:09.000+0160",
  ],
  [
    "yyyy-MM-dd'T'HH:mm:ssX",
    "2024-05-06T07:08:09Z",
    "2024-05-06T07:08:09+02",
    "2024-05-06T07:08:09+02:00",
    "2024-05-06T07:08:09",
    "2024-05-06T07:08:09z",
    "2024-05-06T07:08:09+2",
  ],
  [
    "yyyy-MM-dd'T'HH:mm:ssXXX",
    "2024-05-06T07:08:09Z",
    "2024-05-06T07:08:09+02:00",
    "2024-05-06T07:08:09+0200",
    "2024-05-06T07:08:09-05:30",
  ],
  ["yyyy-MM-dd'T'HH:mm:ssXX", "2024-05-06T07:08:09+0200", "2024-05-06T07:08:09+02:00"],
  [
    "HH:mm z",
    "07:08 CET",
    "07:08 CEST",
    "07:08 UTC",
    "07:08 GMT",
    "07:08 gmt+2:00",
    "07:08 +0100",
    "07:08 X",
    "07:08 cest",
  ],
  [
    "h:mm a",
    "5:45 PM",
    "12:00 AM",
    "12:00 PM",
    "13:00 PM",
    "5:45 pm",
    "5:45PM",
    "5:45 XM",
    "0:30 AM",
    "24:00 AM",
  ],
  ["hh:mm:ss a", "05:30:01 PM"],
  ["K:mm a", "0:30 PM", "11:59 AM"],
  ["k:mm", "24:30", "1:00", "25:00"],
  ["H.mm", "17.45", "17,45", "7.5"],
  ["HHmm", "0708", "708"],
  ["mm:ss", "90:90"],
  ["S", "5", "1500"],
  ["a h H", "PM 3 5", "AM 3 15"],
  ["H h a", "5 3 PM"],
  ["H a", "5 PM"],
  ["h", "3"],
  ["H h", "5 3"],
  ["yyyy D", "2024 60", "2024 366", "2023 366"],
  ["yyyy-MM-dd D", "2024-05-06 1"],
  ["D yyyy-MM-dd", "1 2024-05-06"],
  ["D MM yyyy", "60 05 2024"],
  ["yyyy", "2024", "24", "99999"],
  ["MM", "5"],
  ["MM-yyyy", "05-2024"],
  ["dd", "31"],
  [
    "EEE d MMM yyyy",
    "Mon 6 May 2024",
    "Monday 6 May 2024",
    "Sun 6 May 2024",
    "mon 6 MAY 2024",
    "Xxx 6 May 2024",
  ],
  [
    "d MMMM yyyy",
    "6 May 2024",
    "6 march 2024",
    "6 Marching 2024",
    "6 Mar 2024",
    "6  May 2024",
    "6 5 2024",
    "6 mei 2024",
    "6 Sept 2024",
    "6 September 2024",
  ],
  ["d MMM yyyy", "6 June 2024", "6 Jun 2024"],
  ["yyyy G", "2024 AD", "44 BC", "2024 ad"],
  ["G yyyy", "BC 44"],
  ["EEEE", "Monday"],
  ["yyyy-'W'ww", "2024-W10"],
  ["YYYY", "2024"],
  ["u", "3"],
  ["yyyy-MM-dd u", "2024-05-06 3"],
  ["yyyy 'uur' HH", "2024 uur 5", "2024 uren 5"],
  ["yyyy''MM", "2024'05"],
  ["yy/yyy", "10/200", "46/1930"],
  ["yyyyMMddHHmm", "15806290853"],
  ["y-ddd", "1-9550028", "1582-300", "1583-1"],
  ["yyyy-MM-dd jjjj", "2024"],
  ["'open", "x"],
  ["", "x"],
  ["@x", "x"],
  ["M/d/yy", "5/6/24", "5/6/1924"],
  ["yy", "30", "46", "47", "5", "123"],
  ["y", "30", "2030"],
];
const READ_NAMES: readonly (readonly [locale: string, format: string, ...texts: string[]])[] = [
  [
    "nl_NL",
    "d MMMM yyyy",
    "6 maart 2024",
    "6 mrt. 2024",
    "6 mrt 2024",
    "6 Maart 2024",
    "6 mei 2024",
    "6 May 2024",
  ],
  ["nl_NL", "EEE d MMM yyyy", "ma 6 mei 2024", "maandag 6 mei 2024", "ma. 6 mei 2024", "di 31 dec. 2024"],
  ["nl_BE", "EEEE d MMMM", "donderdag 8 augustus"],
  ["nl_NL", "h:mm a", "5:00 p.m.", "5:00 PM", "5:00 pm"],
  [
    "de_DE",
    "d. MMMM yyyy",
    "6. März 2024",
    "6. Mär 2024",
    "6. Sept. 2024",
    "6. Sep 2024",
    "6. MÄRZ 2024",
    "6. Mai 2024",
  ],
  ["de_DE", "EEE, d. MMM yyyy", "Mo., 6. Mai 2024", "Mo, 6. Mai 2024", "Montag, 6. Juni 2024"],
  ["de_AT", "d. MMMM yyyy", "6. Jänner 2024", "6. Januar 2024", "6. Jän. 2024"],
  ["fr_FR", "d MMMM yyyy", "6 août 2024", "6 aout 2024", "6 févr. 2024", "6 AOÛT 2024"],
  ["fr_FR", "EEEE d MMMM yyyy", "lundi 6 mai 2024"],
  ["de_DE", "MMM!", "Sept.!", "Sep!", "Aug.!", "Aug!", "August!", "März!", "Mär!"],
  ["de_DE", "LLL!", "Sept.!", "Sep!", "Sep.!", "Aug.!", "Aug!"],
  ["en_AU", "MMM!", "Sept!", "Sep!", "June!"],
  ["nl_NL", "G yyyy", "voor Christus 44", "v.Chr. 44", "na Christus 3"],
  ["en_GB", "d MMM yyyy", "6 Sept 2024", "6 Sep 2024"],
  ["en_GB", "h:mm a", "5:00 pm", "5:00 PM"],
  ["en_AU", "d MMM yyyy", "6 Sep 2024", "6 Sept 2024", "6 June 2024"],
];
const ISO_DATES = [
  "2024-05-06",
  "20240506",
  "2024-5-6",
  "2024-02-30",
  "2023-02-29",
  "2024-02-29",
  "-0001-01-01",
  "0000-01-01",
  "0001-01-01",
  "12024-01-01",
  "282062-07-27",
  "2024-05-06Z",
  "2024-05-06+02:00",
  "2024-13-01",
  "2024-00-01",
  "2024-01-00",
  "",
  " 2024-05-06",
  "06-05-2024",
  "2024-05-06T10:00:00Z",
  "1582-10-10",
  "1500-02-29",
  "999-01-01",
  "-1-01-01",
  "0-01-01",
  "120240506",
];
const ISO_TIMES = [
  "07:08:09",
  "07:08",
  "07",
  "070809",
  "0708",
  "07:08:09.123",
  "07:08:09,5",
  "07:08:09.123456",
  "07:08:09Z",
  "07:08:09+02:00",
  "07:08:09+02",
  "070809+0200",
  "24:00:00",
  "24:00",
  "24:00:01",
  "25:00",
  "07:60",
  "07:08:60",
  "07:08:61",
  "7:08",
  "07:08:09 ",
  "07:08:09+24:00",
  "07:08:09.1Z",
  "07:08:09z",
  "070809+02:00",
];
const ISO_DATETIMES = [
  "2024-05-06T07:08:09Z",
  "2024-05-06T07:08:09",
  "2024-05-06T07:08",
  "2024-05-06T07",
  "20240506T070809Z",
  "20240506T0708",
  "2024-05-06T070809Z",
  "2024-05-06T07:08:09.123+02:00",
  "2024-05-06T07:08:09,1-05",
  "2024-05-06T24:00:00",
  "2024-12-31T24:00:00Z",
  "2024-03-31T02:30:00",
  "2024-03-31T02:30:00+01:00",
  "2024-10-27T02:30:00",
  "2024-03-30T24:00:00",
  "2024-05-06 07:08:09",
  "2024-05-06t07:08:09Z",
  "2024-05-06T07:08:09+2",
  "2024-05-06T07:08:09+0200",
  "0001-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999Z",
  "1937-07-01T00:00:00",
  "1890-01-01T00:00:00",
  "0001-01-01T00:00:00",
  "2024-02-30T00:00:00Z",
  "2024-05-06T07:08:60Z",
  "-0044-03-15T12:00:00Z",
  "",
];

function* readDateCases(): Generator<Case> {
  const ask = "read date";
  const kindOf = (format: string): Kind =>
    /[yMd]/.test(format) ? (/[Hhk]/.test(format) ? "datetime" : "date") : "time";
  for (const [format, ...inputs] of READ)
    for (const zone of ["UTC", "Europe/Amsterdam"])
      yield { ask, kind: kindOf(format), format, locale: "en_US", zone, inputs };
  for (const [locale, format, ...inputs] of READ_NAMES)
    yield { ask, kind: kindOf(format), format, locale, zone: "Europe/Amsterdam", inputs };
  for (const standard of ["iso", "xs"])
    for (const zone of ["UTC", "Europe/Amsterdam"]) {
      yield { ask, kind: "date", format: standard, locale: "nl_NL", zone, inputs: ISO_DATES };
      yield { ask, kind: "time", format: standard, locale: "nl_NL", zone, inputs: ISO_TIMES };
      yield { ask, kind: "datetime", format: standard, locale: "nl_NL", zone, inputs: ISO_DATETIMES };
    }
  for (const format of ["iso_u", "iso_fu", "iso_m_nz", "xs_ms"])
    yield {
      ask,
      kind: "datetime",
      format,
      locale: "nl_NL",
      zone: "Europe/Amsterdam",
      inputs: ["2024-05-06T07:08:09", "2024-05-06T07:08:09Z"],
    };
  for (const locale of LOCALES)
    for (const format of ["", "short", "medium", "long", "full_short"])
      yield {
        ask,
        kind: "date",
        format,
        locale,
        zone: "UTC",
        inputs: [
          "6-5-2024",
          "06.05.24",
          "5/6/24",
          "May 6, 2024",
          "6 mei 2024",
          "6. Mai 2024",
          "6 mai 2024",
          "06.05.2024",
          "6 May 2024",
          "maandag 6 mei 2024",
        ],
      };
  for (const locale of LOCALES)
    yield {
      ask,
      kind: "datetime",
      format: "",
      locale,
      zone: "UTC",
      inputs: [
        "6 mei 2024 10:30:00",
        "May 6, 2024, 10:30:00 AM",
        "06.05.2024, 10:30:00",
        "6 May 2024, 10:30:00",
        "6 mai 2024, 10:30:00",
      ],
    };
  for (const locale of LOCALES)
    yield {
      ask,
      kind: "time",
      format: "",
      locale,
      zone: "UTC",
      inputs: ["10:30:00", "10:30:00 AM", "10:30"],
    };
}

export function allCases(): readonly Case[] {
  return [...numberCases(), ...printDateCases(), ...readDateCases()];
}
