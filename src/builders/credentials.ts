import { textOf, type Text } from "./text.js";
import { expressionOf, operand, postfix } from "./value.js";
import type { VariableReference } from "./variable.js";

/** How the value of the header is spelt, where it must be as it was. */
export interface CredentialSpelling {
  /** What stands before the credentials. Default: `Basic ` with one space; TOPdesk's own examples have two. */
  readonly scheme?: string;
  /** What stands around the colon between user and password. Default: `"`. */
  readonly quote?: '"' | "'";
}

/**
 * The value of an `Authorization` header for Basic login (RFC 7617), encoded when the action runs.
 *
 * `_base64` is a method of TOPdesk's templates (seen in exports).
 */
export function basicCredentials(
  user: VariableReference,
  password: VariableReference<"secret">,
  { scheme = "Basic ", quote = '"' }: CredentialSpelling = {},
): Text<"plain"> {
  const pair = `${operand(expressionOf(user))} + ${quote}:${quote} + ${operand(expressionOf(password))}`;
  return authorization(scheme, `_base64(${pair})`);
}

/** The value of an `Authorization` header for a bearer token (RFC 6750). */
export function bearerToken(token: VariableReference<"secret">): Text<"plain"> {
  return authorization("Bearer ", expressionOf(token).source);
}

function authorization(scheme: string, source: string): Text<"plain"> {
  return textOf("plain", [
    { kind: "literal", text: scheme },
    { kind: "interpolation", expression: postfix(source) },
  ]);
}
