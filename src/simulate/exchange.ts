import type { Exchange } from "./engine/surroundings.js";
import type { HttpAnswer, HttpRequest, Transport } from "./http.js";
import { isMailRequest } from "../topdesk/mail-service.js";

/** Sends everything to a simulated TOPdesk, whatever the address. Nothing leaves the machine. */
export function simulatedExchange(transport: Transport): Exchange {
  return async (request) => {
    try {
      return { kind: "answered", answer: await transport(request), sent: true };
    } catch (error) {
      return { kind: "unanswered", reason: "no answer", message: reasonOf(error) };
    }
  };
}

/** How long a real TOPdesk may take for an answer, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Sends GET requests to a real TOPdesk, and nothing else: what would write there is shown only.
 *
 * @param base the environment's address; requests to any other are shown only, since credentials must not go elsewhere
 */
export function readOnlyExchange(base: string, transport: Transport): Exchange {
  const origin = new URL(base).origin;
  return async (request) => {
    if (request.method !== "GET") return { kind: "answered", answer: imagined(request), sent: false };
    if (originOf(request.url) !== origin) {
      const message = `The address is not part of ${origin}, so that the request was not sent.`;
      return {
        kind: "unanswered",
        reason: "not simulated",
        message,
        hint: "Rehearse it against a world with a recorded answer.",
      };
    }
    try {
      return {
        kind: "answered",
        answer: await transport(request, AbortSignal.timeout(PATIENCE)),
        sent: true,
      };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === "TimeoutError";
      const reason = timedOut ? "timeout" : "no answer";
      return {
        kind: "unanswered",
        reason,
        message: timedOut ? "No answer came in 30 seconds." : reasonOf(error),
      };
    }
  };
}

/** What is taken for the answer to a request that is only shown. */
function imagined(request: HttpRequest): HttpAnswer {
  return isMailRequest(request)
    ? { status: 202, headers: {}, body: "" }
    : { status: 200, headers: { "content-type": "application/json" }, body: "{}" };
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : "";
  return `${error.message}${cause}`;
}
