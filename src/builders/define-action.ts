import type { Action, CardType, TargetId } from "../model/action.js";
import type { JsonObject } from "../model/json.js";
import { nearest } from "../model/nearest.js";
import type { ActionTexts, TextSource } from "./action-texts.js";
import { recordFlow, type Flow } from "./flow.js";
import { frameOf, type RawFile } from "./raw-file.js";
import type { Parameter, ParameterProblem, ParameterValues } from "./parameter.js";

/** What an author's function is given besides the flow and the parameters. */
export interface AuthorContext {
  /** The words of this action, from its folder in `templates/`. */
  readonly texts: ActionTexts;
  /** The words of another action, in the language of this one. */
  readonly textsOf: (actionId: string) => ActionTexts;
}

/** One way to write an action. */
export interface ActionBody<Values> {
  /** What must be set before this way works; each sentence is shown to the person who builds. Default: nothing. */
  readonly unmet?: (parameters: Values) => readonly string[];
  readonly record: (flow: Flow, parameters: Values, context: AuthorContext) => void;
}

/** An action as its author defines it. */
export interface ActionSource<Parameters extends Readonly<Record<string, Parameter<unknown>>>> {
  /** Lower-case words joined by hyphens; the name of the file and of the folder in `templates/`. */
  readonly id: string;
  /** The day on which what the action does last changed, `YYYY-MM-DD`. Becomes the file's exportDate. */
  readonly revision: string;
  readonly parameters: Parameters;
  /** The targets that `build` writes unless asked for others. */
  readonly targets: readonly [TargetId, ...TargetId[]];
  /** Card types, for a classic action sequence: one file is written for each. */
  readonly cardTypes?: readonly CardType[];
  /** Its name and description, for an action that has no texts of its own. Default: those texts. */
  readonly words?: { readonly name: string; readonly description: string };
  /** What stands around it in its file, for an action that was imported. */
  readonly file?: RawFile;
  /** The language of its texts. Default: English. */
  readonly language?: (parameters: ParameterValues<Parameters>) => string;
  readonly body: ActionBody<ParameterValues<Parameters>>;
  /** Other ways to write it, for targets that cannot express `body`. */
  readonly bodies?: Partial<Readonly<Record<TargetId, ActionBody<ParameterValues<Parameters>>>>>;
}

/** The outcome of recording an action for a target. */
export type ActionOutcome =
  | { readonly kind: "recorded"; readonly action: Action }
  | { readonly kind: "unmet"; readonly requirements: readonly string[] }
  | { readonly kind: "invalid"; readonly problems: readonly NamedParameterProblem[] };

/** A problem and the parameter it belongs to. */
export interface NamedParameterProblem extends ParameterProblem {
  readonly parameter: string;
  /** Whether no parameter of that name exists. */
  readonly unknown: boolean;
}

/** An action of the catalogue. Made by {@link defineAction}. */
export interface ActionDefinition {
  readonly id: string;
  readonly revision: string;
  readonly parameters: Readonly<Record<string, Parameter<unknown>>>;
  readonly targets: readonly [TargetId, ...TargetId[]];
  readonly cardTypes: readonly CardType[];
  /** Checks a customer's values without recording anything. */
  readonly problems: (values: JsonObject) => readonly NamedParameterProblem[];
  /** Records the action for one target. Pure: the same values and texts give the same action. */
  readonly record: (target: TargetId, values: JsonObject, texts: TextSource) => ActionOutcome;
}

/** An action with all that its author said of it, so that another can be made from it. */
export interface DefinedAction<
  Parameters extends Readonly<Record<string, Parameter<unknown>>>,
> extends ActionDefinition {
  readonly source: ActionSource<Parameters>;
}

/**
 * Defines an action: its parameters and the function that records its steps.
 *
 * @returns the definition, for the catalogue in `actions/`
 */
export function defineAction<const Parameters extends Readonly<Record<string, Parameter<unknown>>>>(
  source: ActionSource<Parameters>,
): DefinedAction<Parameters> {
  return {
    source,
    id: source.id,
    revision: source.revision,
    parameters: source.parameters,
    targets: source.targets,
    cardTypes: source.cardTypes ?? [],
    problems: (values) => readParameters(source.parameters, values).problems,
    record: (target, values, texts) => record(source, target, values, texts),
  };
}

function record<Parameters extends Readonly<Record<string, Parameter<unknown>>>>(
  source: ActionSource<Parameters>,
  target: TargetId,
  given: JsonObject,
  texts: TextSource,
): ActionOutcome {
  const { values, problems } = readParameters(source.parameters, given);
  if (problems.length > 0) return { kind: "invalid", problems };
  const body = source.bodies?.[target] ?? source.body;
  const requirements = body.unmet?.(values) ?? [];
  if (requirements.length > 0) return { kind: "unmet", requirements };
  const language = source.language?.(values) ?? "en";
  const words = texts.of(source.id, language);
  const context = { texts: words, textsOf: (actionId: string) => texts.of(actionId, language) };
  const recording = recordFlow((flow) => body.record(flow, values, context));
  return {
    kind: "recorded",
    action: {
      name: source.words?.name ?? words.line("name"),
      description: source.words?.description ?? words.line("description"),
      ...recording,
      ...(source.file === undefined ? {} : frameOf(source.file)),
    },
  };
}

interface ReadParameters<Parameters extends Readonly<Record<string, Parameter<unknown>>>> {
  readonly values: ParameterValues<Parameters>;
  readonly problems: readonly NamedParameterProblem[];
}

function readParameters<Parameters extends Readonly<Record<string, Parameter<unknown>>>>(
  parameters: Parameters,
  given: JsonObject,
): ReadParameters<Parameters>;
function readParameters(
  parameters: Readonly<Record<string, Parameter<unknown>>>,
  given: JsonObject,
): ReadParameters<Readonly<Record<string, Parameter<unknown>>>> {
  const names = Object.keys(parameters);
  const problems: NamedParameterProblem[] = Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => unknownParameter(name, names));
  const values = Object.entries(parameters).map(([name, parameter]): [string, unknown] => {
    const value = given[name];
    if (value === undefined) return [name, parameter.default];
    const reading = parameter.read(value);
    if ("value" in reading) return [name, reading.value];
    problems.push(...reading.problems.map((found) => ({ ...found, parameter: name, unknown: false })));
    return [name, parameter.default];
  });
  return { values: Object.fromEntries(values), problems };
}

function unknownParameter(name: string, names: readonly string[]): NamedParameterProblem {
  const near = nearest(name, names);
  return {
    parameter: name,
    unknown: true,
    path: [],
    message: `There is no parameter "${name}".`,
    hint: near === undefined ? namesOf(names) : `Did you mean "${near}"?`,
  };
}

function namesOf(names: readonly string[]): string {
  return names.length === 0 ? "This action has no parameters." : `The parameters are: ${names.join(", ")}.`;
}
