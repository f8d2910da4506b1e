import type { TargetId } from "../model/action.js";
import { actionPlainTarget } from "./action-plain.js";
import { actionSequenceTarget } from "./action-sequence.js";
import { actionTarget } from "./action.js";
import type { Target } from "./target.js";

/** Every target, by its id. */
export const targets: Readonly<Record<TargetId, Target>> = {
  action: actionTarget,
  "action-plain": actionPlainTarget,
  "action-sequence": actionSequenceTarget,
};
