import { isSecretName } from "../check/secrets.js";
import type { HttpAnswer, HttpRequest } from "./http.js";

/** Names of headers that hold credentials. */
const CREDENTIAL_HEADER = /authorization|cookie|token|secret|api-?key|password|credential/i;

/** What a request proves with who sends it: whole headers, what is after their scheme, passwords, secret parameters. */
export function credentialsOf({ url, headers }: HttpRequest): readonly string[] {
  const values = Object.entries(headers)
    .filter(([name]) => CREDENTIAL_HEADER.test(name))
    .flatMap(([, value]) => [value, ...value.split(/\s+/).slice(1), ...quotedIn(value)])
    .flatMap((value) => [value, ...basicPassword(value)]);
  const address = URL.canParse(url) ? new URL(url) : undefined;
  return address === undefined
    ? values
    : [...values, decoded(address.password), ...secretParameters(address)];
}

/** The values of parameters such as `api_key`. */
export function secretParameters(address: URL): readonly string[] {
  return [...address.searchParams].filter(([name]) => isSecretName(name)).map(([, value]) => value);
}

/** What an answer hands out that proves who one is: the body of a login, and values of keys such as `access_token`. */
export function handedOutBy({ url }: HttpRequest, { body }: HttpAnswer): readonly string[] {
  const tokens = [...body.matchAll(/"([\w-]{1,60})"\s*:\s*"((?:[^"\\]|\\.)+)"/g)]
    .filter(([, name = ""]) => isSecretName(name))
    .map(([, , value = ""]) => value);
  return isLogin(url) ? [body.trim(), ...tokens] : tokens;
}

/** Whether an address is TOPdesk's login, whose answer is a token. */
export function isLogin(url: string): boolean {
  return URL.canParse(url) && new URL(url).pathname.startsWith("/tas/api/login/");
}

/** The token in `TOKEN id="..."`. */
function quotedIn(value: string): readonly string[] {
  return [...value.matchAll(/"([^"]+)"/g)].map(([, quoted = ""]) => quoted);
}

/** The password in the Base64 of a Basic login. */
function basicPassword(value: string): readonly string[] {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return [];
  const text = Buffer.from(value, "base64").toString("utf8");
  return text.includes(":") ? [text.slice(text.indexOf(":") + 1)] : [];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
