import type { CardType } from "../world/world.js";
import { isReadable, type Cards } from "./cards.js";
import { refusal } from "./reply.js";

/**
 * Refuses a request for cards of a type that the account may not read. A type that does not exist is let through.
 *
 * Source: Asset Management API 1.91.1: 403 without read permission for the asset type.
 */
export function allowReading(cards: Cards, typeId: string): void {
  const type = cards.types.get(typeId);
  if (type !== undefined && !isReadable(cards, type)) throw forbidden(`the type "${type.name}"`);
}

/**
 * Refuses a request when the account may read none of some types.
 *
 * @param what the types in words
 */
export function allowAny(cards: Cards, types: readonly CardType[], what: string): void {
  if (types.length > 0 && !types.some((type) => isReadable(cards, type))) throw forbidden(what);
}

function forbidden(what: string): Error {
  return refusal(
    403,
    "forbidden",
    [],
    `The API account has no permission to read ${what}. Give it in TOPdesk, or take it out of unreadableTypes in the world file.`,
  );
}
