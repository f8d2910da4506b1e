import type { Action, ActionFile, RootKey, TargetId } from "../model/action.js";

/** Something that a target cannot express. */
export interface Refusal {
  /** The step that it is about, if it is about one. */
  readonly step?: string;
  readonly message: string;
  /** The way out. */
  readonly hint: string;
}

/** A kind of file that an action can be written as. */
export interface Target {
  readonly id: TargetId;
  readonly description: string;
  readonly root: RootKey;
  /** What of this action the target cannot express; empty when all of it can. */
  readonly refusals: (action: Action) => readonly Refusal[];
  /** The action without what the target leaves to the screen by design. */
  readonly adapt: (action: Action) => Action;
}

/**
 * The newest format version seen in an export. Which number TOPdesk writes today for an action is not known; TOPdesk's
 * own reader is not known to look at it.
 */
export const FORMAT_VERSION = "2.10";

/** The file of an action for a target. Refusals must be asked for first. */
export function fileFor(target: Target, action: Action, exportDate: number): ActionFile {
  const ours = { root: target.root, formatVersion: FORMAT_VERSION, exportDate };
  return { ...ours, ...action.frame, action: target.adapt(action) };
}
