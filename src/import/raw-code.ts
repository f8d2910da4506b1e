import { residueOf } from "../builders/raw.js";
import type { JsonObject } from "../model/json.js";
import type { Residue } from "../model/residue.js";
import { jsonCode, stringCode } from "./literals.js";
import type { UsePackage } from "./package-names.js";

/**
 * The code of what an object has besides what the builders write; undefined when there is nothing.
 *
 * @param known the keys that the builders may write, in their order
 * @param written those that they write in this case
 * @param othersAt where the builders put other keys; default: at the end
 * @param overrides values of keys that the builders would write otherwise
 */
export function rawCode(
  residue: Residue | undefined,
  known: readonly string[],
  written: readonly string[],
  overrides: JsonObject,
  use: UsePackage,
  othersAt?: number,
): string | undefined {
  const keys = residue?.keys ?? written;
  const unread: JsonObject = Object.fromEntries([
    ...Object.entries(overrides),
    ...Object.entries(residue?.unread ?? {}),
  ]);
  if (Object.keys(unread).length === 0 && isSame(keys, written)) return undefined;
  const usual = residueOf({ unread }, known, othersAt).keys.filter(
    (key) => written.includes(key) || Object.hasOwn(unread, key),
  );
  const order = isSame(keys, usual) ? "" : `, [${keys.map(stringCode).join(", ")}]`;
  return `${use("raw")}(${jsonCode(unread)}${order})`;
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((key, index) => key === right[index]);
}
