import { createHash } from "node:crypto";
import { hasErrors, type Diagnostic } from "../../check/diagnostic.js";
import type { SeveritySettings } from "../../check/check.js";
import type { Customer, CustomerAction } from "../../customers/customer.js";
import type { CustomerReading } from "../../customers/read.js";
import { buildAction, type BuildContext } from "../../dist/build.js";
import type { RememberedBuild } from "../../dist/cache.js";
import { entryFor } from "../../dist/manifest.js";
import type { CustomerFile, OutFolder } from "../../dist/out-folder.js";
import type { BuildProject } from "./project.js";
import type { Selection } from "./selection.js";

/** What building one customer gave. */
export interface CustomerBuild {
  readonly files: readonly CustomerFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Remembers what was built. Must be called after the files were written. */
  readonly remember: () => void;
}

/** What all customers of one build have in common. */
export interface CustomerBuilder {
  readonly project: BuildProject;
  readonly selection: Selection;
  readonly severities: SeveritySettings;
  readonly out: OutFolder;
}

/** Builds the actions of one customer, except for those whose files are in place. */
export function buildCustomer(
  { customer, diagnostics: reading }: CustomerReading,
  builder: CustomerBuilder,
): CustomerBuild {
  // What is wrong with a file may be what it should say: half a customer is not built.
  if (hasErrors(reading)) return { files: [], diagnostics: reading, remember: () => undefined };
  const { project, selection, out } = builder;
  const { id } = customer;
  const remembered = project.cache.read(id);
  const actions = customer.actions.filter(({ definition }) => selection.includes(definition.id));
  const context = contextFor(customer, builder);
  const news = new Map<string, RememberedBuild>();
  const results = actions.map((action) => {
    const fingerprint = fingerprintOf(customer, action, project.fingerprint);
    const before = remembered.get(action.definition.id);
    if (before?.fingerprint === fingerprint && isInPlace(before, out)) return fromMemory(before);
    const result = build(customer, action, builder, context());
    if (!hasErrors(result.diagnostics)) {
      news.set(action.definition.id, rememberedFrom(fingerprint, result));
    }
    return result;
  });
  return {
    files: results.flatMap(({ files }) => files),
    diagnostics: [...reading, ...results.flatMap(({ diagnostics }) => diagnostics)],
    remember: () => {
      if (news.size > 0) project.cache.write(id, new Map([...remembered, ...news]));
    },
  };
}

interface ActionResult {
  readonly files: readonly CustomerFile[];
  readonly diagnostics: readonly Diagnostic[];
}

function build(
  customer: Customer,
  { definition, targets, parameters, variables, patch }: CustomerAction,
  { project, selection }: CustomerBuilder,
  context: BuildContext,
): ActionResult {
  const results = (selection.targets.length > 0 ? selection.targets : targets).map((target) =>
    buildAction(
      { definition, target, parameters, customer: customer.id, variables, patch, shape: customer.shape },
      context,
    ),
  );
  return {
    files: results.flatMap(({ files }) =>
      files.map((file): CustomerFile => {
        return { kind: "built", path: file.path, entry: entryFor(file, project.toolVersion), file };
      }),
    ),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The context is made when the first action needs it: most customers of a rebuild need none. */
function contextFor(customer: Customer, builder: CustomerBuilder): () => BuildContext {
  let context: BuildContext | undefined;
  return () => (context ??= makeContext(customer, builder));
}

function makeContext(customer: Customer, { project, selection, severities }: CustomerBuilder): BuildContext {
  const { exportDate } = project;
  return {
    texts: project.textsFor(customer),
    severities,
    insists: selection.targets.length > 0,
    ...(exportDate === undefined ? {} : { exportDate }),
    guide: project.guideFor(customer),
  };
}

/** Of everything that the files of one action of one customer are made from. */
function fingerprintOf(customer: Customer, action: CustomerAction, shared: string): string {
  const { id, name, language, branding, texts, shape = null } = customer;
  const { definition, targets, parameters, variables, patch } = action;
  const inputs = [
    shared,
    [id, name, language ?? null, branding, [...texts], shape],
    [definition.id, definition.revision, targets, parameters, variables, patch],
  ];
  return createHash("sha256").update(JSON.stringify(inputs)).digest("hex");
}

function isInPlace({ files }: RememberedBuild, out: OutFolder): boolean {
  return files.every(([path, { sha256 }]) => out.holds(path, sha256));
}

function fromMemory({ files, diagnostics }: RememberedBuild): ActionResult {
  return {
    files: files.map(([path, entry]): CustomerFile => ({ kind: "in place", path, entry })),
    diagnostics,
  };
}

function rememberedFrom(fingerprint: string, { files, diagnostics }: ActionResult): RememberedBuild {
  return { fingerprint, files: files.map(({ path, entry }) => [path, entry]), diagnostics };
}
