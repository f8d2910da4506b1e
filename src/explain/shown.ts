import { couldBeSecret, hasUserInformation, isSecretName, secretIn } from "../check/secrets.js";
import type { Action } from "../model/action.js";
import type { Step } from "../model/step.js";
import { SecretMask } from "../simulate/secret-mask.js";
import type { Shown } from "./facts.js";

/** What stands in place of a secret. */
export const HIDDEN = "•••";

/** Shorter secrets would be found inside of ordinary words. */
const SHORTEST = 4;
const LONGEST_SHOWN = 300;

/** Names of headers that prove who sends a request. */
export const CREDENTIAL_HEADER = /authorization|cookie|token|secret|api-?key|password|credential/i;

/** Prepares the texts of an action for showing: secrets are hidden, and what is long is cut. */
export function shownOf(action: Action): Shown {
  const mask = new SecretMask(
    [...secretVariables(action), ...literalCredentials(action.steps)].filter(
      (secret) => secret.length >= SHORTEST,
    ),
    HIDDEN,
  );
  return (text) => {
    // Secrets are looked for before the text is cut: half a secret is not recognised.
    const hidden = mask.hide(text);
    return secretIn(hidden) !== undefined || hasUserInformation(hidden) ? HIDDEN : shortened(hidden);
  };
}

/** Text of at most `longest` characters, with a sign where it was cut. */
export function shortened(text: string, longest = LONGEST_SHOWN): string {
  if (text.length <= longest) return text;
  return `${Array.from(text.slice(0, longest)).slice(0, -1).join("")}…`;
}

function secretVariables({ variables }: Action): readonly string[] {
  return variables
    .filter(({ name, value, secret }) => (secret === true || isSecretName(name)) && couldBeSecret(value))
    .map(({ value }) => value);
}

function literalCredentials(steps: readonly Step[]): readonly string[] {
  return steps.flatMap((step) => {
    const headers = step.kind === "http" ? step.headers : [];
    const written = headers
      .filter(({ name, value }) => CREDENTIAL_HEADER.test(name) && !value.includes("${"))
      .flatMap(({ value }) => [value, ...value.split(/\s+/).slice(1)]);
    return [...written, ...literalCredentials(step.subSteps ?? [])];
  });
}
