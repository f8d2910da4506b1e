import { relative, resolve } from "node:path";
import { LANGUAGES, type Language } from "../../customers/customer.js";
import {
  customerContent,
  customerText,
  inheritedActions,
  newIdProblem,
  scheduleAnswersProblem,
  schedulesOf,
  type CustomerAnswers,
  type ScheduleAnswers,
} from "../../init/customer.js";
import type { InitProblem } from "../../init/new-file.js";
import { nearest } from "../../model/nearest.js";
import { handlebarsTexts } from "../../text/handlebars-texts.js";
import { loadProject, type Project } from "../load-config.js";
import { CommandError, type Terminal } from "../terminal.js";
import { LANGUAGE_NAMES, outFolder, quoted, type InitArguments } from "./options.js";
import { schemaPath } from "../package-place.js";
import type { Questions } from "./questions.js";
import { inheritedFrom, refuseUnusable, type CustomersFolder, type Inherited } from "./read-new-customer.js";
import { namesIn, writeNewFiles } from "./write-files.js";

/** Where and from what a customer is made. */
interface Surroundings {
  readonly given: InitArguments;
  readonly questions: Questions | undefined;
  readonly project: Project;
  readonly folder: CustomersFolder;
  readonly cwd: string;
}

/** The action that a customer gets when nobody says which. */
const USUAL_ACTION = "minimum-stock";

/** `init customer` */
export async function initCustomer(
  given: InitArguments,
  terminal: Terminal,
  questions: Questions | undefined,
): Promise<void> {
  const wrong = given.id === undefined ? undefined : newIdProblem(given.id, [], "");
  if (wrong !== undefined) throw refusal(wrong);
  const project = await loadProject(terminal.cwd);
  const folder = customersFolder(given, project, terminal);
  const surroundings = { given, questions, project, folder, cwd: terminal.cwd };
  const id = await idOf(surroundings);
  const parent = await parentOf(id, surroundings);
  const inherited = await inheritedFrom(id, parent, folder);
  const answers = await answersOf(id, parent, inherited, surroundings);
  const path = `${folder.shown}/${id}.json`;
  const schema = schemaPath("customer", terminal.cwd, folder.path);
  const texts = handlebarsTexts(project.library);
  const origins = { inherited: inherited.value, catalogue: project.catalogue, texts, schema };
  const text = customerText(customerContent(answers, origins));
  refuseUnusable(id, path, text, inherited, project.catalogue);
  writeNewFiles(terminal.cwd, [{ path, content: text }]);
  terminal.err(whatNext(id, path, surroundings));
}

function customersFolder({ customers }: InitArguments, project: Project, { cwd }: Terminal): CustomersFolder {
  if (customers === "") throw new CommandError("--customers is empty.", "Name a folder.");
  const path = resolve(cwd, customers ?? project.customers ?? "customers");
  const shown = relative(cwd, path).replaceAll("\\", "/") || ".";
  const ids = namesIn(path, shown)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length));
  return { path, shown, ids: ids.sort() };
}

async function idOf({ given, questions, folder }: Surroundings): Promise<string> {
  const problemOf = (id: string) => newIdProblem(id, folder.ids, folder.shown);
  if (given.id !== undefined) {
    const problem = problemOf(given.id);
    if (problem !== undefined) throw refusal(problem);
    return given.id;
  }
  if (questions !== undefined)
    return questions.text("Id of the customer, such as north-school", "", problemOf);
  throw new CommandError(
    "The customer has no id, and there is nobody to ask.",
    "Write it behind init customer, such as: init customer north-school.",
  );
}

async function parentOf(id: string, { given, questions, folder }: Surroundings): Promise<string | undefined> {
  if (given.extends === "") throw new CommandError("--extends is empty.", "Name a customer or a base.");
  if (given.extends !== undefined || questions === undefined || folder.ids.length === 0) return given.extends;
  const nobody = { value: "", label: "nothing", isUsual: true };
  const choices = [nobody, ...folder.ids.map((other) => ({ value: other, label: other }))];
  const chosen = await questions.one(`What does ${id} extend?`, choices);
  return chosen === "" ? undefined : chosen;
}

async function answersOf(
  id: string,
  parent: string | undefined,
  inherited: Inherited,
  surroundings: Surroundings,
): Promise<CustomerAnswers> {
  const name = await nameOf(id, surroundings);
  const language = await languageOf(inherited, surroundings);
  const actions = await actionsOf(inherited, surroundings);
  const schedule = await scheduleOf(actions, inherited, surroundings);
  return { name, language, parent, actions, schedule };
}

