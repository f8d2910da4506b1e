import type { ActionDefinition } from "../builders/define-action.js";
import { CODES, type Code } from "../check/codes.js";
import { pointerTo, type Diagnostic } from "../check/diagnostic.js";
import { TARGET_IDS, type TargetId } from "../model/action.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { nearest } from "../model/nearest.js";
import type { Customer, CustomerAction } from "./customer.js";

/** A customer as far as the file could be read, and everything that is wrong with the file. */
export interface CustomerReading {
  readonly customer: Customer;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a customer's file: `{ "actions": { "<action>": { "targets"?, "parameters"? } } }`.
 *
 * An action that is wrong is left out of the customer; the findings say why.
 *
 * @param id the name of the file without `.json`
 * @param file the file's name for messages
 */
export function readCustomer(
  id: string,
  value: JsonValue,
  file: string,
  catalogue: readonly ActionDefinition[],
): CustomerReading {
  const reader = new CustomerReader(file, catalogue);
  const actions = reader.customer(value);
  const customer = {
    id,
    name: id,
    language: undefined,
    branding: {},
    actions,
    texts: new Map<string, string>(),
  };
  return { customer, diagnostics: reader.diagnostics };
}

class CustomerReader {
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    private readonly file: string,
    private readonly catalogue: readonly ActionDefinition[],
  ) {}

  customer(value: JsonValue): readonly CustomerAction[] {
    if (!isJsonObject(value)) {
      this.report("TA501", [], "The file holds no JSON object.", 'Write { "actions": { ... } }.');
      return [];
    }
    this.knownKeys(value, ["$schema", "actions"], []);
    const actions = value["actions"];
    if (!isJsonObject(actions)) {
      this.report(
        "TA501",
        ["actions"],
        'The key "actions" is missing or no object.',
        `Name the actions to build: ${this.ids().join(", ")}.`,
      );
      return [];
    }
    return Object.entries(actions).flatMap(([actionId, settings]) => this.action(actionId, settings) ?? []);
  }

  private action(actionId: string, settings: JsonValue): CustomerAction | undefined {
    const path = ["actions", actionId];
    const definition = this.catalogue.find((candidate) => candidate.id === actionId);
    if (definition === undefined) {
      this.report("TA502", path, `There is no action "${actionId}".`, meant(actionId, this.ids()));
      return undefined;
    }
    if (!isJsonObject(settings)) {
      this.report(
        "TA501",
        path,
        `The settings of ${actionId} are no object.`,
        "Write {} to take every default.",
      );
      return undefined;
    }
    const before = this.diagnostics.length;
    this.knownKeys(settings, ["targets", "parameters"], path);
    const targets = this.targets(settings["targets"], [...path, "targets"]) ?? definition.targets;
    const given = settings["parameters"];
    const parameters = this.parameters(definition, given === undefined ? {} : given, [...path, "parameters"]);
    return this.diagnostics.length === before
      ? { definition, targets, parameters, variables: {}, patch: [] }
      : undefined;
  }

  private targets(
    value: JsonValue | undefined,
    path: readonly (string | number)[],
  ): readonly TargetId[] | undefined {
    if (value === undefined) return undefined;
    if (!isJsonArray(value) || value.length === 0) {
      this.report(
        "TA505",
        path,
        "The targets are no list of names.",
        `Choose one or more of: ${TARGET_IDS.join(", ")}.`,
      );
      return undefined;
    }
    return value.flatMap((entry, index) => {
      const target = TARGET_IDS.find((id) => id === entry);
      if (target !== undefined && value.indexOf(entry) < index) {
        this.report("TA505", [...path, index], `The target "${target}" is listed twice.`, "List it once.");
        return [];
      }
      if (target !== undefined) return [target];
      this.report(
        "TA505",
        [...path, index],
        `There is no target ${JSON.stringify(entry)}.`,
        meant(typeof entry === "string" ? entry : "", TARGET_IDS),
      );
      return [];
    });
  }

  private parameters(
    definition: ActionDefinition,
    value: JsonValue,
    path: readonly (string | number)[],
  ): JsonObject {
    if (!isJsonObject(value)) {
      this.report(
        "TA504",
        path,
        "The parameters are no object.",
        `The parameters are: ${Object.keys(definition.parameters).join(", ")}.`,
      );
      return {};
    }
    for (const problem of definition.problems(value)) {
      const place = [...path, problem.parameter, ...problem.path];
      this.report(
        problem.unknown ? "TA503" : "TA504",
        place,
        `${problem.parameter}: ${problem.message}`,
        problem.hint,
      );
    }
    return value;
  }

  private knownKeys(value: JsonObject, known: readonly string[], path: readonly string[]): void {
    for (const key of Object.keys(value).filter((candidate) => !known.includes(candidate))) {
      this.report("TA501", [...path, key], `The key "${key}" has no meaning here.`, meant(key, known));
    }
  }

  private ids(): readonly string[] {
    return this.catalogue.map((definition) => definition.id);
  }

  private report(code: Code, path: readonly (string | number)[], message: string, hint: string): void {
    const { severity } = CODES[code];
    this.diagnostics.push({ code, severity, message, hint, file: this.file, pointer: pointerTo(path) });
  }
}

function meant(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  return near === undefined ? `Choose one of: ${candidates.join(", ")}.` : `Did you mean "${near}"?`;
}
