import type { HttpRequest } from "../http.js";
import type { Failure } from "../trace.js";

/**
 * Why a request cannot be sent as it is. What a browser would put right is a failure here: whether TOPdesk does so too
 * is not known.
 */
export function whyUnsendable(request: HttpRequest): Failure | undefined {
  return problemOfMethod(request.method) ?? problemOfUrl(request.url) ?? problemOfHeaders(request.headers);
}

/** A method or the name of a header (RFC 9110, section 5.6.2). */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

function problemOfMethod(method: string): Failure | undefined {
  if (TOKEN.test(method)) return undefined;
  return unsendable(
    `${JSON.stringify(method)} is no method of a request.`,
    "Write GET, POST, PUT, PATCH or DELETE.",
  );
}

/** What may not stand in an address (RFC 3986); letters of other alphabets are encoded on the way. */
const NOT_IN_URL = /[\p{Cc} "<>\\^`{|}]/u;

function problemOfUrl(url: string): Failure | undefined {
  const shown = JSON.stringify(url.length > 200 ? `${url.slice(0, 200)}…` : url);
  if (!URL.canParse(url) || !/^https?:\/\//i.test(url)) {
    return unsendable(`${shown} is no address.`, "An address starts with https:// and the name of a host.");
  }
  const found = NOT_IN_URL.exec(url);
  if (found === null) return undefined;
  const code = encodeURIComponent(found[0]);
  return unsendable(
    `The address ${shown} holds ${JSON.stringify(found[0])} at character ${found.index + 1}, which an address cannot hold.`,
    `Write ${code}, or insert the text with \${...}, which encodes it unless it says ?no_esc.`,
  );
}

function problemOfHeaders(headers: Readonly<Record<string, string>>): Failure | undefined {
  for (const [name, value] of Object.entries(headers)) {
    if (!TOKEN.test(name))
      return unsendable(
        `${JSON.stringify(name)} is no name of a header.`,
        "Names hold letters, digits and hyphens only.",
      );
    if (/[^\P{Cc}\t]/u.test(value))
      return unsendable(
        `The header ${name} holds a line break or another control character.`,
        'Take it out, such as with ?replace("\\n", " ").',
      );
    if (/[^\p{Cc}\u0020-\u00ff]/u.test(value))
      return unsendable(
        `The header ${name} holds characters that headers cannot hold.`,
        "Send them in the body, or encoded with ?url.",
      );
  }
  return undefined;
}

function unsendable(message: string, hint: string): Failure {
  return { kind: "request", message, hint };
}
