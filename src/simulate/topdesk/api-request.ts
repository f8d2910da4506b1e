import type { HttpRequest } from "../http.js";
import { badRequest, refusal } from "./reply.js";

/** The parameters of a request: for each name its values, decoded, in order. */
export type Query = ReadonlyMap<string, readonly string[]>;

/** A request with its address taken apart. */
export interface ApiRequest {
  readonly method: string;
  /** With protocol, without a slash at the end: `https://topdesk.example.com`. */
  readonly origin: string;
  /** From the first slash after the host, still percent-encoded. */
  readonly path: string;
  readonly query: Query;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/**
 * Takes a request apart.
 *
 * @throws Refusal (400) when the address is malformed
 */
export function readRequest({ method, url, headers, body }: HttpRequest): ApiRequest {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) {
    throw badRequest(
      "malformed_url",
      "url",
      `${JSON.stringify(url.slice(0, 200))} is no address. Write the whole address, such as https://topdesk.example.com/tas/api/assetmgmt/assets.`,
    );
  }
  return {
    method: method.toUpperCase(),
    origin: address.origin,
    path: address.pathname,
    query: readQuery(address.search),
    headers: new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.trim()])),
    body,
  };
}

/** The parameters after a question mark. */
export function readQuery(search: string): Query {
  const query = new Map<string, string[]>();
  for (const part of search.replace(/^\?/, "").split("&")) {
    if (part === "") continue;
    const equals = part.includes("=") ? part.indexOf("=") : part.length;
    const name = decoded(part.slice(0, equals));
    const values = query.get(name) ?? [];
    query.set(name, [...values, decoded(part.slice(equals + 1))]);
  }
  return query;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw refusal(
      400,
      "malformed_query",
      [],
      `${JSON.stringify(text.slice(0, 200))} in the query is not percent-encoded UTF-8. Write a percent sign as %25.`,
    );
  }
}
