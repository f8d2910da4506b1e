import { resolve } from "node:path";
import { stylish } from "../../check/format/stylish.js";
import { hasErrors, type Diagnostic } from "../../check/diagnostic.js";
import type { CustomerAction } from "../../customers/customer.js";
import { buildAction, type BuiltFile } from "../../dist/build.js";
import { readExport, type ReadExport } from "../../diff/read-export.js";
import { TARGET_IDS, type RootKey, type TargetId } from "../../model/action.js";
import { targets } from "../../targets/index.js";
import type { Shape } from "../../shapes/shape.js";
import { readSettings } from "../build/options.js";
import { openBuildProject } from "../build/project.js";
import { selectionOf } from "../build/selection.js";
import { loadProject } from "../load-config.js";
import { knownShapes } from "../load-shapes.js";
import { CommandError, type Terminal } from "../terminal.js";
import type { DiffOptions } from "./options.js";

/** The build that a file is compared with. */
export interface CustomerBuild {
  readonly name: string;
  readonly file: ReadExport;
}

/** One action of a customer, ready to be built in memory. */
export interface CustomerActionToBuild {
  /** The shapes that a file of this customer may be in: first the customer's own. */
  readonly shapes: readonly Shape[];
  /** Builds the file that stands for a given one. */
  build(root: RootKey, cardType: string | undefined): CustomerBuild;
}

/** Reads what is needed to build one action of a customer. */
export async function openCustomerAction(
  customerId: string,
  options: DiffOptions,
  terminal: Terminal,
): Promise<CustomerActionToBuild> {
  const { action: actionId, target, customers } = options;
  if (actionId === undefined) {
    throw new CommandError("--customer needs the action to compare with.", "Add --action minimum-stock.");
  }
  const definitions = await loadProject(terminal.cwd);
  const narrowed = {
    customer: [customerId],
    action: [actionId],
    target: target === undefined ? [] : [target],
  };
  const rest = { customers, cache: false, json: false, format: "stylish" } as const;
  const settings = readSettings({ ...narrowed, ...rest }, definitions, terminal.cwd);
  const project = await openBuildProject(definitions, settings, terminal);
  const selection = selectionOf(settings, project.ids, project.catalogue);
  const { customer, diagnostics } = await project.loadCustomer(customerId);
  refuseErrors(diagnostics, `The customer ${customerId} has errors.`, terminal);
  const action = customer.actions.find(({ definition }) => definition.id === actionId);
  if (action === undefined) {
    const own = customer.actions.map(({ definition }) => definition.id).join(", ");
    throw new CommandError(
      `The customer ${customerId} does not have the action ${actionId}.`,
      own === "" ? "It has none." : `It has: ${own}.`,
    );
  }
  const others = await knownShapes(resolve(terminal.cwd, settings.customers), undefined);
  const { shape } = customer;
  const shapes = shape === undefined ? others : [shape, ...others];
  const build = (root: RootKey, cardType: string | undefined): CustomerBuild => {
    const chosen = selection.targets[0] ?? ownTarget(customerId, action, root);
    const { definition, parameters, variables, patch } = action;
    const built = buildAction(
      { definition, target: chosen, parameters, customer: customerId, variables, patch, shape },
      {
        texts: project.textsFor(customer),
        insists: true,
        ...(project.exportDate === undefined ? {} : { exportDate: project.exportDate }),
      },
    );
    refuseErrors(built.diagnostics, `The action ${actionId} of ${customerId} cannot be built.`, terminal);
    const file = chosenFile(built.files, options.cardType ?? cardType);
    const reading = readExport(Buffer.from(file.content), shapes);
    if (reading.kind !== "read") throw new CommandError(reading.problem.message, reading.problem.hint ?? "");
    return { name: `build of ${file.path}`, file: reading.file };
  };
  return { shapes, build };
}

function refuseErrors(diagnostics: readonly Diagnostic[], message: string, { err, color }: Terminal): void {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (!hasErrors(errors)) return;
  err(`${stylish(errors, color)}\n`);
  throw new CommandError(message, "Correct what is named above.");
}

/** The customer's target of the kind that the file is; of several the one that leaves nothing out. */
function ownTarget(customer: string, action: CustomerAction, root: RootKey): TargetId {
  const fitting = TARGET_IDS.find(
    (target) => action.targets.includes(target) && targets[target].root === root,
  );
  if (fitting !== undefined) return fitting;
  throw new CommandError(
    `${customer} has ${action.definition.id} as ${action.targets.join(", ")}, and the file has the root key "${root}".`,
    "Name a target with --target to compare with it all the same.",
  );
}

/** An action sequence is built once for each card type. */
function chosenFile(files: readonly BuiltFile[], cardType: string | undefined): BuiltFile {
  const built = files.filter(({ kind }) => kind === "action");
  const [only, another] = built;
  const fitting = built.find((file) => file.cardType === cardType);
  const chosen = another === undefined ? only : fitting;
  if (chosen !== undefined) return chosen;
  const types = built.flatMap((file) => file.cardType ?? []).join(", ");
  throw new CommandError(
    `It is built for the card types ${types}, and none of them is ${cardType ?? "named"}.`,
    "Choose one with --card-type.",
  );
}
