import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { formatDate, formatIsoBuiltIn } from "../../../src/freemarker/format/format-date.js";
import { formatNumber } from "../../../src/freemarker/format/format-number.js";
import { parseDate } from "../../../src/freemarker/format/parse-date.js";

const EXAMPLE = new URL("./zone-example.ts", import.meta.url).pathname;
const value = { kind: "datetime", instant: Date.UTC(2024, 4, 6, 7, 8, 9) } as const;
const amsterdam = { locale: "nl_NL", timeZone: "Europe/Amsterdam" };

describe("a date does not depend on the machine", () => {
  it.each(["UTC", "America/New_York", "Asia/Tokyo"])("with TZ=%s", (TZ) => {
    const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", EXAMPLE], {
      encoding: "utf8",
      env: { ...process.env, TZ, LANG: "C" },
    });
    expect(stderr).toBe("");
    expect(stdout).toBe("maandag 6 mei 2024 09:08 +0200 | 1711843200000 | 1711846800000\n");
  });
});

describe("what is not known is said, never guessed", () => {
  it("numbers and dates in a locale of which the spelling is not known", () => {
    expect(formatNumber({ unscaled: 15n, scale: 1 }, "0.0", "ar_EG")).toEqual({
      ok: false,
      kind: "not simulated",
      message: "not simulated: numbers in the locale ar_EG",
    });
    expect(formatDate(value, "yyyy", { ...amsterdam, locale: "th_TH" })).toMatchObject({
      kind: "not simulated",
    });
    expect(formatDate(value, "MMMM", { ...amsterdam, locale: "it_IT" })).toMatchObject({
      kind: "not simulated",
    });
    expect(formatNumber({ unscaled: 5n, scale: 0 }, "currency", "it_IT")).toMatchObject({
      kind: "not simulated",
    });
  });

  it("the name of a time zone that is not known", () => {
    const tokyo = { ...amsterdam, timeZone: "Asia/Tokyo" };
    expect(formatDate(value, "z", tokyo)).toMatchObject({ kind: "not simulated" });
    expect(formatDate(value, "Z", tokyo)).toEqual({ ok: true, value: "+0900" });
  });

  it("the rules of a time zone that differ between versions of Java", () => {
    const casablanca = { ...amsterdam, timeZone: "Africa/Casablanca", now: 0 };
    expect(formatDate(value, "HH", casablanca)).toMatchObject({ kind: "not simulated" });
    expect(formatIsoBuiltIn(value, "iso_local", casablanca)).toMatchObject({ kind: "not simulated" });
    expect(parseDate("2024-05-06", "iso", "date", casablanca)).toMatchObject({ kind: "not simulated" });
  });

  it("a date by its week", () => {
    expect(parseDate("2024-W10", "yyyy-'W'ww", "date", { ...amsterdam, now: 0 })).toMatchObject({
      kind: "not simulated",
    });
  });
});

describe("a value of which nobody said whether it is a date or a time", () => {
  const unknown = { kind: "unknown", instant: value.instant } as const;
  it("is printed by a pattern", () => {
    expect(formatDate(unknown, "d-M-yyyy H:mm", amsterdam)).toEqual({ ok: true, value: "6-5-2024 9:08" });
  });
  it.each(["", "short", "iso", "xs"])('is refused by "%s"', (format) => {
    expect(formatDate(unknown, format, amsterdam)).toMatchObject({ ok: false, kind: "invalid" });
  });
});

describe("a year of two digits", () => {
  const read = (text: string, now: number): unknown => {
    const date = parseDate(text, "dd-MM-yy", "date", { locale: "nl_NL", timeZone: "UTC", now });
    return date.ok ? new Date(date.value.instant).toISOString().slice(0, 10) : date.message;
  };
  it("lies between 80 years ago and 20 years ahead", () => {
    const now = Date.UTC(2024, 4, 6);
    expect(read("05-05-44", now)).toBe("2044-05-05");
    expect(read("07-05-44", now)).toBe("1944-05-07");
    expect(read("01-01-45", now)).toBe("1945-01-01");
    expect(read("01-01-43", now)).toBe("2043-01-01");
  });
});

describe("a locale may be spelled in any case", () => {
  it.each(["nl_NL", "NL_nl", "nl_nl"])("%s", (locale) => {
    expect(formatDate(value, "MMM", { ...amsterdam, locale })).toEqual({ ok: true, value: "mei" });
  });
});
