import type { JsonObject } from "./json.js";

/**
 * What one object of a file held besides the things that the model has names for.
 *
 * A file that came from elsewhere must go back unchanged, so the model remembers the keys it does not know (and
 * known keys whose value had an unexpected type) together with the order of all keys.
 */
export interface Residue {
  /** Every key of the object, in the order of the file. */
  readonly keys: readonly string[];
  /** The keys that the model could not take in, with their values. */
  readonly unread: JsonObject;
}
