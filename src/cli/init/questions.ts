import { CommandError, type Choice, type Terminal } from "../terminal.js";
import type { InitProblem } from "../../init/new-file.js";

/** Somebody who can be asked. */
export interface Questions {
  /**
   * Asks for a line until it is one that can be; an empty one is the usual answer.
   *
   * @param usual "" when there is none
   */
  text(
    question: string,
    usual: string,
    problemOf: (answer: string) => InitProblem | undefined,
  ): Promise<string>;
  one(question: string, choices: readonly Choice[]): Promise<string>;
  any(question: string, choices: readonly Choice[]): Promise<readonly string[]>;
}

/** Undefined when there is nobody to ask. */
export function questionsOn({ ask, choose, err }: Terminal): Questions | undefined {
  if (ask === undefined || choose === undefined) return undefined;
  const line = async (question: string, usual: string) => {
    const answer = (await answered(() => ask(question, "shown"))).trim();
    return answer === "" ? usual : answer;
  };
  return {
    text: async (question, usual, problemOf) => {
      const shown = usual === "" ? `${question}:` : `${question} (${usual}):`;
      let answer = await line(shown, usual);
      let problem = problemOf(answer);
      while (problem !== undefined) {
        err(`${problem.message} ${problem.hint}\n`);
        answer = await line(shown, usual);
        problem = problemOf(answer);
      }
      return answer;
    },
    one: async (question, choices) => {
      const [chosen = ""] = await answered(() => choose(question, choices, "one"));
      return chosen;
    },
    any: (question, choices) => answered(() => choose(question, choices, "any")),
  };
}

/** Whoever presses Ctrl+C at a question wants nothing to be made. */
async function answered<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    throw new CommandError("Stopped at a question.", "Nothing was written.");
  }
}
