import { isJsonObject, type JsonObject } from "../model/json.js";
import type { Residue } from "../model/residue.js";
import { textOf, type Text } from "./text.js";

/** Keys of a file's object that no builder has a word for, as they stand. Made by {@link raw}. */
export interface RawKeys {
  readonly unread: JsonObject;
  /** All keys of the object, in the order of the file. Default: the builders' own order, with the others at its end. */
  readonly order?: readonly string[];
}

/**
 * FreeMarker text exactly as it stands, wherever a text is asked for. Nothing in it is escaped or checked: prefer the
 * other builders, and never put anybody's words into it.
 *
 * @example text`Dear ${raw("${(naam)!'colleague'}")}`
 */
export function raw(source: string): Text<never>;
/**
 * Keys of an object that the builders have no word for, with their values. A key that the builders do write takes this
 * value instead of theirs.
 *
 * @param order all keys of the object, when they stand in another order than the builders write or when some are left out
 * @example flow.http("wait", request, { raw: raw({ timeoutSeconds: 30 }) })
 */
export function raw(keys: JsonObject, order?: readonly string[]): RawKeys;
export function raw(given: string | JsonObject, order?: readonly string[]): unknown {
  if (isJsonObject(given)) return { unread: given, ...(order === undefined ? {} : { order }) };
  return textOf("plain", [{ kind: "directive", source: given, verbatim: true }]);
}

/**
 * What the model remembers of an object with raw keys.
 *
 * @param known the keys that the builders write, in their order
 * @param othersAt where other keys go among them
 */
export function residueOf(keys: RawKeys, known: readonly string[], othersAt = known.length): Residue {
  const others = Object.keys(keys.unread).filter((key) => !known.includes(key));
  return { keys: keys.order ?? known.toSpliced(othersAt, 0, ...others), unread: keys.unread };
}
