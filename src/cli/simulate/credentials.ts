import { CommandError, type Terminal } from "../terminal.js";

/** A login of an API account. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

const USER = "TOPDESK_USER";
const PASSWORD = "TOPDESK_APPLICATION_PASSWORD";

/**
 * The login for a real TOPdesk: from the environment, else asked for. Never from an option, since those stand in the
 * history of the shell and in the list of processes.
 */
export async function readCredentials({ env, ask }: Terminal): Promise<Credentials> {
  const answered = async (question: string, answer: "shown" | "hidden") => {
    try {
      return await ask?.(question, answer);
    } catch {
      // Whoever presses Ctrl+C at a question gives no answer.
      return undefined;
    }
  };
  const user = env[USER] ?? (await answered("Login name of the API account:", "shown"));
  const password =
    user === undefined ? undefined : (env[PASSWORD] ?? (await answered("Application password:", "hidden")));
  if (user === undefined || user === "" || password === undefined || password === "") {
    throw new CommandError(
      "A login for TOPdesk is needed.",
      `Set ${USER} and ${PASSWORD} in the environment, or run this in a terminal to be asked.`,
    );
  }
  return { user, password };
}
