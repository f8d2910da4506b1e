import { appendFileSync } from "node:fs";
import { resolve } from "node:path";
import { countBySeverity, type Diagnostic, type Severity } from "../../check/diagnostic.js";
import { formats } from "../../check/format/index.js";
import { plural, stylish } from "../../check/format/stylish.js";
import type { FileChange } from "../../dist/out-folder.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { changeTable } from "./change-table.js";
import type { BuildMode, BuildSettings } from "./options.js";
import type { Progress } from "./progress.js";

/** So many warnings and changed files are named for people; programs get all of them. */
const MOST_NAMED = 200;

/** So many changes are kept for the summary; of a large batch the memory must not be full of them. */
const MOST_KEPT = 1_000;

/** Reports what a build finds and does while it goes on, and at the end in short. */
export class BuildReport {
  private readonly counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  private readonly fileCounts = { all: 0, unchanged: 0 };
  private named = 0;
  private unnamed = 0;
  private readonly told = new Set<string>();
  private readonly notes = new Set<string>();
  private changed = 0;
  /** Kept when they are reported at the end. */
  private readonly allDiagnostics: Diagnostic[] = [];
  private readonly allChanges: FileChange[] = [];

  constructor(
    private readonly settings: BuildSettings,
    private readonly terminal: Terminal,
  ) {}

  diagnostics(found: readonly Diagnostic[], progress?: Progress): void {
    const diagnostics = found.filter((diagnostic) => this.isNew(diagnostic));
    const counts = countBySeverity(diagnostics);
    for (const severity of ["error", "warning", "info"] as const) this.counts[severity] += counts[severity];
    if (this.reportsAtEnd()) {
      this.allDiagnostics.push(...diagnostics);
      return;
    }
    const shown = diagnostics.filter((diagnostic) => this.mayName(diagnostic));
    if (shown.length === 0) return;
    progress?.clear();
    this.terminal.err(`${stylish(shown, this.terminal.color)}\n`);
  }

  changes(changes: readonly FileChange[]): void {
    this.fileCounts.all += changes.length;
    this.changed += changes.filter(({ change }) => change !== "unchanged").length;
    this.fileCounts.unchanged += changes.filter(({ change }) => change === "unchanged").length;
    if (this.settings.json) {
      this.allChanges.push(...changes);
      return;
    }
    const changed = changes.filter(({ change }) => change !== "unchanged");

    if (this.reportsAtEnd() || this.allChanges.length < MOST_KEPT) this.allChanges.push(...changed);
  }

  /** @param failed the customers that were left as they are */
  end(failed: ReadonlySet<string>, holdsSecret: boolean): ExitCode {
    const { mode, json, format, summary } = this.settings;
    const stale = this.fileCounts.all > this.fileCounts.unchanged;
    const files = this.allChanges;
    if (json) {
      const report = { mode, files, diagnostics: this.allDiagnostics, failed: [...failed] };
      this.terminal.out(`${JSON.stringify(report, null, 2)}\n`);
    } else {
      if (format !== "stylish") this.terminal.out(this.formatted());
      this.nameChanges();
      this.sumUp(failed, holdsSecret);
    }
    if (summary !== undefined && summary !== "") {
      appendFileSync(resolve(this.terminal.cwd, summary), changeTable(this.allChanges, this.changed, mode));
    }
    return this.counts.error > 0 || (mode === "check" && stale) ? 1 : 0;
  }

  /** What is wrong with a base is found again with every customer that extends it. */
  private isNew(diagnostic: Diagnostic): boolean {
    const key = JSON.stringify(diagnostic);
    if (this.told.has(key)) return false;
    if (this.told.size >= MOST_KEPT) this.told.clear();
    this.told.add(key);
    return true;
  }

  private reportsAtEnd(): boolean {
    return this.settings.json || this.settings.format !== "stylish";
  }

  /** A person reads each note once, whatever number of files it holds for; errors are always named. */
  private mayName({ severity, code, message }: Diagnostic): boolean {
    if (severity === "error") return true;
    const isKnown = severity === "info" && this.notes.has(`${code} ${message}`);
    if (severity === "info") this.notes.add(`${code} ${message}`);
    if (!isKnown) this.named += 1;
    if (!isKnown && this.named <= MOST_NAMED) return true;
    this.unnamed += 1;
    return false;
  }

  private formatted(): string {
    const { format, mode, out } = this.settings;
    const findings = formats[format](this.allDiagnostics, false);
    if (format !== "github" || mode !== "check") return findings;
    const stale = this.allChanges.filter(({ change }) => change !== "unchanged");
    return findings + stale.map((change) => staleAnnotation(change, out)).join("");
  }

  private nameChanges(): void {
    const { mode, out } = this.settings;
    const changed = this.allChanges.filter(({ change }) => change !== "unchanged");
    const lines = changed
      .slice(0, MOST_NAMED)
      .map(({ path, change }) => `${wordFor(change, mode)} ${out}/${path}\n`);
    this.terminal.err(lines.join(""));
    if (this.changed > MOST_NAMED) this.terminal.err(`… and ${this.changed - MOST_NAMED} more\n`);
  }

  private sumUp(failed: ReadonlySet<string>, holdsSecret: boolean): void {
    const { all, unchanged } = this.fileCounts;
    const { error, warning, info } = this.counts;
    const findings = [
      plural(error, "error"),
      plural(warning, "warning"),
      ...(info > 0 ? [`${info} info`] : []),
    ];
    if (this.unnamed > 0) {
      this.terminal.err(`Not shown: ${this.unnamed} more of these warnings and notes; --json lists all.\n`);
    }
    this.terminal.err(`${plural(all, "file")}, ${unchanged} unchanged; ${findings.join(", ")}\n`);
    if (failed.size > 0) {
      const names = [...failed].slice(0, 20).join(", ");
      const more = failed.size > 20 ? ` and ${failed.size - 20} more` : "";
      this.terminal.err(`Customers with errors were left as they are: ${names}${more}.\n`);
    }
    if (holdsSecret) this.terminal.err("A file would hold a secret, so the build stopped there.\n");
  }
}

/** As a workflow command of GitHub Actions, which shows it at the file. */
function staleAnnotation({ path, change }: FileChange, out: string): string {
  const file = `${out}/${path}`.replaceAll("%", "%25").replaceAll(",", "%2C").replaceAll(":", "%3A");
  const what = wordFor(change, "check").replace(":", "");
  return `::error file=${file},title=${what}::This file is ${what}. Run build and commit what it writes.\n`;
}

function wordFor(change: FileChange["change"], mode: BuildMode): string {
  switch (mode) {
    case "write":
      return change;
    case "dry-run":
      return `would be ${change}:`;
    case "check":
      return change === "created" ? "missing:" : change === "removed" ? "no longer built:" : "stale:";
  }
}
