import { basicCredentials } from "../builders/credentials.js";
import type { Flow, Response, StepOptions } from "../builders/flow.js";
import type { HttpRequest } from "../builders/http.js";
import { mailRequest, type Mail } from "../builders/mail.js";
import type { Shape } from "../builders/shape.js";
import { baseUrl, isText, url, type Text } from "../builders/text.js";
import type { Value } from "../builders/value.js";
import type { VariableReference } from "../builders/variable.js";
import { topdeskUrl } from "./globals.js";

/** A request to TOPdesk's own API: the path instead of the whole address. */
export interface ApiRequest<Answer extends Shape = Shape> extends Omit<HttpRequest<Answer>, "url"> {
  /** From the first slash after the host name. */
  readonly path: Text<"url">;
}

/** Requests to TOPdesk with the address and the credentials filled in. */
export interface TopdeskApi {
  /** Sends a request as a step. */
  send<Answer extends Shape>(
    name: string,
    request: ApiRequest<Answer>,
    options?: StepOptions,
  ): Response<Answer>;
  /** Sends a mail as a step. Needs the permission "Send emails with REST API". */
  mail(name: string, mail: Mail, options?: StepOptions): void;
}

/** An operator account and its application password, or the whole value of the header `Authorization`. */
export type ApiCredentials =
  | { readonly user: VariableReference; readonly password: VariableReference<"secret"> }
  | { readonly authorization: Text<"plain"> };

/**
 * TOPdesk's API, reached with an operator account and its application password.
 *
 * @param address a variable with it, or how it is put together; without a slash at the end. Default: the environment
 *   that runs the action ({@link topdeskUrl})
 */
export function topdeskApi(
  flow: Flow,
  credentials: ApiCredentials,
  address: Value<"text"> | Text<"url"> = topdeskUrl,
): TopdeskApi {
  const base = isText(address) ? address : baseUrl(address);
  const authorization =
    "authorization" in credentials
      ? credentials.authorization
      : basicCredentials(credentials.user, credentials.password);
  const send = <Answer extends Shape>(name: string, request: HttpRequest<Answer>, options?: StepOptions) =>
    flow.http(name, { ...request, headers: { ...request.headers, Authorization: authorization } }, options);
  return {
    send: (name, { path, ...request }, options) =>
      send(name, { ...request, url: url`${base}${path}` }, options),
    mail: (name, mail, options) => void send(name, mailRequest(base, mail), options),
  };
}
