import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pointerTo } from "../../check/diagnostic.js";
import { plural } from "../../check/format/stylish.js";
import { idProblem } from "../../customers/customer-id.js";
import { writeAtomically } from "../../dist/files.js";
import { customerFromExport } from "../../import/customer-from-export.js";
import { withoutSecrets } from "../../import/secrets.js";
import { nearest } from "../../model/nearest.js";
import { handlebarsTexts } from "../../text/handlebars-texts.js";
import { loadProject } from "../load-config.js";
import { CommandError, type ExitCode, type Terminal } from "../terminal.js";
import { knownShapes } from "../load-shapes.js";
import { formatJson } from "./format-code.js";
import { readExport } from "./read-export.js";

/** What `import --as customer` is asked for. */
export interface CustomerRequest {
  readonly file: string;
  readonly action: string;
  readonly customer: string;
  readonly customers: string | undefined;
  readonly force: boolean;
}

/** Turns an export of an action that was changed by hand into the file of a customer. */
export async function importCustomer(request: CustomerRequest, terminal: Terminal): Promise<ExitCode> {
  const { file, action, customer, force } = request;
  const problem = idProblem(customer);
  if (problem !== undefined) throw new CommandError(problem.message, problem.hint);
  const { catalogue, library, customers } = await loadProject(terminal.cwd);
  const definition = catalogue.find(({ id }) => id === action);
  if (definition === undefined) {
    const ids = catalogue.map(({ id }) => id);
    const near = nearest(action, ids);
    const hint = near === undefined ? `The actions are: ${ids.join(", ")}.` : `Did you mean "${near}"?`;
    throw new CommandError(`There is no action "${action}".`, hint);
  }
  const folder = request.customers ?? customers ?? "customers";
  const path = resolve(terminal.cwd, folder, `${customer}.json`);
  if (!force && existsSync(path)) {
    throw new CommandError(
      `The customer ${customer} has a file already.`,
      "Name another with --customer, or overwrite it with --force.",
    );
  }
  const shapes = await knownShapes(resolve(terminal.cwd, folder), undefined);
  const { value } = await readExport(file, shapes, terminal);
  const { value: harmless, replaced, kept } = withoutSecrets(value);
  const [secret] = kept;
  if (secret !== undefined) {
    throw new CommandError(
      `${file} holds a secret at ${pointerTo(secret.path)}: ${secret.message}`,
      "Take it out of the export first: it must not come into a customer's file.",
    );
  }
  const texts = handlebarsTexts(library);
  const found = customerFromExport(harmless, { id: customer, definition, catalogue, texts });
  if (found.kind === "failed") throw new CommandError(found.message, found.hint);
  const content = await formatJson({ name: customer, ...found.value });
  try {
    writeAtomically(path, content);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new CommandError(`${path} cannot be written (${reason}).`, "Check the folder and its rights.");
  }
  const words = found.changes === 0 ? "nothing was changed" : plural(found.changes, "change");
  const lines = [
    `${folder}/${customer}.json is written: ${words} over ${action} (${found.target}). Building it gives the export's value again; when it was exported, and the order of keys, do not count.`,
    ...replaced.map(({ path: place, message }) => `replaced: ${pointerTo(place)}: ${message}`),
    ...found.errors.map(
      ({ code, pointer, message }) => `build refuses this: ${pointer ?? ""}: ${message} (${code})`,
    ),
    ...(found.errors.some(({ code }) => code === "TA102")
      ? ["Take such a key out of the patch, or let it pass with: build --severity TA102=warning"]
      : []),
  ];
  terminal.err(`${lines.join("\n")}\n`);
  return 0;
}
