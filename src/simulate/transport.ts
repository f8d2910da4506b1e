import { Agent, request as sendRequest } from "node:http";
import type { HttpAnswer, Transport } from "./http.js";

/** Sends requests over the network. Redirects are answers like any other. */
export const networkTransport: Transport = async ({ method, url, headers, body }, signal) => {
  const answer = await fetch(url, {
    method,
    headers,
    redirect: "manual",
    ...(body === "" ? {} : { body }),
    ...(signal === undefined ? {} : { signal }),
  });
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: await answer.text(),
  };
};

/**
 * Sends every request to a server on this machine as one does to a proxy (RFC 9112, section 3.2.2): with its whole
 * address, whatever that is. Nothing is looked up, and nothing leaves the machine.
 *
 * @param server the server's address, such as `http://127.0.0.1:12345`
 */
export function loopbackTransport(server: string): Transport {
  const { hostname, port } = new URL(server);
  const agent = new Agent({ keepAlive: true });
  return ({ method, url, headers, body }, signal) =>
    new Promise((resolve, reject) => {
      const sent = sendRequest(
        { hostname, port, method, path: absolute(url), headers: { ...headers }, agent, signal },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on("data", (chunk: Buffer) => chunks.push(chunk));
          answer.on("error", reject);
          answer.on("end", () => {
            resolve({
              status: answer.statusCode ?? 0,
              headers: textHeaders(answer.headers),
              body: Buffer.concat(chunks).toString("utf8"),
            });
          });
        },
      );
      sent.on("error", reject);
      sent.end(body);
    });
}

/** An address with what may not stand in a request line encoded. Throws when it is no address. */
function absolute(url: string): string {
  if (!URL.canParse(url)) throw new Error(`${JSON.stringify(url.slice(0, 200))} is no address`);
  return new URL(url).href;
}

function textHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): HttpAnswer["headers"] {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as const],
    ),
  );
}
