import { stringLiteral } from "../freemarker/escape.js";
import { textOf, type Text } from "./text.js";
import { expressionOf, operand, postfix } from "./value.js";
import type { VariableReference } from "./variable.js";

/**
 * The value of an `Authorization` header for Basic login (RFC 7617), encoded when the action runs.
 *
 * `_base64` is a method of TOPdesk's templates (seen in exports).
 */
export function basicCredentials(
  user: VariableReference,
  password: VariableReference<"secret">,
): Text<"plain"> {
  const pair = `${operand(expressionOf(user))} + ${stringLiteral(":")} + ${operand(expressionOf(password))}`;
  return authorization("Basic ", `_base64(${pair})`);
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
