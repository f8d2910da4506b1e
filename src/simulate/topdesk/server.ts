import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { errorAnswer } from "./reply.js";
import type { HttpAnswer } from "../http.js";
import type { SimulatedTopdesk } from "./answer.js";

/** A simulated TOPdesk that listens on this machine. */
export interface RunningServer {
  /** Without a slash at the end: `http://127.0.0.1:12345`. */
  readonly url: string;
  close(): Promise<void>;
}

/** The largest body that is read: the limit that the API description of email-v1 names for a mail. */
const LARGEST_BODY = 50 * 1024 * 1024;

/** Lets a simulated TOPdesk answer real requests, from this machine only, on a port that is free. */
export async function startServer(topdesk: SimulatedTopdesk): Promise<RunningServer> {
  const server = createServer((request, response) => {
    answerTo(topdesk, request, address())
      .then((answer) => send(response, answer))
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  const address = () => {
    const bound = server.address();
    return typeof bound === "object" && bound !== null
      ? `http://127.0.0.1:${bound.port}`
      : "http://127.0.0.1";
  };
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: address(),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

async function answerTo(
  topdesk: SimulatedTopdesk,
  request: IncomingMessage,
  address: string,
): Promise<HttpAnswer> {
  const body = await bodyOf(request);
  if (body === undefined) {
    return errorAnswer(413, {
      errorCode: "message_too_large",
      appliesTo: [],
      errorMessage: "The request is larger than 50 MB.",
    });
  }
  const target = request.url ?? "/";
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
  return topdesk.answer({
    method: request.method ?? "GET",
    url: target.startsWith("/") ? `${address}${target}` : target,
    headers: Object.fromEntries(headers),
    body,
  });
}

/** The body as text, or undefined when it is too large. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Buffer)) continue;
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  return size > LARGEST_BODY ? undefined : Buffer.concat(chunks).toString("utf8");
}

/** Headers about how an answer travelled, which a recorded answer may have and which this server sets itself. */
const ABOUT_TRAVEL = ["connection", "content-encoding", "content-length", "keep-alive", "transfer-encoding"];

function send(response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  const own = Object.entries(headers).filter(([name]) => !ABOUT_TRAVEL.includes(name.toLowerCase()));
  response.writeHead(status, Object.fromEntries(own));
  response.end(body);
}
