import type { Account } from "../world/world.js";
import type { ApiRequest } from "./api-request.js";
import type { HttpAnswer } from "../http.js";
import { errorAnswer } from "./reply.js";

/**
 * The refusal of a request without a usable Basic login, or undefined when the login is right.
 *
 * A world holds no secret: the name must be the account's, and any password is right that is not empty.
 */
export function loginRefusal(account: Account | undefined, { headers }: ApiRequest): HttpAnswer | undefined {
  const problem = problemOf(account, headers.get("authorization"));
  if (problem === undefined) return undefined;
  const { headers: contentType, ...answer } = errorAnswer(401, {
    errorCode: "unauthorized",
    appliesTo: [],
    errorMessage: problem,
  });
  return { ...answer, headers: { ...contentType, "WWW-Authenticate": 'Basic realm="TOPdesk"' } };
}

function problemOf(account: Account | undefined, authorization: string | undefined): string | undefined {
  if (authorization === undefined) return "The header Authorization is missing.";
  const [, encoded] = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization) ?? [];
  if (encoded === undefined)
    return "The header Authorization is not Basic with a name and a password in Base64.";
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  if (colon < 1 || colon === text.length - 1)
    return "The login lacks its name or its password: fill in the action's variables.";
  const name = text.slice(0, colon);
  return account === undefined || name === account.login
    ? undefined
    : `The world does not have the login ${JSON.stringify(name.slice(0, 60))}; its API account is ${JSON.stringify(account.login)}.`;
}
