import type { HttpAnswer, HttpRequest } from "../http.js";
import type { Mail } from "../mail.js";

/** What stands where something must not be seen. */
export const MASK = "•••";

type Mask = (text: string) => string;

/**
 * Makes a function that replaces secrets, also where they are part of Basic credentials, encoded for an address, or
 * escaped for JSON.
 *
 * @param secrets texts such as passwords; empty ones are left out
 */
export function maskOf(credentials: readonly { readonly user: string; readonly secret: string }[]): Mask {
  const hidden = credentials
    .filter(({ secret }) => secret !== "")
    .flatMap(({ user, secret }) => [
      Buffer.from(`${user}:${secret}`, "utf8").toString("base64"),
      Buffer.from(secret, "utf8").toString("base64"),
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      secret,
    ])
    .sort((one, other) => other.length - one.length);
  return (text) => [...new Set(hidden)].reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
}

/** A request as it may be shown. Credentials are hidden whatever they are. */
export function maskedRequest({ method, url, headers, body }: HttpRequest, mask: Mask): HttpRequest {
  return { method, url: mask(url), headers: maskedHeaders(headers, mask), body: mask(body) };
}

export function maskedAnswer({ status, headers, body }: HttpAnswer, mask: Mask): HttpAnswer {
  return { status, headers: maskedHeaders(headers, mask), body: mask(body) };
}

export function maskedMail(mail: Mail, mask: Mask): Mail {
  const { from, to, cc, bcc, replyTo, subject, body, isHtml } = mail;
  const all = (addresses: readonly string[]) => addresses.map(mask);
  return {
    from: from === undefined ? undefined : mask(from),
    to: all(to),
    cc: all(cc),
    bcc: all(bcc),
    replyTo: all(replyTo),
    subject: mask(subject),
    body: mask(body),
    isHtml,
  };
}

const SECRET_HEADER = /^(?:proxy-)?authorization$|cookie|token|api-?key|secret/i;

function maskedHeaders(
  headers: Readonly<Record<string, string>>,
  mask: Mask,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      SECRET_HEADER.test(name) ? value.replace(/\S+$/, MASK) : mask(value),
    ]),
  );
}
