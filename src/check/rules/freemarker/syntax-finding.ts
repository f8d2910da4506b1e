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
      // Message and hint quote the text, which findings must not do with a secret.
      const mayQuote = secretIn(text.text) === undefined;
      yield {
        ...inText(code, text),
        text: { key: text.key, line, column },
        message: mayQuote ? message : "FreeMarker cannot read the text here.",
        hint: (mayQuote ? hint : undefined) ?? "FreeMarker refuses the whole text for this.",
      };
    }
  }
}
