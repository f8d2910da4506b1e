import { secretIn } from "../../check/secrets.js";
import type { HttpAnswer, Transport } from "../http.js";
import { credentialsOf, handedOutBy, isLogin, secretParameters } from "../request-credentials.js";
import { SecretMask } from "../secret-mask.js";
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
 *
 * @param known secrets that need not be in a header, such as the values of secret variables
 */
export function recordingTransport(transport: Transport, known: readonly string[] = []): RecordingTransport {
  const exchanges: Exchange[] = [];
  const secrets = new Set(known);
  return {
    transport: async (request, signal) => {
      const answer = await transport(request, signal);
      for (const secret of [...credentialsOf(request), ...handedOutBy(request, answer)])
        if (secret.length >= SHORTEST_SECRET) secrets.add(secret);
      exchanges.push({ method: request.method.toUpperCase(), url: request.url, answer });
      return answer;
    },
    recorded: () => {
      const mask = new SecretMask(secrets, REMOVED);
      return exchanges.map((exchange) => recordedAnswer(exchange, mask));
    },
  };
}

interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly answer: HttpAnswer;
}

/**
 * A world that gives recorded answers, and takes every mail. Several answers to the same request are given in turn.
 *
 * @param url the address of the TOPdesk that gave them
 */
export function worldOf(recorded: readonly RecordedAnswer[], url?: string): World {
  return {
    name: "Recorded answers",
    description:
      "Real answers, kept by --record. They hold the data of the environment that gave them: look through them before you share this file.",
    ...(url === undefined ? {} : { url }),
    mail: { allowed: true, defaultSender: "topdesk@example.com" },
    answers: recorded,
  };
}

function recordedAnswer({ method, url, answer }: Exchange, mask: SecretMask): RecordedAnswer {
  const contentType = Object.entries(answer.headers).find(([name]) => name.toLowerCase() === "content-type");
  return {
    method,
    url: withoutSecrets(url, mask),
    status: answer.status,
    ...(contentType === undefined ? {} : { headers: { "Content-Type": contentType[1] } }),
    body: bodyWithout(answer.body, mask, isLogin(url)),
  };
}

/** A body that hands out a secret of its own goes as a whole: nothing tells where that secret ends. */
function bodyWithout(body: string, mask: SecretMask, handsOutToken: boolean): string {
  const clean = mask.hide(body);
  return handsOutToken || secretIn(clean) !== undefined ? REMOVED : clean;
}

const REMOVED = "REMOVED";

/** Shorter texts are found everywhere, and removing them would leave no answer readable. */
const SHORTEST_SECRET = 4;

/**
 * The address without user information. Where a parameter held a secret the whole query goes: an answer without a query
 * fits every one, so the recording still fits the request.
 */
function withoutSecrets(url: string, mask: SecretMask): string {
  if (!URL.canParse(url)) return mask.hide(url);
  const address = new URL(url);
  address.username = "";
  address.password = "";
  address.hash = "";
  const clean = mask.hide(address.href);
  const hasSecrets = secretParameters(address).length > 0 || mask.hide(address.search) !== address.search;
  return hasSecrets ? clean.slice(0, clean.indexOf("?")) : clean;
}
