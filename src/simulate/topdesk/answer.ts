import { nearest } from "../../model/nearest.js";
import type { HttpAnswer, HttpRequest } from "../http.js";
import { SAMPLE_ADDRESS, type World } from "../world/world.js";
import { readRequest, type ApiRequest } from "./api-request.js";
import { cardsOf } from "./cards.js";
import { loginRefusal } from "./login.js";
import { acceptedMail, MAIL_ACCEPTED, mailIn, type SentMail } from "./mail.js";
import { recordedAnswers } from "./recorded.js";
import { Refusal, refusal } from "./reply.js";
import { MAIL_PATH, routeFor, unknownRoute, type Route } from "./routes.js";

export type { SentMail } from "./mail.js";

/** A TOPdesk that answers from a world. */
export interface SimulatedTopdesk {
  /** Answers a request, whatever it is; never throws. */
  answer(request: HttpRequest): HttpAnswer;
  /** The mails that were accepted, in order. */
  sentMails(): readonly SentMail[];
}

/** The header with a word about a request that TOPdesk answers, although probably not as it was meant. */
export const HINT_HEADER = "X-Simulation-Hint";

/** A simulated TOPdesk. All that it remembers is the mails that it accepted and which recorded answers it gave. */
export function createTopdesk(world: World): SimulatedTopdesk {
  const cards = cardsOf(world);
  const recorded = recordedAnswers(world.answers ?? []);
  const sent: SentMail[] = [];

  const built = (request: ApiRequest): HttpAnswer => {
    if (isMail(request)) {
      if (world.mail === undefined) throw notInWorld("mail", "mail");
      sent.push(acceptedMail(world.mail, request));
      return MAIL_ACCEPTED;
    }
    const route = routeFor(request);
    if (route === undefined) throw unknownRoute(request);
    if (world.types === undefined) throw notInWorld("asset management", "types");
    return withHint(route.answer(cards, request), request, route);
  };

  const answer = (request: ApiRequest): HttpAnswer => {
    const isTopdesk = isAddressOfTopdesk(request, world);
    if (isTopdesk) {
      const refused = loginRefusal(world.account, request);
      if (refused !== undefined) return refused;
    }
    const found = recorded.next(request, isTopdesk);
    if (found === undefined) {
      if (!isTopdesk) throw unknownHost(request, world);
      return built(request);
    }
    const mail = isTopdesk && isMail(request) && found.status === 202 ? mailIn(request) : undefined;
    if (mail !== undefined) sent.push(mail);
    return found;
  };

  return {
    answer: (request) => {
      try {
        return answer(readRequest(request));
      } catch (error) {
        if (error instanceof Refusal) return error.answer;
        throw error;
      }
    },
    sentMails: () => [...sent],
  };
}

/** Whether a request goes to the world's TOPdesk: its address, with either protocol, or this machine. */
function isAddressOfTopdesk({ origin }: ApiRequest, { url = SAMPLE_ADDRESS }: World): boolean {
  const address = new URL(origin);
  const own = URL.canParse(url) ? new URL(url).host : undefined;
  return address.host === own || ["127.0.0.1", "localhost", "[::1]"].includes(address.hostname);
}

function isMail({ method, path }: ApiRequest): boolean {
  return method === "POST" && path === MAIL_PATH;
}

function notInWorld(what: string, key: string): Error {
  return refusal(
    404,
    "not_found",
    [],
    `This world has no ${what}, and no recorded answer for this request. Add the key "${key}" to the world file, or the answer under "answers".`,
  );
}

function unknownHost({ method, origin, path }: ApiRequest, { url = SAMPLE_ADDRESS }: World): Error {
  return refusal(
    404,
    "not_found",
    [],
    `The world has no answer for ${method} ${origin}${path.slice(0, 200)}. TOPdesk is at ${url}; for another host, put the answer into the world file, under "answers", with its url.`,
  );
}

/** TOPdesk ignores parameters that it does not know, silently; a rehearsal says so in a header. */
function withHint(answer: HttpAnswer, { query }: ApiRequest, { parameters }: Route): HttpAnswer {
  const unknown = [...query.keys()].filter((name) => !parameters.includes(name));
  if (unknown.length === 0) return answer;
  const words = unknown.map((name) => {
    const written = name.slice(0, 60).replaceAll(/[^\x21-\x7e]/g, "?");
    const near = nearest(written, parameters);
    return `${written} is ignored${near === undefined ? "" : `; did you mean ${near}?`}`;
  });
  return { ...answer, headers: { ...answer.headers, [HINT_HEADER]: words.join(", ") } };
}
