import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Options } from "yargs";
import { catalogue } from "../../actions/catalogue.js";
import type { SeveritySettings } from "../../check/check.js";
import { hasErrors, type Diagnostic } from "../../check/diagnostic.js";
import { plural, stylish, summary } from "../../check/format/stylish.js";
import type { Customer, CustomerAction } from "../../customers/customer.js";
import { buildAction, type BuildContext, type BuiltFile } from "../../dist/build.js";
import type { ManifestEntry } from "../../dist/manifest.js";
import { planned } from "../../dist/plan.js";
import { carryOut, compare, previousManifest, type FileChange } from "../../dist/write.js";
import { TARGET_IDS, type TargetId } from "../../model/action.js";
import { nearest } from "../../model/nearest.js";
import { handlebarsTexts } from "../../text/handlebars-texts.js";
import type { Command } from "../command.js";
import { customerIds, loadCustomer } from "../load-customers.js";
import { loadTemplates, packageVersion } from "../project.js";
import { readSeverities, severityOption } from "../severity-option.js";
import { CommandError, type ExitCode, type Terminal } from "../terminal.js";

interface BuildOptions {
  readonly customers: string;
  readonly customer: readonly string[];
  readonly action: readonly string[];
  readonly target: readonly string[];
  readonly out: string;
  readonly mode: "write" | "check" | "dry-run";
  readonly json: boolean;
  readonly severities: SeveritySettings;
}

const options = {
  customer: { type: "string", array: true, requiresArg: true, default: [], describe: "Only these customers" },
  action: { type: "string", array: true, requiresArg: true, default: [], describe: "Only these actions" },
  target: {
    type: "string",
    array: true,
    requiresArg: true,
    default: [],
    describe: "These targets instead of the customer's own",
  },
  out: { type: "string", requiresArg: true, default: "dist", describe: "Folder to write to" },
  customers: {
    type: "string",
    requiresArg: true,
    default: "customers",
    describe: "Folder with a file for each customer",
  },
  check: { type: "boolean", describe: "Write nothing; exit with 1 when the out folder is stale" },
  "dry-run": { type: "boolean", describe: "Write nothing; say what would be written" },
  json: { type: "boolean", default: false, describe: "Report as JSON on standard output" },
  severity: severityOption,
} as const satisfies Readonly<Record<string, Options>>;

/** `build` */
export const buildCommand: Command = {
  name: "build",
  options,
  add: (cli, terminal, done) =>
    cli.command(
      "build",
      "Build every action of every customer into the out folder",
      (yargs) =>
        yargs
          .options(options)
          .conflicts("check", "dry-run")
          .example("$0 build", "build everything into dist/")
          .example("$0 build --action minimum-stock --target action", "build one file")
          .example("$0 build --check", "in CI: is dist/ up to date?"),
      async ({ check, dryRun, severity, ...rest }) => {
        const mode = check === true ? "check" : dryRun === true ? "dry-run" : "write";
        done(await build({ ...rest, mode, severities: readSeverities(severity) }, terminal));
      },
    ),
};

async function build(options: BuildOptions, terminal: Terminal): Promise<ExitCode> {
  refuseEmptyNames(options);
  const out = resolve(terminal.cwd, options.out);
  await checkOutFolder(out, options);
  const selected = selectActions(options.action);
  const insisted = selectTargets(options.target);
  const { customers, diagnostics: unreadable } = await loadCustomers(options, terminal);
  const context = await buildContext(options, terminal, insisted.length > 0);
  const jobs = customers.flatMap((customer) =>
    customer.actions
      .filter(({ definition }) => selected.length === 0 || selected.includes(definition.id))
      .map((action) => ({ customer, action })),
  );
  const results = jobs.map((job) => buildJob(job.customer, job.action, insisted, context));
  const failed = new Set(unreadable.map((diagnostic) => customerOf(diagnostic)));
  for (const { customer, diagnostics } of results) if (hasErrors(diagnostics)) failed.add(customer.id);
  const files = results.flatMap((result) => (failed.has(result.customer.id) ? [] : result.files));
  const diagnostics = [...unreadable, ...results.flatMap((result) => result.diagnostics)];

  const covers = (entry: ManifestEntry) =>
    isCovered(entry, options, selected, insisted) && !failed.has(entry.customer);
  const plan = planned(files, previousManifest(out), { covers }, await packageVersion());
  const holdsSecret = diagnostics.some(
    ({ code, severity }) => code.startsWith("TA4") && severity === "error",
  );
  const writes = options.mode === "write" && !holdsSecret;
  const changes = writing(() => (writes ? carryOut(out, plan) : compare(out, plan)), options.out);
  if (holdsSecret) {
    report({ ...options, mode: "dry-run" }, terminal, diagnostics, []);
    terminal.err("A file would hold a secret, so nothing was written.\n");
    return 1;
  }
  report(options, terminal, diagnostics, changes);
  if (hasErrors(diagnostics)) return 1;
  return options.mode === "check" && changes.some((change) => change.change !== "unchanged") ? 1 : 0;
}

