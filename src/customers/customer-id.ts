import { SHAPE_FILE } from "../shapes/shape-file.js";

/** What keeps an id from being the name of a folder on every system, in words. */
export interface IdProblem {
  readonly message: string;
  readonly hint: string;
}

/** Names that Windows keeps for devices, with whatever comes after a dot. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;

const LONGEST_ID = 100;

/**
 * Why an id cannot be that of a customer; undefined when it can.
 *
 * A customer's files go to a folder of that name, so what leads out of it, or is no name on one of the systems that the
 * folder is copied to, is refused on all of them.
 */
export function idProblem(id: string): IdProblem | undefined {
  const shown = JSON.stringify(id);
  if (DEVICE_NAME.test(id)) {
    return {
      message: `${shown} is the name of a device on Windows.`,
      hint: "Give the customer another id, such as the name with a word added.",
    };
  }
  if (id.toLowerCase() === "manifest.json") {
    return {
      message: `${shown} is the name of the list of built files.`,
      hint: "Give the customer another id.",
    };
  }
  if (folderKey(`${id}.json`) === SHAPE_FILE) {
    return {
      message: `${shown} is the name of the file with the shape of all customers.`,
      hint: "Give the customer another id, such as the name with a word added.",
    };
  }
  if (id.length > LONGEST_ID) {
    return {
      message: `The id is ${id.length} characters long; at most ${LONGEST_ID} are possible.`,
      hint: "Give the customer a shorter id, and the whole name with the key name.",
    };
  }
  if (!/^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_. -]*[\p{L}\p{M}\p{N}_-])?$/u.test(id)) {
    return {
      message: `${shown} cannot be the name of a folder on every system.`,
      hint: "Use letters, digits and hyphens, such as north-school.",
    };
  }
  return undefined;
}

/** The same for ids that are one folder where upper and lower case are not told apart. */
export function folderKey(id: string): string {
  return id.normalize("NFC").toLowerCase();
}

/** Ids that would share a folder with another, each with that other one. */
export function clashingIds(ids: readonly string[]): ReadonlyMap<string, string> {
  const byFolder = new Map<string, readonly string[]>();
  for (const id of ids) byFolder.set(folderKey(id), [...(byFolder.get(folderKey(id)) ?? []), id]);
  const clashes = [...byFolder.values()]
    .filter((sharing) => sharing.length > 1)
    .flatMap((sharing) => sharing.map((id) => [id, sharing.find((other) => other !== id) ?? id] as const));
  return new Map(clashes);
}
