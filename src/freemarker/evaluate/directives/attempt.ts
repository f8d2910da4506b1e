import type { Attempt } from "../../tree.js";
import { compileBody } from "../compile-elements.js";
import type { Execute } from "../compiled.js";
import { Failure } from "../failure.js";
import type { Surroundings } from "../surroundings.js";

/** `#attempt` and `#recover`: a mistake throws away what was printed, but not what was assigned. */
export function compileAttempt({ body, recover }: Attempt, around: Surroundings): Execute {
  const attempt = compileBody(body, around);
  const recovery = compileBody(recover, around);
  return (run) => {
    const checkpoint = run.checkpoint();
    // A mistake is not one that somebody else waits for.
    run.quiet = false;
    try {
      const signal = attempt(run);
      run.quiet = checkpoint.quiet;
      return signal;
    } catch (error) {
      if (!(error instanceof Failure) || !error.recoverable) throw error;
      run.restore(checkpoint);
      const before = run.recovered;
      run.recovered = error.message;
      const signal = recovery(run);
      run.recovered = before;
      return signal;
    }
  };
}
