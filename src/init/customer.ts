import type { ActionDefinition } from "../builders/define-action.js";
import type { TextSource } from "../builders/action-texts.js";
import { parametersInForce } from "../builders/parameters-in-force.js";
import { scheduleProblem } from "../builders/schedule.js";
import type { Language } from "../customers/customer.js";
import { clashingIds, idProblem } from "../customers/customer-id.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import type { TargetId } from "../model/action.js";
import type { InitProblem } from "./new-file.js";

/** What is known of a customer who is to get a file. */
export interface CustomerAnswers {
  /** What people call the customer. */
  readonly name?: string | undefined;
  readonly language?: Language | undefined;
  /** The id of the customer or base that the file extends. */
  readonly parent?: string | undefined;
  /** The ids of the actions that are built besides those that are inherited. */
  readonly actions: readonly string[];
  /** When actions with a schedule run; what is left out stays as it is. */
  readonly schedule: ScheduleAnswers;
}

export interface ScheduleAnswers {
  /** `HH:mm` */
  readonly time?: string | undefined;
  readonly timeZone?: string | undefined;
}

/**
 * Why a customer cannot have an id; undefined when it can.
 *
 * @param others the ids of the customers that are there
 * @param folder the folder with their files, as messages name it
 */
export function newIdProblem(id: string, others: readonly string[], folder: string): InitProblem | undefined {
  const problem = idProblem(id);
  if (problem !== undefined) return problem;
  if (others.includes(id)) {
    return { message: `${folder}/${id}.json is there already.`, hint: "Edit it, or choose another id." };
  }
  const other = clashingIds([...others, id]).get(id);
  return other === undefined
    ? undefined
    : {
        message: `${folder}/${other}.json is there already, and "${id}" differs from it only in case.`,
        hint: "Choose another id.",
      };
}

/** Why a schedule cannot be; undefined when it can. */
export function scheduleAnswersProblem({ time, timeZone }: ScheduleAnswers): InitProblem | undefined {
  return scheduleProblem({
    frequency: "DAILY",
    time: time ?? "12:00",
    timeZone: timeZone ?? "Europe/Amsterdam",
  });
}

/** From what a customer's file is made, besides the answers. */
export interface CustomerOrigins {
  /** What the file gets from those that it extends. */
  readonly inherited: JsonObject;
  readonly catalogue: readonly ActionDefinition[];
  readonly texts: TextSource;
  /** The path of the customer schema for editors. */
  readonly schema?: string | undefined;
}

/** The content of a customer's file. */
export function customerContent(
  { name, language, parent, actions, schedule }: CustomerAnswers,
  origins: CustomerOrigins,
): JsonObject {
  const { inherited, catalogue, schema } = origins;
  const schedules = new Map(schedulesOf([...inheritedActions(inherited), ...actions], inherited, catalogue));
  const newTimes = given({ ...schedule });
  const isNewTime = Object.keys(newTimes).length > 0;
  const settings = catalogue.flatMap(({ id }): readonly (readonly [string, JsonObject])[] => {
    const current = isNewTime ? schedules.get(id) : undefined;
    if (current === undefined && !actions.includes(id)) return [];
    const parameters = current === undefined ? {} : { parameters: { schedule: { ...current, ...newTimes } } };
    return [[id, { ...(actions.includes(id) ? targetsFor(id, origins) : {}), ...parameters }]];
  });
  return {
    ...(schema === undefined ? {} : { $schema: schema }),
    ...given({ name, extends: parent, language }),
    // A customer's mails carry its own name, whatever the base has.
    ...(name === undefined ? {} : { branding: { organisation: name } }),
    ...(settings.length === 0 ? {} : { actions: Object.fromEntries(settings) }),
  };
}

/** The targets that an action can be written for as it is, where that are not all and no base says which. */
function targetsFor(id: string, { inherited, catalogue, texts }: CustomerOrigins): JsonObject {
  const definition = catalogue.find((candidate) => candidate.id === id);
  const isSaid = "targets" in inherited || at(inherited, ["actions", id, "targets"]) !== undefined;
  if (definition === undefined || isSaid) return {};
  const possible = definition.targets.filter((target) => !isUnmet(definition, target, texts));
  return possible.length === 0 || possible.length === definition.targets.length ? {} : { targets: possible };
}

function isUnmet(definition: ActionDefinition, target: TargetId, texts: TextSource): boolean {
  try {
    return definition.record(target, {}, texts).kind === "unmet";
  } catch {
    // An action that cannot be recorded has more wrong with it than this; the build says what.
    return false;
  }
}

const LONGEST_LINE = 80;

/** The text of a customer's file, laid out as Prettier does it: short lists stay on their line. */
export function customerText(content: JsonObject): string {
  const spread = JSON.stringify(content, null, 2);
  const text = spread.replace(
    /^(.*)\[\n((?: +"(?:[^"\\]|\\.)*",?\n)+) *\](,?)$/gm,
    (list, key: string, items: string, end: string) => {
      const line = `${key}[${items.trim().replace(/\n */g, " ")}]${end}`;
      return line.length > LONGEST_LINE ? list : line;
    },
  );
  return `${text}\n`;
}

/** The ids of the actions that a file gets from those that it extends. */
export function inheritedActions(inherited: JsonObject): readonly string[] {
  const { actions } = inherited;
  return isJsonObject(actions) ? Object.keys(actions) : [];
}

/** The actions that run at a time of the day, each with the schedule that it has so far. */
export function schedulesOf(
  ids: readonly string[],
  inherited: JsonObject,
  catalogue: readonly ActionDefinition[],
): readonly (readonly [string, JsonObject])[] {
  return catalogue.flatMap((definition) => {
    if (!ids.includes(definition.id) || !("schedule" in definition.parameters)) return [];
    const parameters = at(inherited, ["actions", definition.id, "parameters"]);
    const usual = parametersInForce(definition, {})["schedule"];
    const own = isJsonObject(parameters) ? parameters["schedule"] : undefined;
    const schedule = isJsonObject(own) && isJsonObject(usual) ? withTimeZoneOf(usual, own) : usual;
    return isJsonObject(schedule) && "time" in schedule ? [[definition.id, schedule] as const] : [];
  });
}

/** A customer may leave the time zone out. */
function withTimeZoneOf(usual: JsonObject, own: JsonObject): JsonObject {
  const { timeZone } = usual;
  return timeZone === undefined || "timeZone" in own ? own : { ...own, timeZone };
}

function at(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (node, key) => (isJsonObject(node) && Object.hasOwn(node, key) ? node[key] : undefined),
    value,
  );
}

/** The entries that have a value. */
function given(values: Readonly<Record<string, string | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
