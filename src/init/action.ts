import { idProblem } from "../customers/customer-id.js";
import { LANGUAGES, type Language } from "../customers/customer.js";
import { SHARED_FOLDERS } from "../text/text-files.js";
import type { InitProblem, NewFile } from "./new-file.js";

/** The files of the skeleton by path; together they are a project that builds. */
export type Skeleton = ReadonlyMap<string, string>;

/** What is known of an action that is to be made. */
export interface ActionAnswers {
  readonly id: string;
  /** The name of the action in TOPdesk, in every language. */
  readonly name: string;
  /** The language of customers that say none. */
  readonly language: Language;
  /** The day on which it is made, `YYYY-MM-DD`. */
  readonly day: string;
  /** The folder with the texts, from the folder of the project. */
  readonly templates: string;
}

/** The id of the action that the skeleton makes. */
const SKELETON_ID = "my-action";
const SKELETON_CONSTANT = "myAction";

export const CONFIG_FILE = "topdesk-actions.config.ts";

const LONGEST_ID = 60;

/**
 * Why an action cannot have an id; undefined when it can.
 *
 * @param others the ids of the actions that are there
 */
export function actionIdProblem(id: string, others: readonly string[]): InitProblem | undefined {
  const shown = JSON.stringify(id);
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id) || id.length > LONGEST_ID) {
    return {
      message: `${shown} cannot be the id of an action.`,
      hint: `Use lower-case words joined by hyphens, at most ${LONGEST_ID} characters, such as impacted-assets.`,
    };
  }
  const problem = idProblem(id);
  if (problem !== undefined) return { message: problem.message, hint: "Choose another id." };
  if (SHARED_FOLDERS.some((folder) => folder === id)) {
    return {
      message: `${shown} is the name of a folder with texts of all actions.`,
      hint: "Choose another id.",
    };
  }
  if (others.includes(id)) {
    return {
      message: `There is an action ${shown} already.`,
      hint: "Choose another id. To change that action, use extendAction in topdesk-actions.config.ts.",
    };
  }
  return undefined;
}

/** Why an action cannot have a name; undefined when it can. */
export function actionNameProblem(name: string): InitProblem | undefined {
  if (name.trim() === "" || /\p{Cc}/u.test(name)) {
    return { message: "The name is no line of text.", hint: "Write what people call the action." };
  }
  return name.includes("{{")
    ? { message: 'The name has "{{", which starts a value in a text.', hint: "Write it without." }
    : undefined;
}

/** What an action is called when nobody says: its id in words. */
export function usualName(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The files of an action, apart from the config. */
export function actionFiles(skeleton: Skeleton, answers: ActionAnswers): readonly NewFile[] {
  return [...skeleton]
    .filter(([path]) => path !== CONFIG_FILE)
    .map(([path, source]) => ({
      path: pathFor(path, answers),
      content: contentFor(path, source, answers, skeleton),
    }));
}

/** The config of a project that has none yet. */
export function configFor(skeleton: Skeleton, answers: ActionAnswers): NewFile {
  const source = skeleton.get(CONFIG_FILE) ?? "";
  return { path: CONFIG_FILE, content: contentFor(CONFIG_FILE, source, answers, skeleton) };
}

/** The name of the constant that holds the action in TypeScript. */
export function constantOf(id: string, skeleton: Skeleton): string {
  const words = [...skeleton].filter(([path]) => path.endsWith(".ts")).map(([, source]) => source);
  const taken = new Set(words.join("\n").match(/[A-Za-z_$][\w$]*/g));
  const constant = id.replace(/-(.)/g, (_hyphen, first: string) => first.toUpperCase());
  // Every word that TypeScript keeps for itself is a single one.
  const isSafe = id.includes("-") && (!taken.has(constant) || constant === SKELETON_CONSTANT);
  return isSafe ? constant : `${constant}${taken.has(`${constant}Action`) ? "Steps" : "Action"}`;
}

function pathFor(path: string, { id, templates }: ActionAnswers): string {
  return path.replace(/^templates\//, `${templates}/`).replaceAll(SKELETON_ID, id);
}

function contentFor(path: string, source: string, answers: ActionAnswers, skeleton: Skeleton): string {
  const { id, name, language, day, templates } = answers;
  if (LANGUAGES.some((one) => path.endsWith(`/name.${one}.hbs`))) return `${name}\n`;
  return source
    .replace(/(revision: )"[^"]*"/, (_all, key: string) => `${key}${JSON.stringify(day)}`)
    .replace(/(mailParameters\.language, default: )"[^"]*"/, (_all, key: string) => `${key}"${language}"`)
    .replaceAll(`templates/${SKELETON_ID}/`, () => `${templates}/${id}/`)
    .replaceAll(SKELETON_ID, id)
    .replaceAll(SKELETON_CONSTANT, constantOf(id, skeleton));
}
