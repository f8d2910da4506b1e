import { type CardLink, type Cards, type WorldCard } from "./cards.js";
import { badRequest } from "./reply.js";

/** The role that the card which is asked about has in a link (API description, linkedWithDirection). */
export const DIRECTIONS = ["source", "target", "any", "none"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A question to a card: is it linked to `card` like this? */
export interface LinkQuestion {
  /** The id of the other card, or `any` or `none`. */
  readonly card: string;
  readonly direction: Direction;
  /** The id of a link type, `any`, or undefined for the plain relation of parent and child. */
  readonly capability: string | undefined;
}

/**
 * The test for a question about links.
 *
 * Source: Asset Management API 1.91.1, `linkedToAsset`, `linkedWithDirection`, `linkedWithCapability`. With `source` the
 * card asked about can be the parent of the results, with `target` their child; `none`, as card or as direction, turns
 * the question round; both together are refused.
 *
 * @param parameter the parameter to name when the question contradicts itself
 */
export function linkTest(question: LinkQuestion, parameter: string): (card: WorldCard) => boolean {
  const { card: other, direction } = question;
  if (other === "none" && direction === "none")
    throw badRequest(
      "value_invalid",
      parameter,
      "Asset and direction cannot both be none: write any for one.",
    );
  const isLinked = (card: WorldCard) =>
    linksTowards(card, direction).some(
      (link) => fits(link, question.capability) && (isWildcard(other) || link.card.id === other),
    );
  return other === "none" || direction === "none" ? (card) => !isLinked(card) : isLinked;
}

/** The cards to look through for a question, when it names one card and so leaves few. */
export function linkedCandidates(cards: Cards, question: LinkQuestion): readonly WorldCard[] | undefined {
  if (isWildcard(question.card) || question.direction === "none") return undefined;
  const card = cards.byId.get(question.card);
  if (card === undefined) return [];
  return [...new Set([...card.children, ...card.parents].map((link) => link.card))];
}

/** How many cards of a type are linked to a card like this (API description, `@linkToTemplateCount`). */
export function countLinked(
  card: WorldCard,
  question: { readonly type: string; readonly direction: Direction; readonly capability: string | undefined },
): number {
  const linked = linksTowards(card, question.direction).filter(
    (link) => fits(link, question.capability) && link.card.type.id === question.type,
  );
  return new Set(linked.map((link) => link.card.id)).size;
}

/** The links of a card in which the other one has a role. */
function linksTowards(card: WorldCard, direction: Direction): readonly CardLink[] {
  switch (direction) {
    case "source":
      return card.parents;
    case "target":
      return card.children;
    case "any":
    case "none":
      return [...card.parents, ...card.children];
  }
}

function fits(link: CardLink, capability: string | undefined): boolean {
  return capability === "any" || link.capability === capability;
}

function isWildcard(card: string): boolean {
  return card === "any" || card === "none";
}