/** An empty name is most often a variable of a script that was not set. */
function refuseEmptyNames({ out, customers, severities }: BuildOptions): void {
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

interface JobResult {
  readonly customer: Customer;
  readonly files: readonly BuiltFile[];
  readonly diagnostics: readonly Diagnostic[];
}

function buildJob(
  customer: Customer,
  { definition, targets, parameters }: CustomerAction,
  insisted: readonly TargetId[],
  context: BuildContext,
): JobResult {
  const results = (insisted.length > 0 ? insisted : targets).map((target) =>
    buildAction({ definition, target, parameters, customer: customer.id }, context),
  );
  return {
    customer,
    files: results.flatMap((result) => result.files),
    diagnostics: results.flatMap((result) => result.diagnostics),
  };
}

function isCovered(
  entry: ManifestEntry,
  options: BuildOptions,
  selected: readonly string[],
  insisted: readonly string[],
): boolean {
  return (
    (options.customer.length === 0 || options.customer.includes(entry.customer)) &&
    (selected.length === 0 || selected.includes(entry.action)) &&
    (insisted.length === 0 || insisted.includes(entry.target))
  );
}

async function loadCustomers(options: BuildOptions, terminal: Terminal) {
  const folder = resolve(terminal.cwd, options.customers);
  const ids = await customerIds(folder);
  for (const wanted of options.customer) mustExist(wanted, ids, "customer");
  const chosen = ids.filter((id) => options.customer.length === 0 || options.customer.includes(id));
  const readings = await Promise.all(chosen.map((id) => loadCustomer(folder, id, catalogue)));
  return {
    customers: readings.map((reading) => reading.customer),
    diagnostics: readings.flatMap((reading) => reading.diagnostics),
  };
}

async function buildContext(
  options: BuildOptions,
  terminal: Terminal,
  insists: boolean,
): Promise<BuildContext> {
  const exportDate = sourceDate(terminal.env["SOURCE_DATE_EPOCH"]);
  return {
    texts: handlebarsTexts(await loadTemplates()),
    severities: options.severities,
    insists,
    ...(exportDate === undefined ? {} : { exportDate }),
  };
}

/** Source: reproducible-builds.org, "SOURCE_DATE_EPOCH": seconds since 1970-01-01T00:00Z, as decimal digits. */
function sourceDate(seconds: string | undefined): number | undefined {
  if (seconds === undefined || seconds === "") return undefined;
  if (!/^\d{1,12}$/.test(seconds)) {
    throw new CommandError(
      `SOURCE_DATE_EPOCH is "${seconds}", which is no number of seconds.`,
      "Set it to the seconds since 1970-01-01T00:00Z, or unset it.",
    );
  }
  return Number(seconds) * 1000;
}

function selectActions(wanted: readonly string[]): readonly string[] {
  const ids = catalogue.map((definition) => definition.id);
  for (const id of wanted) mustExist(id, ids, "action");
  return wanted;
}

function selectTargets(wanted: readonly string[]): readonly TargetId[] {
  for (const id of wanted) mustExist(id, TARGET_IDS, "target");
  return TARGET_IDS.filter((target) => wanted.includes(target));
}

function mustExist(wanted: string, ids: readonly string[], kind: string): void {
  if (ids.includes(wanted)) return;
  const near = nearest(wanted, ids);
  throw new CommandError(
    `There is no ${kind} "${wanted}".`,
    near === undefined ? `Choose one of: ${ids.join(", ")}.` : `Did you mean "${near}"?`,
  );
}

/** Only the last part of the out folder is made; a missing one above it is more likely a typing error. */
async function checkOutFolder(out: string, options: BuildOptions): Promise<void> {
  const kind = await kindOf(out);
  if (kind === "file")
    throw new CommandError(`${options.out} is a file, not a folder.`, "Name another folder with --out.");
  if (kind === "folder") return;
  if ((await kindOf(dirname(out))) !== "folder") {
    throw new CommandError(
      `The folder ${dirname(options.out)} does not exist.`,
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

function writing<T>(write: () => T, out: string): T {
  try {
    return write();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new CommandError(
      `Writing to ${out} failed: ${code}.`,
      "Check that the folder may be written to and has room.",
    );
  }
}

/** Findings about a customer's own file name that file, and so the customer. */
function customerOf(diagnostic: Diagnostic): string {
  return /([^/\\]+)\.json$/.exec(diagnostic.file ?? "")?.[1] ?? "";
}

function report(
  options: BuildOptions,
  terminal: Terminal,
  diagnostics: readonly Diagnostic[],
  changes: readonly FileChange[],
): void {
  if (options.json) {
    terminal.out(`${JSON.stringify({ mode: options.mode, files: changes, diagnostics }, null, 2)}\n`);
    return;
  }
  const findings = stylish(diagnostics, terminal.color);
  if (findings !== "") terminal.err(`${findings}\n`);
  for (const { path, change } of changes) {
    if (change !== "unchanged") terminal.err(`${wordFor(change, options.mode)} ${options.out}/${path}\n`);
  }
  const unchanged = changes.filter((change) => change.change === "unchanged").length;
  terminal.err(`${plural(changes.length, "file")}, ${unchanged} unchanged; ${summary(diagnostics)}\n`);
  if (hasErrors(diagnostics)) terminal.err("Customers with errors were left as they are.\n");
}

function wordFor(change: FileChange["change"], mode: BuildOptions["mode"]): string {
  switch (mode) {
    case "write":
      return change;
    case "dry-run":
      return `would be ${change}:`;
    case "check":
      return change === "created" ? "missing:" : change === "removed" ? "no longer built:" : "stale:";
  }
}
