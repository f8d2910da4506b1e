import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { MergeError, mergeShards } from "../../dist/shards.js";
import { CommandError, type ExitCode, type Terminal } from "../terminal.js";
import type { BuildSettings } from "./options.js";
import { BuildReport } from "./report.js";
import { writing } from "./run.js";

/** Joins what all shards wrote to the out folder. */
export function runMerge(settings: BuildSettings, terminal: Terminal): ExitCode {
  const report = new BuildReport(settings, terminal);
  const out = resolve(terminal.cwd, settings.out);
  if (!existsSync(out))
    throw new CommandError(`The folder ${settings.out} does not exist.`, "Copy what the shards wrote there.");
  try {
    const mode = settings.mode === "write" ? "write" : "compare";
    report.changes(writing(() => mergeShards(out, mode), settings.out));
  } catch (error) {
    if (error instanceof MergeError) throw new CommandError(error.message, error.hint);
    throw error;
  }
  return report.end(new Set(), false);
}
