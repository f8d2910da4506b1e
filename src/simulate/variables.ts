import { isSecretName } from "../check/secrets.js";
import type { Action } from "../model/action.js";

/** Where the value of a variable came from. */
export type VariableOrigin = "command line" | "world" | "guessed from the name" | "file";

export interface FilledVariable {
  readonly name: string;
  readonly value: string;
  readonly origin: VariableOrigin;
  /** Whether the value must not be seen. */
  readonly secret: boolean;
}

/** What to fill into variables whose values nobody gave. */
export interface FillingIn {
  /** Values by the name of the variable. */
  readonly given: ReadonlyMap<string, string>;
  readonly ofWorld: ReadonlyMap<string, string>;
  readonly login: { readonly user: string; readonly password: string };
  /** TOPdesk's address, without a slash at the end. */
  readonly topdeskUrl: string;
  readonly mail: { readonly from: string; readonly to: string };
}

/**
 * Fills in the variables of an action as its admin would: with what was given, else with what the name asks for
 * (an address, a login, a sender), else with what the file holds.
 */
export function fillInVariables(action: Action, filling: FillingIn): readonly FilledVariable[] {
  return action.variables.map(({ name, value, secret: declared }): FilledVariable => {
    const secret = declared === true || namesSecret(name);
    const given = filling.given.get(name);
    if (given !== undefined) return { name, value: given, origin: "command line", secret };
    const ofWorld = filling.ofWorld.get(name);
    if (ofWorld !== undefined) return { name, value: ofWorld, origin: "world", secret };
    const guessed = guess(name, value, secret, filling);
    if (guessed !== undefined) return { name, value: guessed, origin: "guessed from the name", secret };
    return { name, value, origin: "file", secret };
  });
}

/** The values that must not be seen. */
export function secretValues(variables: readonly FilledVariable[]): readonly string[] {
  return variables.filter(({ secret }) => secret).map(({ value }) => value);
}

/** Whether the name of a variable says that its value is secret. */
export function namesSecret(name: string): boolean {
  return isSecretName(name) || /(?:^|_)(?:pass|pwd|pw|pin)(?:_|$)/i.test(name);
}

/** What names of variables in public actions mean, in their words. */
function guess(
  name: string,
  value: string,
  secret: boolean,
  { login, topdeskUrl, mail }: FillingIn,
): string | undefined {
  if (secret) return login.password;
  if (/domain|host/i.test(name) && !/mail/i.test(name)) return new URL(topdeskUrl).host;
  if (/url|address|adres/i.test(name) && /topdesk/i.test(name)) return topdeskUrl;
  if (/mail_?from|sender|afzender/i.test(name)) return mail.from;
  if (/mail_?to|recipient|ontvanger/i.test(name)) return isAddress(value) ? undefined : mail.to;
  if (/(?:^|_|topdesk)(?:user|username|user_?name|login|operator)$/i.test(name)) return login.user;
  return undefined;
}

/** Whether the file holds what an admin filled in rather than a hint at what to fill in. */
function isAddress(value: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(value.trim());
}
