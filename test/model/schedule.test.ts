import { expect, test } from "vitest";
import { isWeekday, WEEKDAYS } from "../../src/model/schedule.js";

test("a week has seven days, from Monday on", () => {
  expect(WEEKDAYS).toHaveLength(7);
  expect(WEEKDAYS[0]).toBe("MONDAY");
  for (const day of WEEKDAYS) expect(isWeekday(day)).toBe(true);
});

test.each(["monday", "MAANDAG", "", 1, null, undefined, ["MONDAY"]])("%j is no day of it", (value) => {
  expect(isWeekday(value)).toBe(false);
});
