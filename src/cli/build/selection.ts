import type { ActionDefinition } from "../../builders/define-action.js";
import type { ManifestEntry } from "../../dist/manifest.js";
import { customersOf, type Shard } from "../../dist/shards.js";
import { TARGET_IDS, type TargetId } from "../../model/action.js";
import { nearest } from "../../model/nearest.js";
import { CommandError } from "../terminal.js";
import type { BuildSettings } from "./options.js";

/** Which part of everything a build is about. */
export interface Selection {
  /** The customers to build, in their order. */
  readonly customers: readonly string[];
  /** The targets that were asked for by name; empty when each customer's own are built. */
  readonly targets: readonly TargetId[];
  /** Whether an action is built. */
  readonly includes: (action: string) => boolean;
  /** Whether this build would have written such a file if it still existed. */
  readonly covers: (entry: ManifestEntry) => boolean;
  /** Whether the manifest of this build lists such a file: a shard's lists those of its own customers. */
  readonly lists: (entry: ManifestEntry) => boolean;
}

/**
 * Works out what to build.
 *
 * @param ids all customers
 * @throws CommandError when a name that was asked for does not exist
 */
export function selectionOf(
  settings: BuildSettings,
  ids: readonly string[],
  catalogue: readonly ActionDefinition[],
): Selection {
  for (const id of settings.customer) mustExist(id, ids, "customer");
  for (const id of settings.action)
    mustExist(
      id,
      catalogue.map(({ id }) => id),
      "action",
    );
  for (const id of settings.target) mustExist(id, TARGET_IDS, "target");
  const isOwn = ownershipOf(settings.shard, ids);
  const isIn = (wanted: readonly string[], name: string) => wanted.length === 0 || wanted.includes(name);
  return {
    customers: ids.filter((id) => isIn(settings.customer, id) && isOwn(id)),
    targets: TARGET_IDS.filter((target) => settings.target.includes(target)),
    includes: (action) => isIn(settings.action, action),
    covers: ({ customer, action, target }) =>
      isOwn(customer) &&
      isIn(settings.customer, customer) &&
      isIn(settings.action, action) &&
      isIn(settings.target, target),
    lists: ({ customer }) => isOwn(customer),
  };
}

/** Whether a customer belongs to a shard. Customers that are gone belong to the first one. */
function ownershipOf(shard: Shard | undefined, ids: readonly string[]): (customer: string) => boolean {
  if (shard === undefined) return () => true;
  const own = new Set(customersOf(shard, ids));
  const all = new Set(ids);
  return (customer) => own.has(customer) || (shard.index === 1 && !all.has(customer));
}

function mustExist(wanted: string, ids: readonly string[], kind: string): void {
  if (ids.includes(wanted)) return;
  const near = nearest(wanted, ids);
  const some = ids.length > 20 ? `${ids.slice(0, 20).join(", ")} …` : ids.join(", ");
  throw new CommandError(
    `There is no ${kind} "${wanted}".`,
    near === undefined ? `Choose one of: ${some}.` : `Did you mean "${near}"?`,
  );
}
