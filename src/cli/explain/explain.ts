import { basename, resolve } from "node:path";
import { checkBytes } from "../../check/check.js";
import { parseFile } from "../../check/parse.js";
import type { Language } from "../../customers/customer.js";
import { explain } from "../../explain/explain.js";
import type { Explanation } from "../../explain/facts.js";
import { plainTextOf } from "../../explain/plain-text.js";
import { markdownOf } from "../../explain/words/document.js";
import { pageOf } from "../../guide/page.js";
import { readFile } from "../../targets/read.js";
import type { TextLibrary } from "../../text/handlebars-texts.js";
import type { EXPLAIN_FORMATS } from "../commands/explain.js";
import { loadTemplates, readBytes } from "../project.js";
import { CommandError, type ExitCode, type Terminal } from "../terminal.js";

type ExplainFormat = (typeof EXPLAIN_FORMATS)[number];

interface ExplainOptions {
  readonly file: string;
  readonly language: Language;
  readonly format: ExplainFormat;
}

/**
 * Explains a file on standard output. What is found in it is part of the explanation, and does not change the exit
 * code: `validate` is the command for that.
 *
 * @throws CommandError when the file cannot be read, or is no action
 */
export async function explainInTerminal(
  { file, language, format }: ExplainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const bytes = await readBytes(resolve(terminal.cwd, file));
  if (typeof bytes === "string") throw new CommandError(`${file}: ${bytes}`, "Check the name of the file.");
  const parsed = parseFile(bytes, file);
  const model = parsed.kind === "parsed" ? readFile(parsed.value) : undefined;
  if (parsed.kind === "unusable" || model === undefined) throw notAnAction(bytes, file);
  const explanation = explain({
    file,
    model,
    value: parsed.value,
    now: Date.now(),
    byteFindings: parsed.diagnostics,
  });
  terminal.out(written(explanation, language, format, await loadTemplates()));
  return 0;
}

/** Says why a file cannot be explained, in the words of `validate`. */
function notAnAction(bytes: Uint8Array, file: string): CommandError {
  const [first] = checkBytes(bytes, { file, strictness: "open" });
  const place = first?.line === undefined ? "" : `:${first.line}:${first.column ?? 1}`;
  return new CommandError(
    `${file}${place}: ${first?.message ?? "The file is not an action."}`,
    first?.hint ?? "Give the file that TOPdesk writes with Export.",
  );
}

/** An explanation in one of the formats. */
export function written(
  explanation: Explanation,
  language: Language,
  format: ExplainFormat,
  texts: TextLibrary,
): string {
  if (format === "json") return `${JSON.stringify(explanation, null, 2)}\n`;
  const markdown = markdownOf(explanation, language, texts);
  switch (format) {
    case "markdown":
      return markdown;
    case "text":
      return plainTextOf(markdown);
    case "html":
      return pageOf(markdown, {
        actionName: explanation.name,
        organisation: basename(explanation.file),
        language,
        branding: {},
      });
  }
}
