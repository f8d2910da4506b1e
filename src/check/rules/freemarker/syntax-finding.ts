import type { TemplateErrorCode } from "../../../freemarker/template-error.js";
import type { Code } from "../../codes.js";
import { secretIn } from "../../secrets.js";
import type { Finding, Subject } from "../../subject.js";
import { inText } from "./rule.js";

/** Reports the errors of some kinds for which FreeMarker refuses a text. */
export function* syntaxFindings(
  { templates }: Subject,
  code: Code,
  kinds: ReadonlySet<TemplateErrorCode>,
): Generator<Finding> {
  for (const { text, parsed } of templates) {
    for (const { code: kind, message, hint, position } of parsed.errors) {
      // A loop is given its list by an interpolation, which prints nothing there.
      const isList = kind === "wrong-literal" && text.key === "collectionTemplate";
      if (!kinds.has(kind) || isList) continue;
      const { line, column } = position;
      yield {
        ...inText(code, text),
        text: { key: text.key, line, column },
        // The error quotes the text, which findings must not do with a secret.
        message: secretIn(text.text) === undefined ? message : "FreeMarker cannot read the text here.",
        hint: hint ?? "FreeMarker refuses the whole text for this.",
      };
    }
  }
}
