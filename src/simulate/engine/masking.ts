import { isSecretName } from "../../check/secrets.js";
import type { HttpAnswer, HttpRequest } from "../http.js";
import type { Mail } from "../mail.js";
import type { SecretMask } from "../secret-mask.js";

/** What stands where something must not be seen. */
export const MASK = "•••";

/** A request as it may be shown. Credentials are hidden whatever they are. */
export function maskedRequest({ method, url, headers, body }: HttpRequest, mask: SecretMask): HttpRequest {
  return {
    method,
    url: mask.hide(withoutCredentials(url)),
    headers: maskedHeaders(headers, mask),
    body: mask.hide(withoutNamedSecrets(body)),
  };
}

/** An answer as it may be shown. */
export function maskedAnswer({ status, headers, body }: HttpAnswer, mask: SecretMask): HttpAnswer {
  return { status, headers: maskedHeaders(headers, mask), body: mask.hide(withoutNamedSecrets(body)) };
}

/** A mail as it may be shown. */
export function maskedMail(mail: Mail, mask: SecretMask): Mail {
  const { from, to, cc, bcc, replyTo, subject, body, isHtml } = mail;
  const hide = (text: string) => mask.hide(text);
  return {
    from: from === undefined ? undefined : hide(from),
    to: to.map(hide),
    cc: cc.map(hide),
    bcc: bcc.map(hide),
    replyTo: replyTo.map(hide),
    subject: hide(subject),
    body: hide(body),
    isHtml,
  };
}

const SECRET_HEADER = /^(?:proxy-)?authorization$|cookie|token|api-?key|secret|password|credential/i;

/** The schemes after which a header holds a credential; anything else is taken for the credential itself. */
const SCHEME = /^(?:Basic|Bearer|Digest|Token|ApiKey|Negotiate)\s+/i;

function maskedHeaders(
  headers: Readonly<Record<string, string>>,
  mask: SecretMask,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      if (!SECRET_HEADER.test(name)) return [name, mask.hide(value)];
      return [name, value === "" ? "" : `${SCHEME.exec(value)?.[0] ?? ""}${MASK}`];
    }),
  );
}

/** An address without a login in front of its host, and without the values of parameters such as `api_key`. */
function withoutCredentials(url: string): string {
  return url
    .replace(/^(\w+:\/\/)[^/?#]*@/, `$1${MASK}@`)
    .replace(/([?&])([^=&#]+)=([^&#]+)/g, (whole, start: string, name: string) =>
      isSecretName(name) ? `${start}${name}=${MASK}` : whole,
    );
}

/** JSON without the values of keys such as `access_token`. */
function withoutNamedSecrets(body: string): string {
  return body.replace(/"([\w-]{1,60})"(\s*:\s*)"(?:[^"\\]|\\.)+"/g, (whole, name: string, colon: string) =>
    isSecretName(name) ? `"${name}"${colon}"${MASK}"` : whole,
  );
}
