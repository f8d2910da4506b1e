import type { HttpStep } from "../../model/step.js";
import type { HttpRequest } from "../http.js";
import type { Failure, Unrendered } from "../trace.js";
import type { Memory } from "./memory.js";
import { whyUnsendable } from "./unsendable.js";

/** A request with every text rendered. */
export interface RenderedRequest {
  readonly request: HttpRequest;
  readonly unrendered: readonly Unrendered[];
  /** Why it cannot be sent, if it cannot. */
  readonly failure?: Failure;
}

/** Renders the texts of a step's request, in the order in which they stand in the file. */
export function renderRequest(
  step: HttpStep,
  memory: Memory,
): RenderedRequest | { readonly failure: Failure } {
  const url = memory.render("url", step.url, "url");
  if (!url.ok) return url;
  const headers: (readonly [string, string])[] = [];
  const inHeaders: Unrendered[] = [];
  for (const { name, value } of step.headers) {
    const header = memory.render("headers", value, "nothing");
    if (!header.ok) return header;
    headers.push([name, header.text]);
    inHeaders.push(...header.unrendered);
  }
  const body = memory.render("body", step.body, step.escapeBodyValues ? "json" : "nothing");
  if (!body.ok) return body;
  const request = {
    method: step.method,
    url: url.text,
    headers: Object.fromEntries(headers),
    body: body.text,
  };
  const fromVariables = memory.codeFromVariables([url.text, ...headers.map(([, value]) => value), body.text]);
  const problem = whyUnsendable(request);
  return {
    request,
    unrendered: [...url.unrendered, ...inHeaders, ...body.unrendered, ...fromVariables],
    ...(problem === undefined
      ? {}
      : { failure: { ...problem, message: memory.secrets.hide(problem.message) } }),
  };
}
