import type { FieldValue, World } from "./world.js";
import { MINIMUM_FIELD } from "./generate.js";

/** What counts, as in the settings of the action minimum-stock. */
export interface ExpectationRules {
  /** Default: {@link MINIMUM_FIELD}. */
  readonly minimumField?: string;
  /** Default: below. */
  readonly short?: "below" | "atOrBelow";
  /** Add the quantities of bulk items. Default: no. */
  readonly countBulkItems?: boolean;
  /** Leave out assets whose status is IMPACTED. Default: no. */
  readonly onlyOperational?: boolean;
  /** Count archived assets too. Default: no. */
  readonly countArchived?: boolean;
  /** Count only assets of these types. Default: all. */
  readonly assetTypes?: readonly string[];
}

/** A stock that holds too little. */
export interface ShortStock {
  readonly id: string;
  readonly name: string;
  readonly present: number;
  readonly minimum: number;
}

/**
 * Which stocks are short, in the order of the world, counted from the world itself without the simulated TOPdesk.
 *
 * Archived stocks are never short. A minimum that is empty, 0, negative or no number is none; a number has a decimal
 * point, as in JSON, and at most 15 digits on either side.
 */
export function expectation(world: World, rules: ExpectationRules = {}): readonly ShortStock[] {
  const present = presentByStock(world, rules);
  const field = rules.minimumField ?? MINIMUM_FIELD;
  return (world.stocks ?? []).flatMap(({ id, name, archived, fields = {} }): readonly ShortStock[] => {
    const minimum = Object.hasOwn(fields, field) ? minimumIn(fields[field] ?? null) : 0;
    const count = present.get(id) ?? 0;
    const isShort = rules.short === "atOrBelow" ? count <= minimum : count < minimum;
    return archived !== true && minimum > 0 && isShort ? [{ id, name, present: count, minimum }] : [];
  });
}

function presentByStock(world: World, rules: ExpectationRules): ReadonlyMap<string, number> {
  const present = new Map<string, number>();
  const add = (stock: string, count: number) => present.set(stock, (present.get(stock) ?? 0) + count);
  for (const { stock, type, archived, status } of world.assets ?? []) {
    const counts =
      (rules.countArchived === true || archived !== true) &&
      (rules.onlyOperational !== true || status !== "IMPACTED") &&
      (rules.assetTypes === undefined || rules.assetTypes.includes(type));
    if (stock !== undefined && counts) add(stock, 1);
  }
  if (rules.countBulkItems === true)
    for (const { stock, quantity } of world.quantities ?? []) add(stock, quantity);
  return present;
}

function minimumIn(value: FieldValue): number {
  if (typeof value === "number") return value;
  const text = typeof value === "string" ? value.trim() : "";
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : 0;
}
