import type { Variable } from "../model/action.js";
import { NAMED_KEYS } from "./known-keys.js";
import { residueOf, type RawKeys } from "./raw.js";
import { member, topLevel, valueOf, type Value } from "./value.js";

/** A variable that an action declares: the admin fills it in after the import. */
export interface VariableDefinition<Kind extends "text" | "secret" = "text" | "secret"> {
  readonly kind: Kind;
  readonly hint: string;
  /** Keys of it in the file besides its name and value. */
  readonly raw?: RawKeys;
}

/** What may be said of any variable. */
export interface VariableOptions {
  /** Keys of it in the file besides its name and value. */
  readonly raw?: RawKeys;
}

export const VARIABLE: unique symbol = Symbol.for("topdesk-actions.variable");

/** A reference to a variable. Secrets have their own kind and fit only where credentials are asked for. */
export type VariableReference<Kind extends "text" | "secret" = "text"> = Value<Kind> & {
  readonly [VARIABLE]: string;
};

/**
 * A variable.
 *
 * @param hint what to fill in; it is the value that an admin sees and replaces
 */
export function variable(hint: string, options: VariableOptions = {}): VariableDefinition<"text"> {
  return { kind: "text", hint, ...options };
}

/** A variable whose value must stay secret. It can be used in credentials only. */
export function secretVariable(hint: string, options: VariableOptions = {}): VariableDefinition<"secret"> {
  return { kind: "secret", hint, ...options };
}

/** The reference to the variable of this name. */
export function variableReference<Kind extends "text" | "secret">(
  name: string,
  kind: Kind,
): VariableReference<Kind> {
  return Object.assign(valueOf(kind, member(topLevel("_variables"), name)), { [VARIABLE]: name } as const);
}

/** The variables of an action as its model holds them. */
export function declaredVariables(
  definitions: Readonly<Record<string, VariableDefinition>>,
): readonly Variable[] {
  return Object.entries(definitions).map(([name, definition]) => ({
    name,
    value: definition.hint,
    secret: definition.kind === "secret",
    ...(definition.raw === undefined ? {} : { residue: residueOf(definition.raw, NAMED_KEYS) }),
  }));
}
