import type { JsonValue } from "../../model/json.js";
import type { HttpAnswer } from "../http.js";

/** One error of an answer, as both API descriptions have it (ErrorDescription). */
export interface ApiError {
  /** For programs. */
  readonly errorCode: string;
  /** The parameters or keys that it is about. */
  readonly appliesTo: readonly string[];
  /** For people. */
  readonly errorMessage: string;
}

/** An answer that holds JSON. */
export function jsonAnswer(status: number, value: JsonValue, mediaType = "application/json"): HttpAnswer {
  return { status, headers: { "Content-Type": mediaType }, body: JSON.stringify(value) };
}

/** An answer that says what is wrong. */
export function errorAnswer(status: number, error: ApiError): HttpAnswer {
  return jsonAnswer(status, { errors: [{ ...error }] });
}

/** Thrown where a request cannot be answered as it stands; the answer to give instead. */
export class Refusal extends Error {
  constructor(readonly answer: HttpAnswer) {
    super(answer.body);
  }
}

/** A refusal with an error in TOPdesk's words for programs and ours for people. */
export function refusal(
  status: number,
  errorCode: string,
  appliesTo: readonly string[],
  errorMessage: string,
): Refusal {
  return new Refusal(errorAnswer(status, { errorCode, appliesTo, errorMessage }));
}

/** A request with a parameter that cannot be used. */
export function badRequest(errorCode: string, parameter: string, message: string): Refusal {
  return refusal(400, errorCode, [parameter], message);
}

/** A request for something that TOPdesk documents and that is not built here. */
export function notSimulated(parameter: string, what: string): Refusal {
  return badRequest(
    "not_simulated",
    parameter,
    `The simulated TOPdesk does not build ${what}. Do without it, or put the answer into the world file, under "answers".`,
  );
}
