import { basename, resolve } from "node:path";
import { checkBytes } from "../../check/check.js";
import { parseFile } from "../../check/parse.js";
import type { Language } from "../../customers/customer.js";
import { explain } from "../../explain/explain.js";
import type { Explanation } from "../../explain/facts.js";
import { plainTextOf } from "../../explain/plain-text.js";
import { markdownOf } from "../../explain/words/document.js";
import { pageOf } from "../../guide/page.js";
import { recognized } from "../../check/recognize.js";
import type { Shape } from "../../shapes/shape.js";
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
  /** The shapes that the file may be in besides ours. */
  readonly shapes: readonly Shape[];
}

/**
 * Explains a file on standard output. What is found in it is part of the explanation, and does not change the exit
 * code: `validate` is the command for that.
 *
 * @throws CommandError when the file cannot be read, or is no action
 */
export async function explainInTerminal(
  { file, language, format, shapes }: ExplainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const bytes = await readBytes(resolve(terminal.cwd, file));
  if (typeof bytes === "string") throw new CommandError(`${file}: ${bytes}`, "Check the name of the file.");
  const parsed = parseFile(bytes, file);
  if (parsed.kind === "unusable") throw notAnAction(bytes, file);
  const { value, shape } = recognized(parsed.value, shapes);
  const model = readFile(value);
  if (model === undefined) throw notAnAction(bytes, file);
  const explanation = explain({
    file,
    model,
    value,
    ...(shape === undefined ? {} : { shape }),
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
