import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pointerTo } from "../../check/diagnostic.js";
import { plural } from "../../check/format/stylish.js";
import type { Finding } from "../../check/subject.js";
import { writeAtomically } from "../../dist/files.js";
import { generate, type GeneratedModule } from "../../import/generate.js";
import { withoutSecrets } from "../../import/secrets.js";
import * as packageExports from "../../index.js";
import type { Shape } from "../../shapes/shape.js";
import { CommandError, type ExitCode, type Terminal } from "../terminal.js";
import { formatCode } from "./format-code.js";
import { readExport, type ReadExport } from "./read-export.js";

/** What `import` is asked for when it makes code. */
export interface CodeRequest {
  readonly file: string;
  readonly out: string | undefined;
  readonly force: boolean;
  /** The shapes that the export may be in besides ours. */
  readonly shapes: readonly Shape[];
}

/** Turns an export into code, and writes it when what it builds is the export. */
export async function importCode(request: CodeRequest, terminal: Terminal): Promise<ExitCode> {
  const { file, out, force, shapes } = request;
  const path = out === undefined ? undefined : resolve(terminal.cwd, out);
  if (path !== undefined && !force && existsSync(path)) {
    throw new CommandError(
      `${out ?? ""} exists already.`,
      "Choose another file, or overwrite it with --force.",
    );
  }
  const { value, shape, hasUsualLayout } = await readExport(file, shapes, terminal);
  const { value: harmless, replaced, kept } = withoutSecrets(value);
  const generation = await generate(harmless, packageExports, formatCode);
  if (generation.kind === "failed") {
    throw new CommandError(
      `No code was written: what it builds is not the export (${generation.reason}).`,
      generation.isTooDeep === true
        ? "No action is nested like this: check where the file came from."
        : "This is a mistake of this program: please report it with the export, without its secrets.",
    );
  }
  const { module } = generation;
  if (path === undefined) terminal.out(module.code);
  else write(path, out ?? "", module.code);
  terminal.err(summaryOf(module, out, { shape, hasUsualLayout }, replaced, kept));
  return 0;
}

function write(path: string, name: string, code: string): void {
  try {
    writeAtomically(path, code);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new CommandError(`${name} cannot be written (${reason}).`, "Check the folder and its rights.");
  }
}

function summaryOf(
  module: GeneratedModule,
  out: string | undefined,
  { shape, hasUsualLayout }: Pick<ReadExport, "shape" | "hasUsualLayout">,
  replaced: readonly Finding[],
  kept: readonly Finding[],
): string {
  const equal = replaced.length === 0 ? "" : ", but for what was replaced";
  const bytes = hasUsualLayout
    ? `The code builds the export byte for byte${equal}.`
    : `The code builds the export's value${equal}, with every key in its place; the export has another layout (white space, line ends, byte order mark, escapes) than TOPdesk writes, and the build has TOPdesk's.`;
  const raws = module.code.match(/(?<![.\w])raw\((?=["{])/g)?.length ?? 0;
  const rawWords =
    raws === 0
      ? "The builders say all of it."
      : `${plural(raws, "place")} ${raws === 1 ? "is" : "are"} kept as raw(...), because the builders have no words for ${raws === 1 ? "it" : "them"}.`;
  const lines = [
    bytes,
    ...(shape === undefined
      ? []
      : [
          "The export is in the shape of a customer's TOPdesk: what is built for that customer has its bytes.",
        ]),
    rawWords,
    ...replaced.map((finding) => `replaced: ${placeInWords(finding)}: ${finding.message}`),
    ...kept.map(
      (finding) =>
        `STILL THERE: ${placeInWords(finding)}: ${finding.message} It is part of a text: take it out of the code by hand.`,
    ),
    ...(out === undefined
      ? []
      : [`${out} is written. Name ${module.name} in the actions of topdesk-actions.config.ts to build it.`]),
  ];
  return `${lines.join("\n")}\n`;
}

function placeInWords({ path, step }: Finding): string {
  return step === undefined ? pointerTo(path) : `step ${step} ${pointerTo(path)}`;
}
