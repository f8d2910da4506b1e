import { resolve } from "node:path";
import type { Options } from "yargs";
import { checkBytes, type SeveritySettings } from "../../check/check.js";
import type { Strictness } from "../../check/schema.js";
import { hasErrors, type Diagnostic } from "../../check/diagnostic.js";
import { FORMATS, formats, type Format } from "../../check/format/index.js";
import { plural, summary } from "../../check/format/stylish.js";
import type { Shape } from "../../shapes/shape.js";
import type { Command } from "../command.js";
import { chosenShapes, shapeOptions } from "../load-shapes.js";
import { readBytes } from "../project.js";
import { readSeverities, severityOption } from "../severity-option.js";
import type { ExitCode, Terminal } from "../terminal.js";

interface ValidateOptions {
  readonly files: readonly string[];
  readonly format: Format;
  readonly strictness: Strictness;
  readonly severities: SeveritySettings;
  readonly shapes: readonly Shape[];
}

const options = {
  format: { choices: FORMATS, default: "stylish", describe: "How to write the findings" },
  closed: { type: "boolean", default: false, describe: "Unknown keys, types and words are errors" },
  severity: severityOption,
  ...shapeOptions,
} as const satisfies Readonly<Record<string, Options>>;

/** `validate FILE..` */
export const validateCommand: Command = {
  name: "validate",
  options,
  add: (cli, terminal, done) =>
    cli.command(
      "validate <files..>",
      "Check exported or built files: schema, references, secrets",
      (yargs) =>
        yargs
          .positional("files", {
            type: "string",
            array: true,
            demandOption: true,
            describe: "Files to check",
          })
          .options(options)
          .example("$0 validate export.json", "check one export")
          .example("$0 validate dist/*/*.json --closed", "check what this tool built")
          .example("$0 validate *.json --format json", "findings for a program"),
      async ({ files, format, closed, severity, customer, customers }) => {
        const strictness = closed ? "closed" : "open";
        const severities = readSeverities(severity);
        const shapes = await chosenShapes({ customer, customers }, terminal);
        done(await validate({ files, format, strictness, severities, shapes }, terminal));
      },
    ),
};

async function validate(options: ValidateOptions, terminal: Terminal): Promise<ExitCode> {
  const { strictness, severities, shapes } = options;
  const diagnostics: Diagnostic[] = [];
  let unreadable = false;
  for (const file of options.files) {
    const bytes = await readBytes(resolve(terminal.cwd, file));
    if (typeof bytes === "string") {
      unreadable = true;
      diagnostics.push({
        code: "TA114",
        severity: "error",
        message: bytes,
        hint: "Check the name of the file.",
        file,
      });
    } else {
      diagnostics.push(...checkBytes(bytes, { file, strictness, severities, shapes }));
    }
  }
  const text = formats[options.format](diagnostics, terminal.color);
  if (options.format === "stylish") {
    if (text !== "") terminal.err(`${text}\n`);
    terminal.err(`${plural(options.files.length, "file")} checked: ${summary(diagnostics)}\n`);
  } else {
    terminal.out(text);
  }
  if (unreadable) return 2;
  return hasErrors(diagnostics) ? 1 : 0;
}
