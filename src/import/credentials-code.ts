import { basicCredentials, bearerToken } from "../builders/credentials.js";
import { print } from "../builders/text.js";
import { variableReference } from "../builders/variable.js";
import { parse } from "../freemarker/parse.js";
import type { Expression } from "../freemarker/tree.js";
import { pathOf } from "./expressions.js";
import { objectCode, stringCode } from "./literals.js";
import type { KnownVariable } from "./scope.js";
import type { UsePackage } from "./package-names.js";

/** What a header that holds credentials is made of. */
export type SeenCredentials =
  | {
      readonly kind: "basic";
      readonly user: string;
      readonly password: string;
      readonly scheme: string;
      readonly quote: '"' | "'";
    }
  | { readonly kind: "bearer"; readonly token: string };

/** Reads the value of a header. Undefined when the builders cannot say it with exactly these bytes. */
export function credentialsIn(value: string): SeenCredentials | undefined {
  const [scheme = "", rest] = value.split(/(?=\$\{)/, 2);
  if (rest === undefined || scheme + rest !== value || /[#$<[]/.test(scheme)) return undefined;
  const { template, errors } = parse(rest);
  const [element, ...others] = template.body;
  if (errors.length > 0 || others.length > 0 || element?.kind !== "interpolation") return undefined;
  const seen = basicIn(element.expression, scheme, rest) ?? bearerIn(element.expression);
  return seen !== undefined && printed(seen) === value ? seen : undefined;
}

/** `_base64(user + ":" + password)` */
function basicIn(expression: Expression, scheme: string, source: string): SeenCredentials | undefined {
  if (expression.kind !== "call" || expression.arguments.length !== 1) return undefined;
  const [sum] = expression.arguments;
  if (sum?.kind !== "binary" || sum.left.kind !== "binary") return undefined;
  const [user, password] = [variableIn(sum.left.left), variableIn(sum.right)];
  if (user === undefined || password === undefined || user === password) return undefined;
  return { kind: "basic", user, password, scheme, quote: source.includes("':'") ? "'" : '"' };
}

function bearerIn(expression: Expression): SeenCredentials | undefined {
  const token = variableIn(expression);
  return token === undefined ? undefined : { kind: "bearer", token };
}

function variableIn(expression: Expression): string | undefined {
  const [root, name, ...rest] = pathOf(expression) ?? [];
  return root === "_variables" && typeof name === "string" && rest.length === 0 ? name : undefined;
}

function printed(seen: SeenCredentials): string {
  const text =
    seen.kind === "bearer"
      ? bearerToken(variableReference(seen.token, "secret"))
      : basicCredentials(
          variableReference(seen.user, "text"),
          variableReference(seen.password, "secret"),
          seen,
        );
  return print(text, "plain");
}

/** The name of the variable that the credentials keep secret. */
export function secretOf(seen: SeenCredentials): string {
  return seen.kind === "bearer" ? seen.token : seen.password;
}

/** The code of two variables, when both are what credentials ask for. */
export function accountCode(
  seen: SeenCredentials,
  variables: ReadonlyMap<string, KnownVariable>,
): { readonly user: string; readonly password: string } | undefined {
  if (seen.kind !== "basic") return undefined;
  const [user, password] = [variables.get(seen.user), variables.get(seen.password)];
  if (user === undefined || password === undefined || user.secret || !password.secret) return undefined;
  user.read();
  password.read();
  return { user: user.code, password: password.code };
}

/** Whether an account needs no more than `topdeskApi` knows by itself. */
export function isPlainlySpelt(seen: SeenCredentials): boolean {
  return seen.kind === "basic" && seen.scheme === "Basic " && seen.quote === '"';
}

/** The code that makes the header's value. */
export function credentialsCode(
  seen: SeenCredentials,
  variables: ReadonlyMap<string, KnownVariable>,
  use: UsePackage,
): string | undefined {
  if (seen.kind === "bearer") {
    const token = variables.get(seen.token);
    if (!token?.secret) return undefined;
    token.read();
    return `${use("bearerToken")}(${token.code})`;
  }
  const account = accountCode(seen, variables);
  if (account === undefined) return undefined;
  const spelling = objectCode([
    ["scheme", seen.scheme === "Basic " ? undefined : stringCode(seen.scheme)],
    ["quote", seen.quote === '"' ? undefined : stringCode(seen.quote)],
  ]);
  const last = spelling === "{}" ? "" : `, ${spelling}`;
  return `${use("basicCredentials")}(${account.user}, ${account.password}${last})`;
}
