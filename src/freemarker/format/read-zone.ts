import { notSimulated, type Failure } from "./outcome.js";
import { offsetAt, type TimeZone } from "./time-zone.js";
import { zoneName } from "./zone-name.js";

/** An offset from UTC that a text names, in milliseconds. */
export type ReadOffset = number;

interface ReadZone {
  readonly offset: ReadOffset;
  readonly end: number;
}

const MINUTE = 60_000;

/** Reads a time zone: an offset for `X`; an offset, `GMT+1:00` or a name for `z` and `Z`. */
export function readZone(
  text: string,
  position: number,
  letter: "z" | "Z" | "X",
  count: number,
  place: { readonly zone: TimeZone; readonly locale: string },
): ReadZone | undefined | Failure {
  const rest = text.slice(position);
  if (letter === "X")
    return rest.startsWith("Z") ? { offset: 0, end: position + 1 } : isoOffset(rest, position, count);
  if (/^[+-]/.test(rest)) return offsetFrom(/^([+-])(\d\d)(\d\d)/.exec(rest), position);
  if (!/^GMT/i.test(rest)) return namedZone(rest, position, place);
  if (!/^GMT[+-]/i.test(rest)) return { offset: 0, end: position + 3 };
  return offsetFrom(/^GMT([+-])(\d\d?):(\d\d)/i.exec(rest), position);
}

function isoOffset(rest: string, position: number, count: number): ReadZone | undefined {
  if (count === 1) return offsetFrom(/^([+-])(\d\d)/.exec(rest), position);
  return offsetFrom((count === 2 ? /^([+-])(\d\d)(\d\d)/ : /^([+-])(\d\d):(\d\d)/).exec(rest), position);
}

function offsetFrom(match: RegExpExecArray | null, position: number): ReadZone | undefined {
  if (match === null) return undefined;
  const [whole, sign, hours, minutes = "0"] = match;
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE;
  return { offset: sign === "-" ? -offset : offset, end: position + whole.length };
}

const WINTER = Date.UTC(2024, 0, 1);
const SUMMER = Date.UTC(2024, 6, 1);

/** Java knows the names of all zones in the world; here are those of the zone itself and of UTC. */
function namedZone(
  rest: string,
  position: number,
  { zone, locale }: { readonly zone: TimeZone; readonly locale: string },
): ReadZone | undefined | Failure {
  for (const instant of [WINTER, SUMMER])
    for (const isLong of [true, false]) {
      const name = zoneName(zone, instant, isLong, locale);
      if (name !== undefined && startsWith(rest, name))
        return { offset: offsetAt(zone, instant), end: position + name.length };
    }
  if (/^UTC(?!\p{L})/iu.test(rest)) return { offset: 0, end: position + 3 };
  // No zone has a name of one letter.
  return /^\p{L}{2}/u.test(rest) ? notSimulated(`the time zone at the start of "${rest}"`) : undefined;
}

function startsWith(text: string, start: string): boolean {
  return text.slice(0, start.length).toLowerCase() === start.toLowerCase();
}