async function nameOf(id: string, { given, questions }: Surroundings): Promise<string | undefined> {
  const problemOf = (name: string): InitProblem | undefined =>
    name.trim() === ""
      ? { message: "The name is empty.", hint: "Write what people call the customer." }
      : undefined;
  if (given.name !== undefined) {
    const problem = problemOf(given.name);
    if (problem !== undefined) throw refusal(problem);
    return given.name;
  }
  const answer = await questions?.text("What people call it, for the head of its mails", id, problemOf);
  return answer === id ? undefined : answer;
}

async function languageOf(
  { value }: Inherited,
  { given, questions }: Surroundings,
): Promise<Language | undefined> {
  if (given.language !== undefined) return given.language;
  const inherited = LANGUAGES.find((language) => language === value["language"]);
  const usual = inherited ?? "nl";
  const choices = LANGUAGES.map((language) => ({
    value: language,
    label: LANGUAGE_NAMES[language],
    isUsual: language === usual,
  }));
  const chosen = (await questions?.one("Language of mails and guides:", choices)) ?? usual;
  return chosen === inherited ? undefined : LANGUAGES.find((language) => language === chosen);
}

async function actionsOf(
  { value }: Inherited,
  { given, questions, project }: Surroundings,
): Promise<readonly string[]> {
  const ids = project.catalogue.map((definition) => definition.id);
  if (given.action !== undefined) {
    const unknown = given.action.find((action) => !ids.includes(action));
    if (unknown === undefined) return [...new Set(given.action)];
    const near = nearest(unknown, ids);
    const hint = near === undefined ? `Choose from: ${ids.join(", ")}.` : `Did you mean "${near}"?`;
    throw new CommandError(`There is no action ${JSON.stringify(unknown)}.`, hint);
  }
  const inherited = inheritedActions(value);
  const usual = inherited.length === 0 ? [USUAL_ACTION] : [];
  const rest = ids.filter((id) => !inherited.includes(id));
  if (questions === undefined || rest.length === 0) return usual;
  const also = inherited.length === 0 ? "" : ` besides ${inherited.join(", ")}`;
  const choices = rest.map((id) => ({ value: id, label: id, isUsual: usual.includes(id) }));
  const chosen = await questions.any(`What is built for it${also}?`, choices);
  return chosen;
}

async function scheduleOf(
  actions: readonly string[],
  { value }: Inherited,
  { given, questions, project }: Surroundings,
): Promise<ScheduleAnswers> {
  const { scheduleTime, timeZone } = given;
  const schedules = schedulesOf([...inheritedActions(value), ...actions], value, project.catalogue);
  const [first] = schedules;
  if (scheduleTime !== undefined || timeZone !== undefined) {
    const problem = scheduleAnswersProblem({ time: scheduleTime, timeZone });
    if (problem !== undefined) throw refusal(problem);
    if (first !== undefined) return { time: scheduleTime, timeZone };
    const flag = scheduleTime === undefined ? "--time-zone" : "--schedule-time";
    throw new CommandError(
      `${flag} is for actions that run at a time of the day, and none of the customer's does.`,
      "Leave it out, or name such an action with --action.",
    );
  }
  if (questions === undefined || first === undefined) return {};
  const [, { time, timeZone: usualZone }] = first;
  const usualTime = typeof time === "string" ? time : "12:00";
  const usualPlace = typeof usualZone === "string" ? usualZone : "Europe/Amsterdam";
  const newTime = await questions.text("When its actions run", usualTime, (answer) =>
    scheduleAnswersProblem({ time: answer }),
  );
  const newZone = await questions.text("Time zone", usualPlace, (answer) =>
    scheduleAnswersProblem({ timeZone: answer }),
  );
  return {
    time: newTime === usualTime ? undefined : newTime,
    timeZone: newZone === usualPlace ? undefined : newZone,
  };
}

function whatNext(id: string, path: string, { given, project, cwd }: Surroundings): string {
  const customers = given.customers === undefined ? "" : ` --customers ${quoted(given.customers)}`;
  return [
    `created ${path}`,
    "",
    "What to do next:",
    `  1. Look at ${path} and add what is the customer's own; npx topdesk-actions list shows what can be set.`,
    `  2. npx topdesk-actions build --customer ${quoted(id)}${customers}`,
    `  3. Open the import guide, ${outFolder(project, cwd)}/${id}/*.guide.html, and do what it says.`,
    "",
  ].join("\n");
}

function refusal({ message, hint }: InitProblem): CommandError {
  return new CommandError(message, hint);
}
