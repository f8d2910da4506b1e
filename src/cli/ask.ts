import type { Choice } from "./terminal.js";

/**
 * Asks the person at the terminal for a line.
 *
 * @param answer `hidden` shows nothing of what is typed
 */
export async function ask(question: string, answer: "shown" | "hidden"): Promise<string> {
  // Loaded when there is something to ask, which is seldom.
  const { input, password } = await import("@inquirer/prompts");
  return answer === "hidden" ? password({ message: question }) : input({ message: question });
}

/**
 * Lets the person at the terminal choose.
 *
 * @param count `one` of the choices, or `any` number of them
 * @returns the values that were chosen
 */
export async function choose(
  question: string,
  choices: readonly Choice[],
  count: "one" | "any",
): Promise<readonly string[]> {
  const { checkbox, select } = await import("@inquirer/prompts");
  if (count === "any") {
    const boxes = choices.map(({ value, label, isUsual = false }) => ({
      value,
      name: label,
      checked: isUsual,
    }));
    return checkbox({ message: question, choices: boxes });
  }
  const usual = choices.find(({ isUsual }) => isUsual === true);
  const lines = choices.map(({ value, label }) => ({ value, name: label }));
  const standard = usual === undefined ? {} : { default: usual.value };
  return [await select({ message: question, choices: lines, ...standard })];
}
