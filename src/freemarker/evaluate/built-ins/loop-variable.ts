import { checkCount, type BuiltIn, type BuiltInTable, type Site } from "../built-in.js";
import { Failure } from "../failure.js";
import { findLoop, type LoopState } from "../scope.js";
import type { Run } from "../run.js";
import { booleanValue, numberValue, textValue, type Value } from "../value.js";

/** The loop that the operand is a variable of. */
function loopOf(site: Site, run: Run): LoopState {
  const { target } = site;
  const loop = target.kind === "variable" ? findLoop(run.scope, target.name) : undefined;
  if (loop !== undefined) return loop;
  throw new Failure("invalid-value", `?${site.name} works on the variable of a loop around it only.`, target);
}

/** The value of the variable does not matter, and may be missing. */
const ofLoop = (read: (loop: LoopState) => Value): BuiltIn => ({
  kind: "existence",
  apply: (_operand, site, run) => read(loopOf(site, run)),
});

const isOdd = ({ index }: LoopState): boolean => index % 2 === 0;

export const LOOP_VARIABLE_BUILT_INS: BuiltInTable = {
  index: ofLoop(({ index }) => numberValue(index)),
  counter: ofLoop(({ index }) => numberValue(index + 1)),
  has_next: ofLoop(({ hasNext }) => booleanValue(hasNext)),
  is_first: ofLoop(({ index }) => booleanValue(index === 0)),
  is_last: ofLoop(({ hasNext }) => booleanValue(!hasNext)),
  is_odd_item: ofLoop((loop) => booleanValue(isOdd(loop))),
  is_even_item: ofLoop((loop) => booleanValue(!isOdd(loop))),
  item_parity: ofLoop((loop) => textValue(isOdd(loop) ? "odd" : "even")),
  item_parity_cap: ofLoop((loop) => textValue(isOdd(loop) ? "Odd" : "Even")),
  item_cycle: {
    kind: "existence",
    apply: (_operand, site, run) => {
      const { index } = loopOf(site, run);
      const bound = (given: readonly (Value | undefined)[]) => {
        checkCount(site.name, given.length, 1, Infinity);
        return given[index % given.length];
      };
      return { kind: "method", method: { bound } };
    },
  },
};
