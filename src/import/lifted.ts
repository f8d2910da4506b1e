import type { ActionFile } from "../model/action.js";
import type { HttpStep } from "../model/step.js";
import { placedSteps } from "../model/walk.js";
import { accountCode, credentialsCode, credentialsIn, isPlainlySpelt } from "./credentials-code.js";
import type { Surroundings } from "./expressions.js";
import { baseOf, type Lifted, type LiftedApi } from "./module-state.js";
import type { Names } from "./names.js";
import { headerCode } from "./request-code.js";
import { codedText, textCode } from "./text-code.js";

/** Everything that the requests of an action say more than once. */
export interface LiftedParts {
  readonly api: LiftedApi | undefined;
  readonly headers: ReadonlyMap<string, Lifted>;
  readonly bases: ReadonlyMap<string, Lifted>;
}

/** Finds what several requests say, and the code that says it once. */
export function liftedParts(file: ActionFile, identifiers: Names, around: Surroundings): LiftedParts {
  const requests = placedSteps(file).flatMap(({ step }) => (step.kind === "http" ? [step] : []));
  const api = liftedApi(requests, identifiers, around);
  const others = requests.filter((step) => apiKey(step) === undefined || apiKey(step) !== keyOf(api));
  const values = others.flatMap(({ headers }) => headers).filter(({ value }) => value.includes("${"));
  const names = new Map(values.map(({ name, value }) => [value, name]));
  const headers = repeated(values.map(({ value }) => value)).map((value): readonly [string, Lifted] => [
    value,
    lifted(identifiers.take(names.get(value) ?? "", "header"), () => headerCode(value, false, around)),
  ]);
  const bases = repeated(others.flatMap(({ url }) => baseOf(url) ?? [])).map(
    (base): readonly [string, Lifted] => [
      base,
      lifted(identifiers.take("base", "address"), () => addressOf(base, around)),
    ],
  );
  return { api, headers: new Map(headers), bases: new Map(bases) };
}

function lifted(name: string, code: () => string): Lifted {
  return { name, code, used: false };
}

function repeated(texts: readonly string[]): readonly string[] {
  const counts = countsOf(texts);
  return [...counts].filter(([, count]) => count > 1).map(([text]) => text);
}

function countsOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** The credentials and the address of most requests, when they have the credentials as last header. */
function liftedApi(
  requests: readonly HttpStep[],
  identifiers: Names,
  around: Surroundings,
): LiftedApi | undefined {
  const counts = countsOf(requests.flatMap((step) => apiKey(step) ?? []));
  const [most] = [...counts].sort(([, left], [, right]) => right - left);
  const step = most && requests.find((request) => apiKey(request) === most[0]);
  const authorization = step?.headers.at(-1)?.value;
  const base = step && baseOf(step.url);
  if (authorization === undefined || base === undefined) return undefined;
  const name = identifiers.take("topdesk", "api");
  return { name, authorization, base, code: () => apiCode(authorization, base, around), used: false };
}

/** What requests of one API have in common; undefined for requests that `topdeskApi` does not send. */
function apiKey({ headers, url }: HttpStep): string | undefined {
  const last = headers.at(-1);
  const base = baseOf(url);
  if (last?.name !== "Authorization" || base === undefined) return undefined;
  const known = credentialsIn(last.value) !== undefined && !/^https?:[^$]*$/.test(base);
  return known ? `${last.value}\n${base}` : undefined;
}

function keyOf(api: LiftedApi | undefined): string | undefined {
  return api && `${api.authorization}\n${api.base}`;
}

function apiCode(authorization: string, base: string, around: Surroundings): string {
  const { use } = around.names;
  const seen = credentialsIn(authorization);
  const account =
    seen !== undefined && isPlainlySpelt(seen) ? accountCode(seen, around.scope.variables) : undefined;
  const value =
    (seen && credentialsCode(seen, around.scope.variables, use)) ?? headerCode(authorization, false, around);
  const credentials =
    account === undefined
      ? `{ authorization: ${value} }`
      : `{ user: ${account.user}, password: ${account.password} }`;
  const isUsual = base === "${_topdeskUrl?no_esc}";
  const address = isUsual ? "" : `, ${helperAddress(base, around)}`;
  return `${use("topdeskApi")}(flow, ${credentials}${address})`;
}

/** The address as the helper takes it: a variable by itself needs no more words. */
function helperAddress(base: string, around: Surroundings): string {
  const code = addressOf(base, around);
  return /^baseUrl\((.*)\)$/.exec(code)?.[1] ?? code;
}

function addressOf(base: string, around: Surroundings): string {
  const coded = codedText(base, "url", around);
  const [only] = coded.pieces;
  const isBase = coded.pieces.length === 1 && only?.kind === "value" && only.code.startsWith("baseUrl(");
  return isBase ? only.code : textCode(coded, around.names.use);
}
