import { ACTION_KEYS, CONFIGURATION_KEYS, ROOT_KEYS } from "../builders/known-keys.js";
import { VALUE } from "../builders/value.js";
import { CARD_TYPES, type ActionFile } from "../model/action.js";
import type { JsonObject } from "../model/json.js";
import { FORMAT_VERSION } from "../targets/target.js";
import { incident } from "../topdesk/cards.js";
import { objectCode, stringCode } from "./literals.js";
import { liftedParts } from "./lifted.js";
import { StepScope, type ModuleState, type Refinement } from "./module-state.js";
import { idFrom, Names } from "./names.js";
import { PACKAGE_NAMES, type PackageName, type UsePackage } from "./package-names.js";
import { rawCode } from "./raw-code.js";
import { newBinding, type ModuleNames } from "./scope.js";
import { shapeCode } from "./shapes.js";
import { stepsCode } from "./step-code.js";
import { triggerCode } from "./trigger-code.js";
import { variablesCode, type CodedVariables } from "./variables-code.js";

/** A module as code that is not laid out yet. */
export interface ModuleCode {
  readonly code: string;
  /** The constant that it exports. */
  readonly name: string;
  readonly id: string;
}

/** Fields of the constant `incident`, with whether they may be missing. */
const INCIDENT: ReadonlyMap<string, boolean> = new Map(
  Object.entries(incident).map(([name, field]) => [name, field[VALUE].presence === "optional"]),
);

/** The code of an action module. Steps whose place is not among the refinements are said through the builders. */
export function moduleCode(file: ActionFile, refinements: ReadonlyMap<string, Refinement>): ModuleCode {
  const used = new Set<PackageName>(["defineAction"]);
  const use = (name: PackageName) => {
    used.add(name);
    return name;
  };
  const identifiers = new Names([...PACKAGE_NAMES, "flow", "variables"]);
  const name = identifiers.take(file.action.name, "importedAction");
  const isIncident = ["incident1", "incident2"].some((type) => type === file.action.cardType);
  const card = newBinding(identifiers.take("card", "card"));
  const names: ModuleNames = { use, asking: false, card, incident: isIncident ? INCIDENT : new Map() };
  const variables = variablesCode(file, "variables", use);
  const scope = new StepScope();
  for (const [key, variable] of variables.known) scope.variables.set(key, variable);
  const lifted = liftedParts(file, identifiers, { scope, names, local: new Set() });
  const state: ModuleState = { root: file.root, identifiers, names, ...lifted, refinements };
  const steps = stepsCode(file.action.steps, "", scope, state)();
  const constants = liftedCode(state);
  const trigger = file.action.trigger && triggerCode(file.action.trigger, use);
  const opening = [trigger, variables.code(), ...constants].filter((part) => part !== undefined);
  const body = [...opening, steps === "" ? "" : `\n${steps}`].join("\n").trim();
  const id = idFrom(file.action.name);
  const definition = definitionCode(file, id, variables, body, use);
  const cardCode = card.used
    ? `const ${card.name} = ${use("cardFields")}(${shapeCode(card.shape, use)});\n\n`
    : "";
  const code = `${cardCode}export const ${name} = defineAction(${definition});\n`;
  return { code: `${importCode(used, code)}${code}`, name, id };
}

/** Names that were asked for but that another wording made superfluous are left out. */
function importCode(names: ReadonlySet<PackageName>, code: string): string {
  const words = new Set(code.match(/(?<![.\w$])[\w$]+/g));
  const imported = [...names].filter((name) => words.has(name)).sort(byName);
  return `import { ${imported.join(", ")} } from "topdesk-actions";\n\n`;
}

function byName(left: string, right: string): number {
  const [first, second] = [left.toLowerCase(), right.toLowerCase()];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** The constants above the steps. Only those that are used are asked for their code. */
function liftedCode({ api, headers, bases }: ModuleState): readonly string[] {
  const lifted = [...headers.values(), ...bases.values()].filter(({ used }) => used);
  const all = api?.used === true ? [...lifted, api] : lifted;
  return all.map(({ name, code }) => `const ${name} = ${code()};`);
}

const FILE_COMMENT =
  "// As in the export. Leave it out when the action changes: then `revision` dates the file.";

function definitionCode(
  file: ActionFile,
  id: string,
  variables: CodedVariables,
  body: string,
  use: UsePackage,
): string {
  const { name, description, cardType } = file.action;
  const isKnownCard = CARD_TYPES.some((known) => known === cardType);
  const target = file.root === "action" ? "action" : "action-sequence";
  const revision = revisionOf(file.exportDate);
  const around = fileCode(file, revision, variables.override, use);
  const words = objectCode([
    ["name", stringCode(name)],
    ["description", linesCode(description)],
  ]);
  const lines = [
    `id: ${stringCode(id)}`,
    `revision: ${stringCode(revision)}`,
    `words: ${words}`,
    ...(around === "{}" ? [] : [`${FILE_COMMENT}\nfile: ${around}`]),
    "parameters: {}",
    `targets: [${stringCode(target)}]`,
    ...(isKnownCard ? [`cardTypes: [${stringCode(cardType ?? "")}]`] : []),
    `body: ${body === "" ? "{ record: () => undefined }" : `{\nrecord: (flow) => {\n${body}\n},\n}`}`,
  ];
  return `{\n${lines.join(",\n")}\n}`;
}

/** A long text of several lines, a line of code for each. */
function linesCode(text: string): string {
  const lines = text.split("\n");
  if (lines.length < 3 || text.length < 80) return stringCode(text);
  return `[${lines.map(stringCode).join(", ")}].join("\\n")`;
}

/** The day of an export; the first day of all when its date is none. */
function revisionOf(exportDate: number): string {
  const date = new Date(exportDate);
  const year = Number.isNaN(date.getTime()) ? 0 : date.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? date.toISOString().slice(0, 10) : "1970-01-01";
}

/** What stands around the action in its file. */
function fileCode(
  file: ActionFile,
  revision: string,
  configurationOverrides: JsonObject,
  use: UsePackage,
): string {
  const { action, formatVersion, exportDate, residue, root } = file;
  const { cardType, trigger } = action;
  const isOtherCard = cardType !== undefined && !CARD_TYPES.some((known) => known === cardType);
  const actionKeys = ACTION_KEYS.filter((key) => {
    if (key === "structureName") return cardType !== undefined;
    return key !== "trigger" || trigger !== undefined;
  });
  const triggerOverride = trigger?.type === "UNKNOWN" ? { trigger: trigger.value } : {};
  const rootKeys = ["formatVersion", "exportDate", root];
  const isUsualDate = exportDate === Date.parse(`${revision}T00:00:00Z`);
  return objectCode([
    ["formatVersion", formatVersion === FORMAT_VERSION ? undefined : stringCode(formatVersion)],
    ["exportDate", isUsualDate ? undefined : JSON.stringify(exportDate)],
    ["cardType", isOtherCard ? stringCode(cardType) : undefined],
    ["variablesAs", residue?.variablesAs === "map" ? '"map"' : undefined],
    ["root", rawCode(residue?.root, ROOT_KEYS, rootKeys, {}, use)],
    ["action", rawCode(residue?.action, ACTION_KEYS, actionKeys, triggerOverride, use)],
    [
      "configuration",
      rawCode(residue?.configuration, CONFIGURATION_KEYS, CONFIGURATION_KEYS, configurationOverrides, use),
    ],
  ]);
}
