import type { If, Switch, SwitchBranch } from "../../tree.js";
import { compileBody } from "../compile-elements.js";
import { compileCondition, compilePresent } from "../compile-expression.js";
import { BREAK, CONTINUE, NEXT, type Execute, type Signal } from "../compiled.js";
import { holds } from "../compare.js";
import type { Run } from "../run.js";
import type { Surroundings } from "../surroundings.js";
import type { Value } from "../value.js";

/** `#if`, `#elseif` and `#else` */
export function compileIf({ branches }: If, around: Surroundings): Execute {
  const compiled = branches.map((branch) => ({
    branch,
    condition: branch.condition === undefined ? undefined : compileCondition(branch.condition, around),
    body: compileBody(branch.body, around),
  }));
  return (run) => {
    for (const { branch, condition, body } of compiled) {
      run.place = branch;
      if (condition === undefined || condition(run)) return body(run);
    }
    return NEXT;
  };
}

interface CompiledBranch {
  readonly kind: SwitchBranch["kind"];
  readonly fits: (value: Value, run: Run) => boolean;
  readonly body: Execute;
}

/** `#switch` with `#case`, which goes on with the next branch, or with `#on`, which does not. */
export function compileSwitch(element: Switch, around: Surroundings): Execute {
  const evaluate = compilePresent(element.value, around);
  const branches = element.branches.map((branch) => compileBranch(branch, around));
  const fallback = branches.find(({ kind }) => kind === "default");
  const fallsThrough = !branches.some(({ kind }) => kind === "on");
  return (run) => {
    run.place = element;
    const value = evaluate(run);
    const first = firstFitting(branches, value, run);
    if (!fallsThrough) return (first === -1 ? fallback : branches[first])?.body(run) ?? NEXT;
    if (first === -1) return ended(fallback?.body(run) ?? NEXT);
    for (const { body } of branches.slice(first)) {
      const signal = body(run);
      if (signal !== NEXT) return ended(signal);
    }
    return NEXT;
  };
}

/** Below `#case` even `#continue` only ends the `#switch`. */
function ended(signal: Signal): Signal {
  return signal === BREAK || signal === CONTINUE ? NEXT : signal;
}

function firstFitting(branches: readonly CompiledBranch[], value: Value, run: Run): number {
  return branches.findIndex(({ fits }) => fits(value, run));
}

function compileBranch({ kind, values, body }: SwitchBranch, around: Surroundings): CompiledBranch {
  const candidates = values.map((value) => ({ value, evaluate: compilePresent(value, around) }));
  return {
    kind,
    fits: (value, run) =>
      candidates.some((candidate) => holds("==", value, candidate.evaluate(run), candidate.value)),
    body: compileBody(body, around),
  };
}
