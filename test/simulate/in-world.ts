import type { Action } from "../../src/model/action.js";
import { simulatedExchange } from "../../src/simulate/exchange.js";
import { rehearse, type Rehearsal } from "../../src/simulate/rehearse.js";
import { createTopdesk } from "../../src/simulate/topdesk/answer.js";
import type { Trace } from "../../src/simulate/trace.js";
import { SAMPLE_ADDRESS, type World } from "../../src/simulate/world/world.js";

export const PASSWORD = "sample-password";

/** A rehearsal in a world of its own, without a server in between. */
export function rehearsalIn(world: World, rest: Partial<Rehearsal> = {}): Rehearsal {
  const topdesk = createTopdesk(world);
  return {
    exchange: simulatedExchange((request) => Promise.resolve(topdesk.answer(request))),
    filling: {
      given: new Map(),
      ofWorld: new Map(Object.entries(world.variables ?? {})),
      login: { user: world.account?.login ?? "api", password: PASSWORD },
      topdeskUrl: world.url ?? SAMPLE_ADDRESS,
      mail: { from: "topdesk@example.com", to: "admin@example.com" },
    },
    request: world.request,
    currentOperator: world.currentOperator,
    now: new Date("2026-01-05T08:00:00Z"),
    ...rest,
  };
}

/** Rehearses an action in a world of its own. */
export function rehearseIn(world: World, action: Action, rest: Partial<Rehearsal> = {}): Promise<Trace> {
  return rehearse(action, rehearsalIn(world, rest));
}
