import { stat } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import type { Options } from "yargs";
import type { SeveritySettings } from "../../check/check.js";
import { FORMATS, type Format } from "../../check/format/index.js";
import type { Shard } from "../../dist/shards.js";
import type { Project } from "../load-config.js";
import { readSeverities, severityOption } from "../severity-option.js";
import { CommandError, type Terminal } from "../terminal.js";

/** The options of `build`, for yargs. */
export const buildOptions = {
  customer: { type: "string", array: true, requiresArg: true, default: [], describe: "Only these customers" },
  action: { type: "string", array: true, requiresArg: true, default: [], describe: "Only these actions" },
  target: {
    type: "string",
    array: true,
    requiresArg: true,
    default: [],
    describe: "These targets instead of the customer's own",
  },
  out: { type: "string", requiresArg: true, describe: `Folder to write to (default: the config's, or dist)` },
  customers: {
    type: "string",
    requiresArg: true,
    describe: "Folder with a file for each customer (default: the config's, or customers)",
  },
  shard: { type: "string", requiresArg: true, describe: "Part I of N of the customers: I/N" },
  "merge-shards": {
    type: "boolean",
    describe: "Build nothing; join what all shards wrote to the out folder",
  },
  watch: { type: "boolean", describe: "Build again whenever a customer or a template changes" },
  check: { type: "boolean", describe: "Write nothing; exit with 1 when the out folder is stale" },
  "dry-run": { type: "boolean", describe: "Write nothing; say what would be written" },
  cache: { type: "boolean", default: true, describe: "Skip what has not changed; --no-cache builds all" },
  json: { type: "boolean", default: false, describe: "Report as JSON on standard output" },
  format: { choices: FORMATS, default: "stylish", describe: "How to write the findings" },
  summary: {
    type: "string",
    requiresArg: true,
    describe: "Add a Markdown table of the changes to this file",
  },
  severity: severityOption,
} as const satisfies Readonly<Record<string, Options>>;

export type BuildMode = "write" | "check" | "dry-run";

/** What `build` was asked to do. */
export interface BuildSettings {
  readonly customers: string;
  readonly customer: readonly string[];
  readonly action: readonly string[];
  readonly target: readonly string[];
  readonly out: string;
  readonly mode: BuildMode;
  readonly shard: Shard | undefined;
  readonly cache: boolean;
  readonly json: boolean;
  readonly format: Format;
  readonly summary: string | undefined;
  readonly severities: SeveritySettings;
}

/** What yargs gives for {@link buildOptions}. */
export interface BuildArguments {
  readonly customers?: string | undefined;
  readonly customer: readonly string[];
  readonly action: readonly string[];
  readonly target: readonly string[];
  readonly out?: string | undefined;
  readonly check?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  readonly shard?: string | undefined;
  readonly cache: boolean;
  readonly json: boolean;
  readonly format: Format;
  readonly summary?: string | undefined;
  readonly severity?: readonly string[] | undefined;
}

/**
 * Reads the options; what they leave open is taken from the project's config.
 *
 * @param cwd the folder that paths are relative to
 * @throws CommandError when one of them cannot be meant
 */
export function readSettings(given: BuildArguments, project: Project, cwd: string): BuildSettings {
  const { check, dryRun, shard, summary, severity, customers, out, ...rest } = given;
  const settings: BuildSettings = {
    ...rest,
    customers: customers ?? below(cwd, project.customers) ?? "customers",
    out: out ?? below(cwd, project.out) ?? "dist",
    mode: check === true ? "check" : dryRun === true ? "dry-run" : "write",
    shard: shard === undefined ? undefined : readShard(shard),
    summary,
    severities: readSeverities(severity),
  };
  refuseEmptyNames(settings);
  return settings;
}

/** A folder of the config as messages name it. */
function below(cwd: string, folder: string | undefined): string | undefined {
  return folder === undefined ? undefined : relative(cwd, folder).replaceAll("\\", "/") || ".";
}

function readShard(text: string): Shard {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  throw new CommandError(
    `"${text}" is no shard.`,
    "Write which one of how many, such as 1/4 for the first of four.",
  );
}

/** An empty name is most often a variable of a script that was not set. */
function refuseEmptyNames({ out, customers, severities }: BuildSettings): void {
  for (const [name, value] of Object.entries({ out, customers })) {
    if (value === "") throw new CommandError(`--${name} is empty.`, "Name a folder.");
  }
  const lowered = Object.keys(severities).find((code) => code.startsWith("TA4"));
  if (lowered !== undefined) {
    throw new CommandError(
      `A secret always stops the build: ${lowered} cannot be set.`,
      "Suppress it at its place, with a reason.",
    );
  }
}

/** Only the last part of the out folder is made; a missing one above it is more likely a typing error. */
export async function checkOutFolder(out: string, { cwd }: Terminal): Promise<void> {
  const kind = await kindOf(resolve(cwd, out));
  if (kind === "file")
    throw new CommandError(`${out} is a file, not a folder.`, "Name another folder with --out.");
  if (kind === "folder") return;
  if ((await kindOf(dirname(resolve(cwd, out)))) !== "folder") {
    throw new CommandError(
      `The folder ${dirname(out)} does not exist.`,
      "Make it first, or name another folder with --out.",
    );
  }
}

async function kindOf(path: string): Promise<"file" | "folder" | "missing"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch {
    return "missing";
  }
}
