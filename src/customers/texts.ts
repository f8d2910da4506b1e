import { CODES } from "../check/codes.js";
import type { Diagnostic } from "../check/diagnostic.js";
import { secretIn } from "../check/secrets.js";
import { LANGUAGES } from "./customer.js";
import { LARGEST_FILE, tooLarge } from "./customer-file.js";
import { meant } from "./findings.js";
import { SECRET_HINT } from "./secrets.js";

/** A customer's own texts as far as they can be used, by path below its folder, and what is wrong with the rest. */
export interface OwnTexts {
  readonly texts: ReadonlyMap<string, string>;
  /** The files of these texts as messages name them, by the same paths. */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a customer's own text templates.
 *
 * @param files their bytes by path below the customer's folder, with slashes
 * @param folder the folder's name for messages
 * @param known the paths of the texts that can be overridden
 */
export function readOwnTexts(
  files: ReadonlyMap<string, Uint8Array>,
  folder: string,
  known: readonly string[],
): OwnTexts {
  const knownNames = new Set(known.map(withoutLanguage));
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const [path, bytes] of files) {
    const text = decoded(bytes);
    const problem = nameProblem(path, knownNames) ?? contentProblem(bytes, text);
    if (problem === undefined && text !== undefined) texts.set(path, text);
    if (problem !== undefined) {
      diagnostics.push({ ...problem, severity: CODES[problem.code].severity, file: `${folder}/${path}` });
    }
  }
  const names = [...texts.keys()].map((path) => [path, `${folder}/${path}`] as const);
  return { texts, files: new Map(names), diagnostics };
}

type Problem = Pick<Diagnostic, "message" | "hint"> & { readonly code: "TA510" | "TA512" };

function nameProblem(path: string, names: ReadonlySet<string>): Problem | undefined {
  if (names.has(withoutLanguage(path))) return undefined;
  const paths = [...names].flatMap((name) => LANGUAGES.map((language) => `${name}.${language}.hbs`));
  const hint = meant(path, paths, `Name it <action>/<text>.<language>.hbs, such as ${paths[0] ?? "..."}.`);
  return { code: "TA512", message: "No action has a text of this name.", hint };
}

function contentProblem(bytes: Uint8Array, text: string | undefined): Problem | undefined {
  if (bytes.length > LARGEST_FILE) return { code: "TA512", ...tooLarge(bytes.length) };
  if (text === undefined || bytes.includes(0)) {
    return { code: "TA512", message: "The text is not UTF-8.", hint: "Save it as UTF-8." };
  }
  const secret = secretIn(text);
  if (secret === undefined) return undefined;
  return { code: "TA510", message: `The text holds ${secret}.`, hint: SECRET_HINT };
}

/** `minimum-stock/mail` of `minimum-stock/mail.nl.hbs`. What is no text keeps its whole name. */
function withoutLanguage(path: string): string {
  return path.replace(new RegExp(`(?:\\.(?:${LANGUAGES.join("|")}))?\\.hbs$`), "");
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
