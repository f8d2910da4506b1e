import type { BuiltIn, BuiltInTable } from "../built-in.js";
import { notSimulated } from "../failure.js";
import { plain } from "../built-in.js";

const refused = (name: string): BuiltIn =>
  plain((_operand, site) => {
    throw notSimulated(`?${name}`, site.expression);
  });

export const DATE_BUILT_INS: BuiltInTable = Object.fromEntries(
  ["date", "time", "datetime"].map((name) => [name, refused(name)]),
);
