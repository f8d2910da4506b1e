import { remembered } from "../model/remembered.js";

/** Ways to recognise a secret that stands in clear text. None of them ever returns the secret itself. */

const SECRET_NAME = /pass(?:word|wd|phrase)|wachtwoord|kennwort|passwort|secret|token|api_?-?key|credential/i;

/** What is about a secret without being one: its kind, its place, how long it lasts. */
const ABOUT_A_SECRET = /(?:type|ur[il]|endpoint|address|name|expir(?:es|y)\w*|length|policy|hint|lifetime)$/i;

/** Whether a name says that what it holds is secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !ABOUT_A_SECRET.test(name);
}

/** What admins and authors write where a secret goes later: a sentence, a placeholder, stars. */
const PLACEHOLDER =
  /^$|\s|\$\{|^[<[{(].*[>\]})]$|^(?:x+|\*+|\.+|-+|_+)$|redacted|change_?-?me|placeholder|^(?:your|enter|fill|insert|vul|uw|jouw|ihr|hier)[\W_]/i;

/** Whether a value could be a secret rather than a word about one. */
export function couldBeSecret(value: string): boolean {
  return !PLACEHOLDER.test(value.trim());
}

/** TOPdesk's application passwords: five groups of five letters and digits. */
const APPLICATION_PASSWORD = /\b[a-z0-9]{5}(?:-[a-z0-9]{5}){4}\b/;

const KNOWN_TOKENS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a TOPdesk application password", APPLICATION_PASSWORD],
  ["a JSON Web Token", /\beyJ[\w-]{8,2000}\.eyJ[\w-]{8,}\./],
  ["a GitHub token", /\bgh[pousr]_[A-Za-z0-9]{30,}/],
  ["a GitLab token", /\bglpat-[\w-]{20,}/],
  ["a Slack token", /\bxox[abprs]-[\w-]{10,}/],
  ["an AWS access key", /\bAKIA[0-9A-Z]{16}\b/],
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ["a login token", /\bTOKEN\s+id="[^"$]{8,}"/],
];

/** A JSON key, a form field, an XML element or an assignment whose name says secret, with a value that is written out. */
const NAMED_LITERALS = [
  /["']([\w-]+)["']\s*:\s*["']([^"'\s]+)["']/g,
  /["']([\w-]+)["']\s*:\s*(\d{4,})/g,
  /(?:^|[?&;])([\w-]+)=([^&;#\s"'<>]+)/g,
  /<([\w-]+)>([^<>\s]+)<\/\1>/g,
  /<#(?:assign|global|local)\s+([\w-]+)\s*=\s*r?["']([^"'\s]+)["']/g,
] as const;

/**
 * The kind of secret that stands in a text, in words for a message, or undefined when there is none.
 */
export const secretIn = remembered((text: string): string | undefined => {
  const known = KNOWN_TOKENS.find(([, pattern]) => pattern.test(text));
  if (known !== undefined) return known[0];
  if (holdsBearerToken(text)) return "a bearer token";
  if (holdsBasicCredentials(text)) return "credentials for Basic login";
  if (encodesLiteralPassword(text)) return "a password written out in _base64(...)";
  for (const pattern of NAMED_LITERALS) {
    for (const [, name = "", value = ""] of text.matchAll(pattern)) {
      if (isSecretName(name) && couldBeSecret(value)) return `a value for "${name}" that is written out`;
    }
  }
  return undefined;
});

/** Whether `Bearer` is followed by a token (RFC 6750) rather than by a placeholder or a word of a sentence. */
function holdsBearerToken(text: string): boolean {
  if (!/bearer/i.test(text)) return false;
  for (const [found, token = ""] of text.matchAll(/\bBearer\s+([\w.~+/-]{8,}=*)/gi)) {
    const isWord = /^[a-z]+(?:[-/][a-z]+)*\.?$/i.test(token) && found !== text.trim();
    if (!isWord && couldBeSecret(token)) return true;
  }
  return false;
}

/** Whether `Basic` is followed by base64 of `user:password` (RFC 7617), or by such a pair in clear text. */
export function holdsBasicCredentials(text: string): boolean {
  if (!/basic/i.test(text)) return false;
  for (const [, credentials = ""] of text.matchAll(/\bBasic\s+([^\s"'<>]+)/gi)) {
    if (credentials.includes("${") || credentials.includes("://")) continue;
    const decoded = Buffer.from(credentials, "base64").toString("utf8");
    if (isPair(decoded) || isPair(credentials)) return true;
  }
  for (const [, credentials = ""] of text.matchAll(/\bBasic\s+\$\{\s*r?["']([^"']+)["']/gi)) {
    if (isPair(Buffer.from(credentials, "base64").toString("utf8"))) return true;
  }
  return false;
}

function isPair(text: string): boolean {
  return /^[\x20-\x7e\u00a0-\uffef]*:[\x20-\x7e\u00a0-\uffef]+$/.test(text) && !text.includes("\ufffd");
}

/** Whether a call of `_base64` has literal text after the colon between user and password. */
function encodesLiteralPassword(text: string): boolean {
  if (!text.includes("_base64")) return false;
  for (const [, argument = ""] of text.matchAll(
    /_base64\s*\(((?:[^()"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*)\)/g,
  )) {
    const words = argument.replace(
      // Text in brackets is the name of a key.
      /\[\s*(?:"[^"\\]*"|'[^'\\]*')\s*\]|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|[^"'[]+|\[/g,
      (_, double?: string, single?: string) => double ?? single ?? "\u0000",
    );
    const password = words.split(":").slice(1).join(":").replaceAll("\u0000", "");
    if (password.replaceAll(/\$\{[^}]*\}/g, "").trim() !== "") return true;
  }
  return false;
}

/** Whether the address of a URL has user information before its host (RFC 3986, 3.2.1). */
export function hasUserInformation(text: string): boolean {
  return /[a-z0-9]:\/\/(?:[^/?#\s"'<>\\$]|\$\{[^}]*\})*@/i.test(text);
}
