import { parametersInForce } from "../builders/parameters-in-force.js";
import { CODES } from "../check/codes.js";
import type { Diagnostic } from "../check/diagnostic.js";
import type { Customer } from "../customers/customer.js";
import { unusedTexts, type TextLibrary } from "./text-files.js";

/**
 * Findings about texts of a customer's own that nothing uses: those of an action that is not built, or in a language
 * that nothing is built in.
 *
 * @param own the paths of the texts in the customer's own folder; those that are inherited may be for others
 */
export function unusedOwnTexts(
  { actions, language, textFiles }: Customer,
  own: Iterable<string>,
  library: TextLibrary,
): readonly Diagnostic[] {
  const languages = new Set<string>(language === undefined ? [] : [language]);
  for (const { definition, parameters } of actions) {
    const { language: ofAction } = parametersInForce(definition, parameters);
    if (typeof ofAction === "string") languages.add(ofAction);
  }
  const ids = actions.map(({ definition }) => definition.id);
  return unusedTexts(own, library, ids, [...languages]).map(({ path, message, hint }) => ({
    code: "TA512",
    severity: CODES.TA512.severity,
    message,
    hint,
    file: textFiles?.get(path) ?? path,
  }));
}
