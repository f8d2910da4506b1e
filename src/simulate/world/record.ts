import { isSecretName, secretIn } from "../../check/secrets.js";
import type { HttpAnswer, HttpRequest, Transport } from "../http.js";
import type { RecordedAnswer, World } from "./world.js";

/** A transport that keeps what it brings. */
export interface RecordingTransport {
  readonly transport: Transport;
  /** The answers so far, in the order in which they came, without credentials. */
  readonly recorded: () => readonly RecordedAnswer[];
}

/**
 * Lets requests through and keeps the answers. Headers and bodies of requests are never kept; what was a credential in
 * any request is taken out of every address and answer.
 */
export function recordingTransport(transport: Transport): RecordingTransport {
  const exchanges: Exchange[] = [];
  const secrets = new Set<string>();
  return {
    transport: async (request, signal) => {
      const answer = await transport(request, signal);
      for (const secret of secretsOf(request)) secrets.add(secret);
      exchanges.push({ method: request.method.toUpperCase(), url: request.url, answer });
      return answer;
    },
    recorded: () => {
      const longestFirst = [...secrets].toSorted((left, right) => right.length - left.length);
      return exchanges.map((exchange) => recordedAnswer(exchange, longestFirst));
    },
  };
}

interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly answer: HttpAnswer;
}

/** A world that gives recorded answers and nothing else. Several answers to the same request are given in turn. */
export function worldOf(recorded: readonly RecordedAnswer[], name = "Recorded answers"): World {
  return {
    name,
    description:
      "Real answers, kept by --record. They hold the data of the environment that gave them: look through them before you share this file.",
    answers: recorded,
  };
}

function recordedAnswer({ method, url, answer }: Exchange, secrets: readonly string[]): RecordedAnswer {
  const contentType = Object.entries(answer.headers).find(([name]) => name.toLowerCase() === "content-type");
  return {
    method,
    url: withoutSecrets(url, secrets),
    status: answer.status,
    ...(contentType === undefined ? {} : { headers: { "Content-Type": contentType[1] } }),
    body: bodyWithout(answer.body, secrets, isLogin(url)),
  };
}

/** A body that hands out a secret of its own goes as a whole: nothing tells where that secret ends. */
function bodyWithout(body: string, secrets: readonly string[], handsOutToken: boolean): string {
  const clean = withoutTexts(body, secrets);
  return handsOutToken || secretIn(clean) !== undefined ? REMOVED : clean;
}

/** Whether an address is TOPdesk's login, whose answer is a token. */
function isLogin(url: string): boolean {
  return URL.canParse(url) && new URL(url).pathname.startsWith("/tas/api/login/");
}

const REMOVED = "REMOVED";

/** Names of headers that hold credentials. */
const CREDENTIAL_HEADER = /authorization|cookie|token|secret|api-?key|password|credential/i;

/** Shorter texts are found everywhere, and removing them would leave no answer readable. */
const SHORTEST_SECRET = 4;

/** The credentials of a request, in every spelling in which an answer could repeat them. */
function secretsOf({ url, headers }: HttpRequest): readonly string[] {
  const values = Object.entries(headers)
    .filter(([name]) => CREDENTIAL_HEADER.test(name))
    .flatMap(([, value]) => [value, ...value.split(/\s+/).slice(1)])
    .flatMap((value) => [value, ...basicPassword(value)]);
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const inUrl = address === undefined ? [] : [decoded(address.password), ...secretParameters(address)];
  const all = [...values, ...inUrl].filter((value) => value.length >= SHORTEST_SECRET);
  return all.flatMap((value) => [
    value,
    encodeURIComponent(Buffer.from(value).toString()),
    JSON.stringify(value).slice(1, -1),
  ]);
}

/** The password in the Base64 of a Basic login. */
function basicPassword(value: string): readonly string[] {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return [];
  const text = Buffer.from(value, "base64").toString("utf8");
  return text.includes(":") ? [text.slice(text.indexOf(":") + 1)] : [];
}

function secretParameters(address: URL): readonly string[] {
  return [...address.searchParams].filter(([name]) => isSecretName(name)).map(([, value]) => value);
}

/**
 * The address without user information. Where a parameter held a secret the whole query goes: an answer without a query
 * fits every one, so the recording still fits the request.
 */
function withoutSecrets(url: string, secrets: readonly string[]): string {
  if (!URL.canParse(url)) return withoutTexts(url, secrets);
  const address = new URL(url);
  address.username = "";
  address.password = "";
  address.hash = "";
  const clean = withoutTexts(address.href, secrets);
  const hasSecrets =
    secretParameters(address).length > 0 || withoutTexts(address.search, secrets) !== address.search;
  return hasSecrets ? clean.slice(0, clean.indexOf("?")) : clean;
}

function withoutTexts(text: string, secrets: readonly string[]): string {
  return secrets.reduce((left, secret) => left.replaceAll(secret, REMOVED), text);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
