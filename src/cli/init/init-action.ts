import { readdir, readFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { LANGUAGES, type Language } from "../../customers/customer.js";
import { writeAtomically } from "../../dist/files.js";
import {
  actionFiles,
  actionIdProblem,
  actionNameProblem,
  configFor,
  constantOf,
  usualName,
  type ActionAnswers,
  type Skeleton,
} from "../../init/action.js";
import { linesFor, withAction, type ConfigLines } from "../../init/config-source.js";
import type { NewFile } from "../../init/new-file.js";
import { loadProject, type Project } from "../load-config.js";
import { packageFolder } from "../project.js";
import { CommandError, type Terminal } from "../terminal.js";
import { LANGUAGE_NAMES, outFolder, type InitArguments } from "./options.js";
import { missingInProject } from "../package-place.js";
import type { Questions } from "./questions.js";
import { writeNewFiles } from "./write-files.js";

/** `init action` */
export async function initAction(
  given: InitArguments,
  terminal: Terminal,
  questions: Questions | undefined,
): Promise<void> {
  refuseOptionsOfCustomers(given);
  const wrong = given.id === undefined ? undefined : actionIdProblem(given.id, []);
  if (wrong !== undefined) throw new CommandError(wrong.message, wrong.hint);
  const project = await loadProject(terminal.cwd);
  const answers = await answersOf(given, project, terminal, questions);
  const skeleton = await loadSkeleton();
  const files = actionFiles(skeleton, answers);
  const lines = linesFor(answers.id, constantOf(answers.id, skeleton), project.configFile ?? "");
  const isNew = project.configFile === undefined;
  const written = isNew ? [...files, configFor(skeleton, answers)] : files;
  writeNewFiles(terminal.cwd, written);
  const added = isNew || (await addToConfig(project, answers.id, lines, terminal));
  const config = basename(project.configFile ?? "");
  const report = [
    ...created(written, answers),
    ...(isNew || !added ? [] : [`added to ${config}`]),
    "",
    "What to do next:",
    ...numbered([
      ...(added ? [] : byHand(config, lines)),
      ...(await missingInProject(terminal.cwd)),
      ...whatNext(answers, outFolder(project, terminal.cwd)),
    ]),
    "",
  ];
  terminal.err(report.join("\n"));
}

function refuseOptionsOfCustomers(given: InitArguments): void {
  const flags = {
    extends: given.extends,
    action: given.action,
    "schedule-time": given.scheduleTime,
    "time-zone": given.timeZone,
  };
  const flag = Object.entries(flags).find(([, value]) => value !== undefined)?.[0];
  if (flag === undefined) return;
  throw new CommandError(
    `--${flag} is for init customer.`,
    "Leave it out: an action is made for all customers.",
  );
}

async function answersOf(
  given: InitArguments,
  project: Project,
  { cwd }: Terminal,
  questions: Questions | undefined,
): Promise<ActionAnswers> {
  const id = await idOf(given, project, questions);
  const name = await nameOf(id, given, questions);
  const language = await languageOf(given, questions);
  const folder = project.templates === undefined ? "templates" : relative(cwd, project.templates);
  const templates = folder.replaceAll("\\", "/");
  return { id, name, language, templates, day: new Date().toISOString().slice(0, 10) };
}

async function idOf(
  given: InitArguments,
  { catalogue }: Project,
  questions: Questions | undefined,
): Promise<string> {
  const others = catalogue.map(({ id }) => id);
  const problemOf = (id: string) => actionIdProblem(id, others);
  if (given.id !== undefined) {
    const problem = problemOf(given.id);
    if (problem !== undefined) throw new CommandError(problem.message, problem.hint);
    return given.id;
  }
  if (questions !== undefined)
    return questions.text("Id of the action, such as impacted-assets", "", problemOf);
  throw new CommandError(
    "The action has no id, and there is nobody to ask.",
    "Write it behind init action, such as: init action impacted-assets.",
  );
}

async function nameOf(id: string, given: InitArguments, questions: Questions | undefined): Promise<string> {
  const problem = given.name === undefined ? undefined : actionNameProblem(given.name);
  if (problem !== undefined) throw new CommandError(problem.message, problem.hint);
  const asked = () => questions?.text("What people call it", usualName(id), actionNameProblem);
  return given.name ?? (await asked()) ?? usualName(id);
}

async function languageOf(given: InitArguments, questions: Questions | undefined): Promise<Language> {
  if (given.language !== undefined) return given.language;
  const choices = LANGUAGES.map((language) => ({
    value: language,
    label: LANGUAGE_NAMES[language],
    isUsual: language === "nl",
  }));
  const chosen = await questions?.one("Language for customers that say none:", choices);
  return LANGUAGES.find((language) => language === chosen) ?? "nl";
}

async function loadSkeleton(): Promise<Skeleton> {
  const root = join(packageFolder, "skeleton");
  const paths = (await readdir(root, { recursive: true }))
    .filter((path) => /\.(?:ts|hbs)$/.test(path))
    .sort();
  const entries = paths.map(async (path): Promise<[string, string]> => [
    path.replaceAll("\\", "/"),
    await readFile(join(root, path), "utf8"),
  ]);
  return new Map(await Promise.all(entries));
}

/**
 * Adds the action to the project's config, where that can be done without doubt: afterwards the config is loaded, and
 * what it was comes back when the action is not in it.
 */
async function addToConfig(
  { configFile = "" }: Project,
  id: string,
  lines: ConfigLines,
  { cwd }: Terminal,
): Promise<boolean> {
  const source = await readFile(configFile, "utf8");
  const changed = withAction(source, lines);
  if (changed === undefined) return false;
  try {
    writeAtomically(configFile, changed);
    const { catalogue } = await loadProject(cwd);
    if (catalogue.some((definition) => definition.id === id)) return true;
  } catch {
    // A config that cannot be loaded with the action in it goes back to what it was, like one that is not changed.
  }
  writeAtomically(configFile, source);
  return false;
}

function byHand(config: string, { importLine, constant }: ConfigLines): readonly string[] {
  return [`Add to ${config}:  ${importLine}`, `and to its list of actions:  actions: [..., ${constant}]`];
}

/** The texts are many, and one line for all of them. */
function created(written: readonly NewFile[], { id, templates }: ActionAnswers): readonly string[] {
  const others = written.filter(({ path }) => !path.endsWith(".hbs"));
  const texts = `${written.length - others.length} texts in ${LANGUAGES.join(", ")}`;
  return [...others.map(({ path }) => `created ${path}`), `created ${templates}/${id}/ with ${texts}`];
}

function whatNext({ id, templates }: ActionAnswers, out: string): readonly string[] {
  return [
    `Name it in a customer's file, in "actions":  "${id}": {}  (or make one: npx topdesk-actions init customer CUSTOMER --action ${id})`,
    `npx topdesk-actions build --action ${id}`,
    `npx topdesk-actions simulate ${out}/CUSTOMER/${id}.action.json`,
    `Change its steps in actions/${id}.ts and its words in ${templates}/${id}/.`,
  ];
}

function numbered(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `  ${index + 1}. ${line}`);
}
