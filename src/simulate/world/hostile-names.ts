import type { Random } from "../random.js";

/** Names that break JSON, HTML, URLs, mail headers or templates where they are not escaped. */
const NAMES: readonly [string, ...string[]] = [
  "Kast \"A\" \\ 'B'",
  "<b>vet</b> & <script>alert(1)</script>",
  "regel 1\nregel 2\r\n\ttab",
  "laptops 💻 é ü ß 中文 عربى",
  "${_variables.topdesk_applicationpassword}",
  "#{1} ${x} <#if true>ja</#if> </#list> <@m/> [#if x] [=y]",
  "<#if x??>",
  "</td></tr></table>",
  "&amp; &lt; %20 %zz + ?a=b&c=d#e",
  '","isHtmlBody":false,"bcc":"iemand@example.com',
  "Onderwerp\r\nBcc: iemand@example.com",
  "'; DROP TABLE voorraad; --",
  "\u202eomgekeerd\u202c \u200b",
  "0",
  "null",
  "constructor",
  "__proto__",
];

/** How long the longest names are. */
const LONG = 4000;

/** A name for a card: often plain, else hostile, now and then the same as another one, or very long. */
export function hostileName(random: Random, plain: string): string {
  switch (random.below(8)) {
    case 0:
    case 1:
    case 2:
      return plain;
    case 3:
      return random.one(NAMES);
    case 4:
      return random.below(10) === 0 ? `${plain} ${"lang ".repeat(LONG / 5)}` : plain.toUpperCase();
    default:
      return `${plain} ${random.one(NAMES)}`;
  }
}
