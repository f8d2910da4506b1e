import { NAMED_KEYS } from "../builders/known-keys.js";
import type { ActionFile, Variable } from "../model/action.js";
import type { JsonObject, JsonValue } from "../model/json.js";
import { placedSteps } from "../model/walk.js";
import { credentialsIn, secretOf } from "./credentials-code.js";
import { keyCode, memberCode, stringCode } from "./literals.js";
import { rawCode } from "./raw-code.js";
import type { KnownVariable } from "./scope.js";
import type { UsePackage } from "./package-names.js";

/** The declaration of an action's variables. */
export interface CodedVariables {
  /** By name, for texts. */
  readonly known: ReadonlyMap<string, KnownVariable>;
  readonly code: () => string | undefined;
  /** The key `variables` as it stands, when a declaration cannot hold it. */
  readonly override: JsonObject;
}

/** The code of the variables that an action declares. */
export function variablesCode(file: ActionFile, name: string, use: UsePackage): CodedVariables {
  const { variables } = file.action;
  if (!isDeclarable(variables)) {
    return { known: new Map(), code: () => undefined, override: { variables: variables.map(variableJson) } };
  }
  const secrets = secretNames(file);
  let isRead = false;
  const read = () => {
    isRead = true;
  };
  const known = variables.map((variable): readonly [string, KnownVariable] => {
    const secret = secrets.has(variable.name);
    return [variable.name, { code: `${name}${memberCode(variable.name)}`, secret, read }];
  });
  const entries = variables.map((variable) => {
    const builder = use(secrets.has(variable.name) ? "secretVariable" : "variable");
    const hasRaw = Object.keys(variable.residue?.unread ?? {}).length > 0;
    const isMap = file.residue?.variablesAs === "map";
    const residue = isMap && !hasRaw ? undefined : variable.residue;
    const raw = rawCode(
      isMap && residue ? { keys: NAMED_KEYS, unread: residue.unread } : residue,
      NAMED_KEYS,
      NAMED_KEYS,
      {},
      use,
    );
    const options = raw === undefined ? "" : `, { raw: ${raw} }`;
    return `${keyCode(variable.name)}: ${builder}(${stringCode(variable.value)}${options})`;
  });
  const code = () => {
    if (variables.length === 0) return undefined;
    return `${isRead ? `const ${name} = ` : ""}flow.variables({ ${entries.join(", ")} });`;
  };
  return { known: new Map(known), code, override: {} };
}

/** Whether variables can be the entries of an object: each once, in an order that objects keep. */
function isDeclarable(variables: readonly Variable[]): boolean {
  const kept = Object.keys(Object.fromEntries(variables.map(({ name }) => [name, ""])));
  return kept.length === variables.length && kept.every((name, index) => name === variables[index]?.name);
}

function variableJson({ name, value, residue }: Variable): JsonValue {
  const known: JsonObject = { name, value, ...residue?.unread };
  return Object.fromEntries(
    (residue?.keys ?? NAMED_KEYS).map((key): [string, JsonValue] => [key, known[key] ?? null]),
  );
}

/** The variables that are passwords or tokens of requests. */
function secretNames(file: ActionFile): ReadonlySet<string> {
  const seen = placedSteps(file).flatMap(({ step }) => {
    return step.kind === "http" ? step.headers.map(({ value }) => credentialsIn(value)) : [];
  });
  const known = seen.filter((credentials) => credentials !== undefined);
  const users = new Set(
    known.flatMap((credentials) => (credentials.kind === "basic" ? [credentials.user] : [])),
  );
  return new Set(known.map(secretOf).filter((name) => !users.has(name)));
}
