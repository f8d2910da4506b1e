import { LOCALES, type Case, type Kind } from "./question.js";

import { READ, READ_NAMES } from "./read-date-texts.js";

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

export function* readDateCases(): Generator<Case> {
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
