import { checkFile } from "../../src/check/check.js";
import type { Diagnostic } from "../../src/check/diagnostic.js";
import { loadProject } from "../../src/cli/load-config.js";
import { openCustomers } from "../../src/cli/load-customers.js";
import { applyVariables, patchedFile } from "../../src/customers/apply.js";
import type { Customer, CustomerAction } from "../../src/customers/customer.js";
import type { CustomerReading } from "../../src/customers/read.js";
import { isJsonObject, type JsonObject } from "../../src/model/json.js";
import type { TargetId } from "../../src/model/action.js";
import { targets } from "../../src/targets/index.js";
import { fileFor } from "../../src/targets/target.js";
import { writeFile } from "../../src/targets/write.js";
import { handlebarsTexts, type TextLibrary } from "../../src/text/handlebars-texts.js";

export interface BuiltCustomer extends CustomerReading {
  /** The JSON values of what is built, by action and target: `minimum-stock.action`. */
  readonly files: ReadonlyMap<string, JsonObject>;
  /** Errors and warnings of the files, without what is said of every file. */
  readonly findings: readonly Diagnostic[];
}

/** Builds one customer of a project in the order that is promised: variables, then the patch, then the checks. */
export async function builtCustomer(folder: string, id: string): Promise<BuiltCustomer> {
  const { catalogue, library } = await loadProject(folder);
  const customers = await openCustomers(`${folder}/customers`, catalogue, library);
  const reading = await customers.load(id);
  const files = new Map<string, JsonObject>();
  const findings: Diagnostic[] = [];
  for (const action of reading.customer.actions) {
    for (const target of action.targets) {
      const built = builtFile(reading.customer, action, target, library);
      if (built === undefined) continue;
      files.set(`${action.definition.id}.${target}`, built.value);
      findings.push(...built.findings.filter(({ severity }) => severity !== "info"));
    }
  }
  return { ...reading, files, findings };
}

function builtFile(
  customer: Customer,
  { definition, parameters, variables, patch }: CustomerAction,
  target: TargetId,
  library: TextLibrary,
): { readonly value: JsonObject; readonly findings: readonly Diagnostic[] } | undefined {
  const texts = handlebarsTexts(new Map([...library, ...customer.texts]));
  const outcome = definition.record(target, parameters, texts);
  if (outcome.kind === "unmet") return undefined;
  if (outcome.kind === "invalid") throw new Error(JSON.stringify(outcome));
  const [cardType] = definition.cardTypes;
  const action = applyVariables(outcome.action, variables);
  const file = fileFor(targets[target], cardType === undefined ? action : { ...action, cardType }, 0);
  const patched = patchedFile(file, writeFile(file), patch, target);
  if (patched.file === undefined || !isJsonObject(patched.value))
    throw new Error("nothing is left of the file");
  const checked = checkFile(patched.file, patched.value, {
    file: `${definition.id}.json`,
    strictness: "closed",
  });
  return { value: patched.value, findings: [...patched.diagnostics, ...checked] };
}
