/** What came of printing or reading a value: the result, or why there is none. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  /** FreeMarker refuses this too. */
  | { readonly ok: false; readonly kind: "invalid"; readonly message: string }
  /** FreeMarker gives something here that this code does not know; it never guesses. */
  | { readonly ok: false; readonly kind: "not simulated"; readonly message: string };

export type Failure = Extract<Outcome<never>, { ok: false }>;

export function success<Value>(value: Value): Outcome<Value> {
  return { ok: true, value };
}

export function invalid(message: string): Failure {
  return { ok: false, kind: "invalid", message };
}

export function notSimulated(what: string): Failure {
  return { ok: false, kind: "not simulated", message: `not simulated: ${what}` };
}
