import Handlebars from "handlebars";
import type { Language } from "../customers/customer.js";
import { TextError, type TextLibrary } from "../text/handlebars-texts.js";
import { SCHEDULES, WORDS } from "./sheet-action.js";

const VALUES: Readonly<Record<string, string | number>> = {
  ...WORDS,
  dailyTime: SCHEDULES.daily.time,
  weeklyTime: SCHEDULES.weekly.time,
  monthlyTime: SCHEDULES.monthly.time,
  monthDay: SCHEDULES.monthly.dayOfMonth,
  hours: SCHEDULES.hourly.every,
};

/** Makes the sheet fit on one page of A4. */
export const SHEET_STYLE = `
@page { margin: 11mm; }
@media print {
  body { font-size: 9pt; line-height: 1.35; }
  table { font-size: 8.5pt; }
  th, td { padding: 3px 6px; }
  h1 { font-size: 16pt; margin: 6pt 0; }
  header { padding-bottom: 4px; }
}`;

/**
 * The sheet that has an admin make an action by hand, as Markdown: `templates/learn/sheet.<language>.hbs`.
 *
 * @throws TextError when the template is missing
 */
export function sheetOf(language: Language, texts: TextLibrary): string {
  const path = `learn/sheet.${language}.hbs`;
  const source = texts.get(path);
  if (source === undefined) {
    throw new TextError(`templates/${path}`, undefined, "the template is missing.", "Write it.");
  }
  return Handlebars.compile(source, { strict: true, noEscape: true })(VALUES);
}
