import { relative } from "node:path";
import type { Options } from "yargs";
import { LANGUAGES, type Language } from "../../customers/customer.js";
import type { Project } from "../load-config.js";

/** The options of `init`, for yargs. */
export const initOptions = {
  name: { type: "string", requiresArg: true, describe: "What people call it (default: the id)" },
  language: {
    choices: LANGUAGES,
    requiresArg: true,
    describe: "Language of mails and guides (default: nl, or what is inherited)",
  },
  extends: { type: "string", requiresArg: true, describe: "The customer or base to extend" },
  action: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "An action to build for the customer (default: minimum-stock, or what is inherited)",
  },
  "schedule-time": { type: "string", requiresArg: true, describe: "When its actions run, such as 07:30" },
  "time-zone": {
    type: "string",
    requiresArg: true,
    describe: "Where it is that time, such as Europe/Berlin",
  },
  customers: {
    type: "string",
    requiresArg: true,
    describe: "Folder with a file for each customer (default: the config's, or customers)",
  },
  yes: { type: "boolean", default: false, alias: "y", describe: "Ask nothing; take what is usual" },
} as const satisfies Readonly<Record<string, Options>>;

/** What yargs gives for {@link initOptions}. */
export interface InitArguments {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly language?: Language | undefined;
  readonly extends?: string | undefined;
  readonly action?: readonly string[] | undefined;
  readonly scheduleTime?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly customers?: string | undefined;
}

/** The languages as a person chooses one. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  nl: "Nederlands",
  en: "English",
  de: "Deutsch",
};

/** A word as it stands in a command: in quotes when it is more than one. */
export function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `"${word}"`;
}

/** The folder that a build writes to, as commands name it. */
export function outFolder({ out }: Project, cwd: string): string {
  return out === undefined ? "dist" : relative(cwd, out).replaceAll("\\", "/");
}
