import type { Terminal } from "../terminal.js";

/** Says how far a long build is. */
export interface Progress {
  /** One more customer is done. */
  step(): void;
  /** Makes room for another line. */
  clear(): void;
  end(): void;
}

/** Nothing is said of a build that is over sooner, in milliseconds. */
const PATIENCE = 2_000;
const INTERVAL_ON_SCREEN = 200;
const INTERVAL_IN_LOG = 10_000;

/**
 * Progress on a terminal: one line that is written over again on a screen, a line now and then in a log.
 *
 * @param now milliseconds on any clock
 */
export function progressOn(
  terminal: Terminal,
  total: number,
  now: () => number = () => performance.now(),
): Progress {
  const onScreen = terminal.overwrites === true;
  const interval = onScreen ? INTERVAL_ON_SCREEN : INTERVAL_IN_LOG;
  const start = now();
  let said = start + PATIENCE - interval;
  let done = 0;
  let isShown = false;
  const clear = () => {
    if (isShown) terminal.err("\r\u001b[K");
    isShown = false;
  };
  const say = () => {
    const seconds = Math.round((now() - start) / 1000);
    const left = Math.round((((now() - start) / done) * (total - done)) / 1000);
    const text = `${done} of ${total} customers, ${seconds} s, about ${left} s left`;
    clear();
    terminal.err(onScreen ? text : `${text}\n`);
    isShown = onScreen;
  };
  return {
    step: () => {
      done += 1;
      if (done === total || now() - said < interval) return;
      said = now();
      say();
    },
    clear,
    end: clear,
  };
}
