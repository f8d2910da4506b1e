/** What Java takes as white space: unlike in JavaScript, no no-break spaces, but the separators below U+0020. */
export const JAVA_WHITE_SPACE =
  "[\\t-\\r\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]";

const ONE = new RegExp(`^${JAVA_WHITE_SPACE}$`);

export function isJavaWhiteSpace(character: string): boolean {
  return ONE.test(character);
}

/** Without the characters up to U+0020 at both ends, as Java trims. */
export function javaTrim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= SPACE) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= SPACE) end -= 1;
  return text.slice(start, end);
}

const SPACE = 0x20;

const TURKIC = /^(?:tr|az|lt)(?:_|$)/;

/** Lower case in a language such as `en_US`; a few languages have rules of their own. */
export function lowerCase(text: string, locale: string): string {
  return TURKIC.test(locale) ? text.toLocaleLowerCase(locale.slice(0, 2)) : text.toLowerCase();
}

export function upperCase(text: string, locale: string): string {
  return TURKIC.test(locale) ? text.toLocaleUpperCase(locale.slice(0, 2)) : text.toUpperCase();
}
