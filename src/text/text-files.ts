import { nearest } from "../model/nearest.js";

/** The sources of text templates, by path: `minimum-stock/mail.nl.hbs`. */
export type TextLibrary = ReadonlyMap<string, string>;

/** Folders whose texts belong to every action. */
export const SHARED_FOLDERS = ["shared", "guide"] as const;

/** A template that was found. */
export interface TextFile {
  readonly path: string;
  readonly source: string;
  /** Whether it is the customer's own. */
  readonly own: boolean;
}

/** The files in which a text of an action is looked for in its folder, the first that exists is taken. */
export function candidatesFor(folder: string, name: string, language: string): readonly string[] {
  return [`${folder}/${name}.${language}.hbs`, `${folder}/${name}.hbs`];
}

/**
 * Finds a text: in the action's folder, then among those that all actions share; in each the customer's own before the
 * package's, and the one of the language before the one of all languages.
 */
export function findText(
  library: TextLibrary,
  own: TextLibrary,
  actionId: string,
  name: string,
  language: string,
): TextFile | undefined {
  for (const folder of [actionId, "shared"]) {
    for (const files of [own, library]) {
      for (const path of candidatesFor(folder, name, language)) {
        const source = files.get(path);
        if (source !== undefined) return { path, source, own: files === own };
      }
    }
  }
  return undefined;
}

/** A file of a customer that no text of its actions is looked for in. */
export interface UnusedText {
  readonly path: string;
  readonly message: string;
  readonly hint: string;
}

/**
 * The files that a customer may put into its folder: each is a text of one of its actions, or one that they share.
 *
 * @param actionIds the actions that are built for the customer
 * @param languages the languages that a text may be in
 */
export function knownTexts(
  library: TextLibrary,
  actionIds: readonly string[],
  languages: readonly string[],
): ReadonlySet<string> {
  const folders: readonly string[] = [...actionIds, ...SHARED_FOLDERS];
  const known = new Set<string>();
  for (const path of library.keys()) {
    if (!folders.some((folder) => path.startsWith(`${folder}/`))) continue;
    const name = path.replace(/(\.[a-z]{2})?\.hbs$/, "");
    for (const language of languages) known.add(`${name}.${language}.hbs`);
    known.add(`${name}.hbs`);
  }
  return known;
}

/** The files in a customer's folder that no action of the customer uses, each with what was probably meant. */
export function unusedTexts(
  paths: Iterable<string>,
  library: TextLibrary,
  actionIds: readonly string[],
  languages: readonly string[],
): readonly UnusedText[] {
  const known = knownTexts(library, actionIds, languages);
  return [...paths].filter((path) => !known.has(path)).map((path) => unused(path, library, actionIds, known));
}

function unused(
  path: string,
  library: TextLibrary,
  actionIds: readonly string[],
  known: ReadonlySet<string>,
): UnusedText {
  const message = "No action of this customer uses this text.";
  const folder = path.split("/")[0] ?? "";
  if (library.has(path)) {
    const hint = [...actionIds, ...SHARED_FOLDERS].includes(folder)
      ? "Its language is none in which anything is built for this customer. Rename the file, or remove it."
      : `Build ${folder} for this customer, or remove the file.`;
    return { path, message, hint };
  }
  const near = nearest(path, known);
  if (near !== undefined) return { path, message, hint: `Did you mean "${near}"?` };
  const names = [...known].filter((candidate) => candidate.startsWith(`${folder}/`));
  const inFolder = [...new Set(names.map((name) => name.replace(/^[^/]*\/|(\.[a-z]{2})?\.hbs$/g, "")))];
  const hint =
    inFolder.length === 0
      ? `Put it into the folder of an action: ${[...actionIds, "shared"].join(", ")}.`
      : `The texts of ${folder} are: ${inFolder.join(", ")}.`;
  return { path, message, hint };
}
