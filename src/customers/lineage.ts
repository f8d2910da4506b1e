import type { Diagnostic } from "../check/diagnostic.js";
import { located } from "../check/locate.js";
import { idProblem } from "./customer-id.js";
import type { CustomerFile, ParsedCustomerFile } from "./customer-file.js";
import { meant } from "./findings.js";

/** How many files may stand above a customer. Two or three are usual. */
export const MOST_ANCESTORS = 32;

export type Lineage =
  /** The parent, the parent of that, and so on. */
  | { readonly kind: "found"; readonly ancestors: readonly CustomerFile[] }
  | { readonly kind: "broken"; readonly diagnostic: Diagnostic };

/**
 * The files that a customer's file extends, directly or through others.
 *
 * @param ids every id that has a file
 * @param load reads the file of an id
 */
export async function lineageOf(
  file: CustomerFile,
  ids: ReadonlySet<string>,
  load: (id: string) => Promise<ParsedCustomerFile>,
): Promise<Lineage> {
  const ancestors: CustomerFile[] = [];
  let current = file;
  while (Object.hasOwn(current.value, "extends")) {
    const parent = current.value["extends"];
    const line = [file, ...ancestors].map(({ id }) => id);
    if (typeof parent !== "string") return broken(current, "The value of extends is no id.", NAME_ONE);
    const problem = idProblem(parent);
    if (problem !== undefined)
      return broken(current, `${problem.message} It cannot be extended.`, problem.hint);
    if (line.includes(parent)) {
      const circle = [...line.slice(line.indexOf(parent)), parent].join(" extends ");
      return broken(file, `The file extends itself: ${circle}.`, "Take one extends out of the circle.");
    }
    if (!ids.has(parent)) {
      const hint = meant(
        parent,
        [...ids].filter((id) => id !== current.id),
        NAME_ONE,
      );
      return broken(current, `There is no customer or base "${parent}" to extend.`, hint);
    }
    if (ancestors.length === MOST_ANCESTORS) {
      const message = `${file.id} extends more than ${MOST_ANCESTORS} files, one through the other.`;
      return broken(file, message, "Extend a base that is nearer to the top.");
    }
    const loaded = await load(parent);
    if (loaded.kind === "unusable") {
      const message = `The file of "${parent}" cannot be used: ${loaded.diagnostic.message}`;
      return broken(current, message, "Correct that file first.");
    }
    ancestors.push(loaded.file);
    current = loaded.file;
  }
  return { kind: "found", ancestors };
}

const NAME_ONE = "Name the file of another customer or of a base, without .json.";

function broken(file: CustomerFile, message: string, hint: string): Lineage {
  const diagnostic: Diagnostic = {
    code: "TA506",
    severity: "error",
    message,
    hint,
    file: file.name,
    pointer: "/extends",
  };
  const [placed = diagnostic] = located([diagnostic], file.text);
  return { kind: "broken", diagnostic: placed };
}
