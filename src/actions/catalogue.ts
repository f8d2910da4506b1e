import type { ActionDefinition } from "../builders/define-action.js";
import { minimumStock } from "./minimum-stock/index.js";
import { notifyOperatorGroup } from "./notify-operator-group.js";

/** Every action that this package builds. */
export const catalogue: readonly ActionDefinition[] = [minimumStock, notifyOperatorGroup];
