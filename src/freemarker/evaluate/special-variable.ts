import type { SpecialVariable } from "../tree.js";
import type { Evaluate } from "./compiled.js";
import { Failure, notSimulated } from "./failure.js";
import { wrappedHash } from "./model.js";
import type { Run } from "./run.js";
import type { Surroundings } from "./surroundings.js";
import { booleanValue, mapValue, textValue, type Hash, type Value } from "./value.js";

/** Makes `.name` ready. */
export function compileSpecialVariable(expression: SpecialVariable, around: Surroundings): Evaluate {
  const { name } = expression;
  if (name === "output_format") return (run) => textValue((around.format ?? run.format).name);
  if (name === "auto_esc")
    return (run) => booleanValue(around.autoEscapes && (around.format ?? run.format).escape !== undefined);
  if (name === "args") around.shared.usesArguments = true;
  const read = READERS[name];
  if (read !== undefined) return read;
  return () => {
    throw notSimulated(`.${name}`, expression);
  };
}

const READERS: Readonly<Record<string, (run: Run) => Value | undefined>> = {
  args: ({ invocation }) => invocation?.arguments,
  data_model: (run) => wrappedHash(run.model),
  error: ({ recovered }) => {
    if (recovered !== undefined) return textValue(recovered);
    throw new Failure("invalid-value", ".error can be used inside of #recover only.", undefined);
  },
  globals: (run) => lookUpOnly((key) => run.lookUpGlobally(key)),
  incompatible_improvements: () => textValue(VERSION),
  lang: ({ settings }) => textValue(settings.locale.split("_")[0] ?? ""),
  locale: ({ settings }) => textValue(settings.locale),
  locals: ({ invocation }) => (invocation === undefined ? undefined : mapValue(invocation.locals)),
  main: ({ variables }) => mapValue(variables),
  namespace: ({ variables }) => mapValue(variables),
  now: ({ now }) => ({ kind: "date", type: "datetime", instant: now.getTime() }),
  output_encoding: () => undefined,
  time_zone: ({ settings }) => textValue(settings.timeZone),
  url_escaping_charset: ({ settings }) => textValue(settings.urlEscapingCharset),
  vars: (run) => lookUpOnly((key) => run.lookUp(key)),
  version: () => textValue(VERSION),
};

/** The version of FreeMarker that is simulated. */
const VERSION = "2.3.35";

function lookUpOnly(get: (key: string) => Value | undefined): Hash {
  return { kind: "hash", get, keys: undefined };
}
