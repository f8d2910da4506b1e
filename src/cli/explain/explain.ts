import { basename } from "node:path";
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
import { loadExport } from "../diff/load-export.js";
import { loadTemplates } from "../project.js";
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
  // What nobody can be sure to read as TOPdesk does is not explained either.
  const { bytes, written: inFile } = await loadExport(file, shapes, terminal);
  const parsed = parseFile(bytes, file);
  const { value, shape } = recognized(inFile, shapes);
  const model = readFile(value);
  if (model === undefined) {
    throw new CommandError(
      `${file}: The file is no action.`,
      "Give the file that TOPdesk writes with Export.",
    );
  }
  const explanation = explain({
    file,
    model,
    value,
    ...(shape === undefined ? {} : { shape }),
    now: Date.now(),
    byteFindings: parsed.kind === "parsed" ? parsed.diagnostics : [parsed.diagnostic],
  });
  terminal.out(written(explanation, language, format, await loadTemplates()));
  return 0;
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
      return plainTextOf(markdown, language);
    case "html":
      return pageOf(markdown, {
        actionName: explanation.name,
        organisation: basename(explanation.file),
        language,
        branding: {},
      });
  }
}
