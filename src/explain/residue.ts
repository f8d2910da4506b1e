import type { Residue } from "../model/residue.js";

/** Whether a key stood in the file with a value that could be read: what a model has otherwise is only assumed. */
export function isRead(residue: Residue | undefined, key: string): boolean {
  return residue === undefined || (residue.keys.includes(key) && !Object.hasOwn(residue.unread, key));
}
