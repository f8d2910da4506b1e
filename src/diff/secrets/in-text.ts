import { couldBeSecret, isSecretName, secretIn } from "../../check/secrets.js";

/** A part of a text, from its first character to behind its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is a secret wherever it stands. Where a pattern has a group, that is the secret. */
const TOKENS: readonly RegExp[] = [
  /\b[a-z0-9]{5}(?:-[a-z0-9]{5}){4}\b/dg,
  /\beyJ[\w-]{8,2000}\.eyJ[\w-]{8,}(?:\.[\w-]*)?/dg,
  /\bgh[pousr]_[A-Za-z0-9]{30,}/dg,
  /\bglpat-[\w-]{20,}/dg,
  /\bxox[abprs]-[\w-]{10,}/dg,
  /\bAKIA[0-9A-Z]{16}\b/dg,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[^-]|-(?!----END))*(?:-----END [A-Z ]*PRIVATE KEY-----)?/dg,
  /\bTOKEN\s+id="([^"$]{8,})"/dg,
];

/** What stands behind a scheme of HTTP login, as far as it is written out. */
const CREDENTIALS: readonly RegExp[] = [
  /\bBearer\s+([\w.~+/-]{8,}=*)/dgi,
  /\bBasic\s+([^\s"'<>$]+)/dgi,
  /\bBasic\s+\$\{\s*r?["']([^"']+)["']/dgi,
];

/** A name and, in the second group, a value that is written out. */
const NAMED: readonly RegExp[] = [
  /"([\w-]+)"\s*:\s*"((?:[^"\\]|\\.)+)"/dg,
  /'([\w-]+)'\s*:\s*'((?:[^'\\]|\\.)+)'/dg,
  /["']([\w-]+)["']\s*:\s*(\d{4,})/dg,
  /(?:^|[?&;\s])([\w-]+)=([^&;#\s"'<>]+)/dg,
  /<([\w-]+)>([^<>]+)<\/\1>/dg,
  /<#(?:assign|global|local)\s+([\w-]+)\s*=\s*r?["']([^"']+)["']/dg,
];

/** User information in front of the host of an address (RFC 3986, 3.2.1). */
const USER_INFORMATION = /[a-z0-9]:\/\/((?:[^/?#\s"'<>\\$@]|\$\{[^}]*\})*)@/dgi;

/**
 * Where secrets stand in a text, by what they look like and by the names before them. Where a secret is recognised but
 * cannot be found, the whole text counts as one.
 */
export function secretSpans(text: string): readonly Span[] {
  const spans = [
    ...TOKENS.flatMap((pattern) => found(text, pattern, () => true)),
    ...CREDENTIALS.flatMap((pattern) => found(text, pattern, isCredential)),
    ...NAMED.flatMap((pattern) =>
      found(text, pattern, ([, name = "", value = ""]) => isSecretName(name) && isWrittenOut(value)),
    ),
    ...found(text, USER_INFORMATION, ([, user = ""]) => /[^:]/.test(user.replaceAll(/\$\{[^}]*\}/g, ""))),
    ...encodedLiterals(text),
  ];
  // An interpolation is what the check takes for a place without a secret.
  return secretIn(replaced(text, spans, "${x}")) === undefined ? merged(spans) : wholeOf(text);
}

/** A placeholder has words that tell the reader what to do; other words with blanks may be a pass phrase. */
const INSTRUCTION =
  /\b(?:enter|your|fill|insert|here|the|for|vul|uw|jouw|het|voor|hier|geben|ihr|ein|password|wachtwoord|passwort|kennwort|token|key)\b/i;

/** Whether a value that should be secret is one, rather than a place to put one. */
export function isWrittenOut(value: string): boolean {
  if (couldBeSecret(value)) return true;
  return /\S\s+\S/.test(value) && !value.includes("${") && !/^[<[{(]/.test(value) && !INSTRUCTION.test(value);
}

function isCredential([whole, credential = ""]: RegExpMatchArray): boolean {
  if (/^bearer/i.test(whole))
    return !/^[a-z]+(?:[-/][a-z]+)*\.?$/i.test(credential) && couldBeSecret(credential);
  return credential.includes(":") || /^[A-Za-z0-9+/_-]{6,}={0,2}$/.test(credential);
}

/** Texts that are written out inside `_base64(...)`, but for the colon between user and password. */
function encodedLiterals(text: string): readonly Span[] {
  const calls = text.matchAll(/_base64\s*\(((?:[^()"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*)\)/dg);
  return [...calls].flatMap((call) => {
    const [start = 0] = call.indices?.[1] ?? [];
    return found(
      call[1] ?? "",
      // Text in brackets is the name of a key.
      /\[\s*(?:"[^"\\]*"|'[^'\\]*')\s*\]|["']((?:[^"'\\]|\\.)*)["']/dg,
      ([, literal = ""]) => /[^:\s]/.test(literal.replaceAll(/\$\{[^}]*\}/g, "")),
    ).map((span) => ({ start: span.start + start, end: span.end + start }));
  });
}

/** The last group of each match, or all of it, where it passes a test. */
function found(
  text: string,
  pattern: RegExp,
  isSecret: (match: RegExpMatchArray) => boolean,
): readonly Span[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const span = match.indices?.at(-1);
    return span !== undefined && isSecret(match) ? [{ start: span[0], end: span[1] }] : [];
  });
}

function wholeOf(text: string): readonly Span[] {
  return text === "" ? [] : [{ start: 0, end: text.length }];
}

/** Spans in their order, those that touch made one. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((left, right) => left.start - right.start)) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else result.push(span);
  }
  return result;
}

/** A text with something else in place of some parts of it. */
export function replaced(text: string, spans: readonly Span[], replacement: string): string {
  let result = "";
  let from = 0;
  for (const { start, end } of merged(spans)) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}
