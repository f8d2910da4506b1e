import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { ActionDefinition } from "../../builders/define-action.js";
import type { TextSource } from "../../builders/action-texts.js";
import type { Customer } from "../../customers/customer.js";
import type { CustomerReading } from "../../customers/read.js";
import { folderCache, noCache, type BuildCache } from "../../dist/cache.js";
import type { GuideWriter } from "../../dist/guide-files.js";
import { handlebarsTexts, type TextLibrary } from "../../text/handlebars-texts.js";
import type { Project } from "../load-config.js";
import { openCustomers } from "../load-customers.js";
import { packageVersion } from "../project.js";
import { CommandError, type Terminal } from "../terminal.js";
import { codeFoldersOf, sharedFingerprint } from "./fingerprint.js";
import type { BuildSettings } from "./options.js";

/** Everything that a build reads, except for the customers, which are read one at a time. */
export interface BuildProject {
  readonly catalogue: readonly ActionDefinition[];
  /** All customers and bases, sorted. */
  readonly ids: readonly string[];
  readonly loadCustomer: (id: string) => Promise<CustomerReading>;
  readonly textsFor: (customer: Customer) => TextSource;
  readonly guideFor: (customer: Customer) => GuideWriter;
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
export async function openBuildProject(
  { catalogue, library, configFile }: Project,
  settings: BuildSettings,
  terminal: Terminal,
  memory: BuildCache = noCache,
): Promise<BuildProject> {
  const exportDate = sourceDate(terminal.env["SOURCE_DATE_EPOCH"]);
  const customersFolder = resolve(terminal.cwd, settings.customers);
  const out = resolve(terminal.cwd, settings.out);
  const [customers, toolVersion, guideFor] = await Promise.all([
    openCustomers(customersFolder, catalogue, library),
    packageVersion(),
    guidesFrom(library),
  ]);
  const { severities, target } = settings;
  const fingerprint = await sharedFingerprint({
    toolVersion,
    templates: library,
    settings: [severities, [...target].sort(), exportDate ?? null],
    codeFolders: configFile === undefined ? [] : await codeFoldersOf(terminal.cwd, [customersFolder, out]),
  });
  return {
    catalogue,
    ids: customers.ids,
    loadCustomer: customers.load,
    textsFor: textsFrom(library),
    guideFor,
    toolVersion,
    fingerprint,
    exportDate,
    cache: settings.cache ? await cacheIn(terminal.cwd, memory) : noCache,
  };
}

/** So many sources of texts are kept: a large batch must not fill the memory. */
const MOST_SOURCES = 50;

/** Customers with the same branding and texts share one source, and with it what was made from it. */
function textsFrom(library: TextLibrary): (customer: Customer) => TextSource {
  const sources = new Map<string, TextSource>();
  return ({ branding, texts, textFiles }) => {
    const own = JSON.stringify([branding, [...texts], [...(textFiles ?? [])]]);
    const key = createHash("sha256").update(own).digest("base64");
    const known = sources.get(key);
    if (known !== undefined) return known;
    const fileOf = (path: string) => textFiles?.get(path) ?? path;
    const source = handlebarsTexts(library, { overrides: texts, branding, fileOf });
    if (sources.size >= MOST_SOURCES) sources.clear();
    sources.set(key, source);
    return source;
  };
}

/** What writes guides is loaded for builds only: it is large. */
async function guidesFrom(library: TextLibrary): Promise<(customer: Customer) => GuideWriter> {
  const { guideOf } = await import("../../guide/guide.js");
  return (customer) => {
    const fileOf = (path: string) => customer.textFiles?.get(path) ?? path;
    return (subject) => guideOf({ ...subject, customer, texts: library, overrides: customer.texts, fileOf });
  };
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
