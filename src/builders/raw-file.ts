import type { Action, FileFrame } from "../model/action.js";
import { ACTION_KEYS, CONFIGURATION_KEYS, ROOT_KEYS } from "./known-keys.js";
import { residueOf, type RawKeys } from "./raw.js";

/** What stands around an action in the file that it came from. */
export interface RawFile {
  /** Default: the version that this package writes. */
  readonly formatVersion?: string;
  /** Milliseconds since 1970-01-01T00:00Z. Default: the day of the action's revision. */
  readonly exportDate?: number;
  /** The card type of a classic action sequence, when it is none of those that `cardTypes` knows. */
  readonly cardType?: string;
  /** `map` when the file writes variables as `{ name: value }`. */
  readonly variablesAs?: "map";
  /** Keys of the three objects around the steps that the builders have no word for. */
  readonly root?: RawKeys;
  readonly action?: RawKeys;
  readonly configuration?: RawKeys;
}

/** The same as the model holds it. */
export function frameOf(file: RawFile): Pick<Action, "frame" | "cardType"> {
  const { formatVersion, exportDate, cardType, variablesAs = "list", root, action, configuration } = file;
  const frame: FileFrame = {
    ...(formatVersion === undefined ? {} : { formatVersion }),
    ...(exportDate === undefined ? {} : { exportDate }),
    residue: {
      variablesAs,
      ...(root === undefined ? {} : { root: residueOf(root, ROOT_KEYS) }),
      ...(action === undefined ? {} : { action: residueOf(action, ACTION_KEYS) }),
      ...(configuration === undefined ? {} : { configuration: residueOf(configuration, CONFIGURATION_KEYS) }),
    },
  };
  return { frame, ...(cardType === undefined ? {} : { cardType }) };
}
