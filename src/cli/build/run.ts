import { resolve } from "node:path";
import { hasErrors, type Diagnostic } from "../../check/diagnostic.js";
import type { CustomerReading } from "../../customers/read.js";
import { noCache, type BuildCache } from "../../dist/cache.js";
import { BusyError } from "../../dist/journal.js";
import { MANIFEST_NAME } from "../../dist/manifest.js";
import { OutFolder } from "../../dist/out-folder.js";
import { shardManifestName } from "../../dist/shards.js";
import type { Project } from "../load-config.js";
import { CommandError, type ExitCode, type Terminal } from "../terminal.js";
import { buildCustomer, type CustomerBuilder } from "./build-customer.js";
import { checkOutFolder, type BuildSettings } from "./options.js";
import { readAhead } from "./read-ahead.js";
import { progressOn, type Progress } from "./progress.js";
import { openBuildProject } from "./project.js";
import { BuildReport } from "./report.js";
import { selectionOf } from "./selection.js";

export interface RunOptions {
  /** Asked between customers; what was built until then stays. */
  readonly isStopped?: () => boolean;
  /** Used where the project has no place for a cache. */
  readonly memory?: BuildCache;
}

/**
 * Builds, one customer after the other: what one of them needs is forgotten before the next, so that the memory does
 * not grow with their number.
 */
export async function runBuild(
  definitions: Project,
  settings: BuildSettings,
  terminal: Terminal,
  { isStopped = () => false, memory = noCache }: RunOptions = {},
): Promise<ExitCode> {
  await checkOutFolder(settings.out, terminal);
  const project = await openBuildProject(definitions, settings, terminal, memory);
  const selection = selectionOf(settings, project.ids, project.catalogue);
  const report = new BuildReport(settings, terminal);
  const progress = progressOn(terminal, selection.customers.length);
  const out = writing(() => openOut(settings, terminal), settings.out);
  const builder = { project, selection, severities: settings.severities, out };
  const failed = new Set<string>();
  let holdsSecret = false;
  for await (const reading of readAhead(selection.customers, project.loadCustomer)) {
    if (isStopped() || holdsSecret) break;
    const diagnostics = buildOne(reading, builder, report, progress, settings);
    if (hasErrors(diagnostics)) failed.add(reading.customer.id);
    holdsSecret = diagnostics.some(isSecret);
  }
  progress.end();
  const isComplete = !isStopped() && !holdsSecret;
  writing(() => {
    const covers = (entry: Parameters<typeof selection.covers>[0]) =>
      isComplete && selection.covers(entry) && !failed.has(entry.customer);
    report.changes(out.removeOthers(covers));
    report.changes(out.finish(selection.lists));
  }, settings.out);
  return report.end(failed, holdsSecret);
}

function buildOne(
  reading: CustomerReading,
  builder: CustomerBuilder,
  report: BuildReport,
  progress: Progress,
  { mode, out }: BuildSettings,
): readonly Diagnostic[] {
  const { files, diagnostics, remember } = buildCustomer(reading, builder);
  report.diagnostics(diagnostics, progress);
  if (!hasErrors(diagnostics)) {
    report.changes(writing(() => builder.out.put(reading.customer.id, files, builder.selection.covers), out));
    if (mode === "write") remember();
  }
  progress.step();
  return diagnostics;
}

function openOut({ out, mode, shard }: BuildSettings, { cwd }: Terminal): OutFolder {
  const manifest = shard === undefined ? MANIFEST_NAME : shardManifestName(shard);
  return new OutFolder(resolve(cwd, out), mode === "write" ? "write" : "compare", manifest);
}

function isSecret({ code, severity }: Diagnostic): boolean {
  return code.startsWith("TA4") && severity === "error";
}

/** What the file system refuses is told in one line. */
export function writing<T>(write: () => T, out: string): T {
  try {
    return write();
  } catch (error) {
    if (error instanceof BusyError) {
      throw new CommandError(error.message, `Wait for it. If there is none, delete ${out}/${error.journal}.`);
    }
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new CommandError(
      `Writing to ${out} failed: ${String(error.code)}.`,
      "Check that the folder may be written to and has room.",
    );
  }
}
