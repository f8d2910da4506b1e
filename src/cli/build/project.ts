import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { catalogue } from "../../actions/catalogue.js";
import type { ActionDefinition } from "../../builders/define-action.js";
import type { TextSource } from "../../builders/action-texts.js";
import type { Customer } from "../../customers/customer.js";
import type { CustomerReading } from "../../customers/read.js";
import { folderCache, noCache, type BuildCache } from "../../dist/cache.js";
import type { GuideWriter } from "../../dist/guide-files.js";
import { handlebarsTexts, type TextLibrary } from "../../text/handlebars-texts.js";
import { customerIds, loadCustomer, loadTemplates, packageVersion } from "../project.js";
import { CommandError, type Terminal } from "../terminal.js";
import { sharedFingerprint } from "./fingerprint.js";
import type { BuildSettings } from "./options.js";

/** Everything that a build reads, except for the customers, which are read one at a time. */
export interface BuildProject {
  readonly catalogue: readonly ActionDefinition[];
  /** All customers, sorted. */
  readonly ids: readonly string[];
  readonly loadCustomer: (id: string) => Promise<CustomerReading>;
  readonly textsFor: (customer: Customer) => TextSource;
  readonly guideFor: (customer: Customer) => GuideWriter | undefined;
  readonly toolVersion: string;
  /** Of everything that all files depend on. */
  readonly fingerprint: string;
  readonly exportDate: number | undefined;
  readonly cache: BuildCache;
}

/**
 * Reads what a build needs.
 *
 * @param memory the cache where the project has no place for one
 */
export async function loadProject(
  settings: BuildSettings,
  terminal: Terminal,
  memory: BuildCache = noCache,
): Promise<BuildProject> {
  const folder = resolve(terminal.cwd, settings.customers);
  const exportDate = sourceDate(terminal.env["SOURCE_DATE_EPOCH"]);
  const [ids, templates, toolVersion] = await Promise.all([
    customerIds(folder),
    loadTemplates(),
    packageVersion(),
  ]);
  const { severities, target } = settings;
  const fingerprint = await sharedFingerprint({
    toolVersion,
    templates,
    settings: [severities, [...target].sort(), exportDate ?? null],
    project: terminal.cwd,
  });
  return {
    catalogue,
    ids,
    loadCustomer: (id) => loadCustomer(folder, id, catalogue),
    textsFor: textsFrom(templates),
    guideFor: () => undefined,
    toolVersion,
    fingerprint,
    exportDate,
    cache: settings.cache ? await cacheIn(terminal.cwd, memory) : noCache,
  };
}

/** Customers without texts of their own share one source, and with it the compiled templates. */
function textsFrom(templates: TextLibrary): (customer: Customer) => TextSource {
  const shared = handlebarsTexts(templates);
  return ({ texts }) => (texts.size === 0 ? shared : handlebarsTexts(new Map([...templates, ...texts])));
}

/** Beside the other caches of the project's tools. Without `node_modules` there is no place for one. */
async function cacheIn(project: string, otherwise: BuildCache): Promise<BuildCache> {
  try {
    await stat(join(project, "node_modules"));
  } catch {
    return otherwise;
  }
  return folderCache(join(project, "node_modules", ".cache", "topdesk-actions"));
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
