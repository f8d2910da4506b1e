import type { DateNames } from "./date-locale.js";
import type { PatternLetter } from "./date-pattern.js";

interface ReadName {
  /** The place in its list, from 0. */
  readonly value: number;
  readonly end: number;
}

/** Finds the longest name at a position, in any case; whatever the pattern's length, short and long names count. */
export function readNames(
  text: string,
  position: number,
  letter: PatternLetter,
  hasOnlyMonth: boolean,
  names: DateNames,
): ReadName | undefined {
  let best: { readonly value: number; readonly length: number } | undefined;
  for (const list of listsOf(letter, hasOnlyMonth, names))
    for (const [value, name] of list.entries())
      if (name.length > (best?.length ?? 0) && isNameAt(text, position, name))
        best = { value, length: name.length };
  return best === undefined ? undefined : { value: best.value, end: position + best.length };
}

function isNameAt(text: string, position: number, name: string): boolean {
  return text.slice(position, position + name.length).toLowerCase() === name.toLowerCase();
}

/** Months that stand alone have names of their own; a month that is the only field has no others. */
function listsOf(
  letter: PatternLetter,
  hasOnlyMonth: boolean,
  { months, shortMonths, shortMonthsAlone, ...names }: DateNames,
): readonly (readonly string[])[] {
  if (letter === "G") return [names.eras, names.longEras];
  if (letter === "a") return [names.halfDays];
  if (letter === "E") return [names.days, names.shortDays];
  if (letter === "L") return [months, shortMonths, shortMonthsAlone];
  return [months, hasOnlyMonth ? shortMonthsAlone : shortMonths];
}
