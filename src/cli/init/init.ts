import { CommandError, type Terminal } from "../terminal.js";
import { initAction } from "./init-action.js";
import { initCustomer } from "./init-customer.js";
import type { InitArguments } from "./options.js";
import { questionsOn } from "./questions.js";

/**
 * Makes a customer or an action. Who names neither is asked.
 *
 * @throws CommandError when it cannot be made; then nothing was written
 */
export async function init(
  what: string | undefined,
  given: InitArguments,
  terminal: Terminal,
): Promise<void> {
  const questions = questionsOn(terminal);
  const chosen =
    what ??
    (await questions?.one("What do you want to make?", [
      { value: "customer", label: "customer: what is built for one organisation" },
      { value: "action", label: "action: steps and texts of your own, in TypeScript" },
    ]));
  if (chosen === undefined) {
    throw new CommandError("init makes a customer or an action.", "Write: init customer, or init action.");
  }
  await (chosen === "action" ? initAction : initCustomer)(given, terminal, questions);
}
