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
