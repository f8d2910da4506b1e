import type { Evaluate } from "./compiled.js";
import { findLoopOfItem } from "./scope.js";
import { booleanValue, numberValue } from "./value.js";

const LOOP_STATE = /^(.+)_(index|has_next)$/s;

/** Looks a name up. `x_index` and `x_has_next` are known in a loop over `x`. */
export function compileVariable(name: string): Evaluate {
  const [, item, state] = LOOP_STATE.exec(name) ?? [];
  if (item === undefined) return (run) => run.lookUp(name);
  return (run) => {
    const loop = findLoopOfItem(run.scope, item);
    if (loop === undefined) return run.lookUp(name);
    return state === "index" ? numberValue(loop.index) : booleanValue(loop.hasNext);
  };
}
