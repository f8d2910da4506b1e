import { plain, type BuiltInTable, type Site } from "../built-in.js";
import { wrongType } from "../describe.js";
import { notSimulated } from "../failure.js";
import type { Run } from "../run.js";
import { listValue, textValue, type Value } from "../value.js";

function keysOf(value: Value, site: Site, run: Run): readonly string[] {
  if (value.kind === "nothing") return [];
  if (value.kind !== "hash") throw wrongType(site.target, value, "a hash", run);
  if (value.keys === undefined) throw notSimulated(`?${site.name} of this hash`, site.expression);
  return value.keys();
}

export const HASH_BUILT_INS: BuiltInTable = {
  keys: plain((operand, site, run) => listValue(keysOf(operand, site, run).map(textValue))),
  values: plain((operand, site, run) => {
    const get = operand.kind === "hash" ? operand.get : () => undefined;
    return listValue(keysOf(operand, site, run).map(get));
  }),
};
