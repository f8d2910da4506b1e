import { nearest } from "../../model/nearest.js";
import type { WorldFinding } from "./schema-findings.js";
import { IN_STOCK, type Card, type CardType, type ResourceCategory, type World } from "./world.js";

type Path = readonly (string | number)[];

/**
 * What a schema cannot say about a world: every id is there once, everything that is referred to exists, a stock has a
 * type for stocks, and an answer is found by either its url or its path.
 */
export function referenceFindings(world: World): readonly WorldFinding[] {
  const cards = placedCards(world);
  const ids = knownIds(world, cards);
  return [
    ...repeated("types", world.types),
    ...repeated("fields", world.fields),
    ...repeated("linkTypes", world.linkTypes),
    ...repeated("people", world.people),
    ...twice(cards.map(({ card, path }) => ({ id: card.id, path: [...path, "id"] }))),
    ...typeFindings(world, ids),
    ...cards.flatMap((card) => cardFindings(card, ids)),
    ...assetFindings(world, ids),
    ...quantityFindings(world, ids),
    ...linkFindings(world, ids),
    ...answerFindings(world),
  ];
}

/** The ids that a world has, by what they stand for. */
interface KnownIds {
  readonly cards: ReadonlySet<string>;
  readonly stocks: ReadonlySet<string>;
  readonly bulkItems: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  readonly types: ReadonlyMap<string, CardType>;
  readonly linkTypes: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
}

function knownIds(world: World, cards: readonly PlacedCard[]): KnownIds {
  return {
    cards: new Set(cards.map(({ card }) => card.id)),
    stocks: idsOf(world.stocks),
    bulkItems: idsOf(world.bulkItems),
    fields: idsOf(world.fields),
    types: new Map((world.types ?? []).map((type) => [type.id, type])),
    linkTypes: new Set([IN_STOCK, ...idsOf(world.linkTypes)]),
    people: idsOf(world.people),
  };
}

function idsOf(items: readonly { readonly id: string }[] = []): ReadonlySet<string> {
  return new Set(items.map((item) => item.id));
}

function placedCards(world: World): readonly PlacedCard[] {
  return [
    ...cardsAt("stocks", "stock", world.stocks),
    ...cardsAt("assets", "asset", world.assets),
    ...cardsAt("bulkItems", "bulkItem", world.bulkItems),
  ];
}

function typeFindings({ types = [], account }: World, ids: KnownIds): readonly WorldFinding[] {
  const ofTypes = types.flatMap(({ fields = [] }, index) =>
    fields.flatMap((field, at) => missing("field", field, ids.fields, ["types", index, "fields", at])),
  );
  const ofAccount = (account?.unreadableTypes ?? []).flatMap((type, index) =>
    missing("type", type, ids.types, ["account", "unreadableTypes", index]),
  );
  return [...ofTypes, ...ofAccount];
}

function assetFindings({ assets = [] }: World, ids: KnownIds): readonly WorldFinding[] {
  const PERSON = "person/";
  return assets.flatMap(({ stock, linkedTo = [] }, index) => [
    ...missing("stock", stock, ids.stocks, ["assets", index, "stock"]),
    ...linkedTo.flatMap((entity, at) =>
      entity.startsWith(PERSON)
        ? missing("person", entity.slice(PERSON.length), ids.people, ["assets", index, "linkedTo", at])
        : [],
    ),
  ]);
}

function quantityFindings({ quantities = [] }: World, ids: KnownIds): readonly WorldFinding[] {
  return quantities.flatMap(({ stock, bulkItem }, index) => [
    ...missing("stock", stock, ids.stocks, ["quantities", index, "stock"]),
    ...missing("bulk item", bulkItem, ids.bulkItems, ["quantities", index, "bulkItem"]),
  ]);
}

function linkFindings({ links = [] }: World, ids: KnownIds): readonly WorldFinding[] {
  return links.flatMap(({ source, target, type }, index) => [
    ...missing("card", source, ids.cards, ["links", index, "source"]),
    ...missing("card", target, ids.cards, ["links", index, "target"]),
    ...missing("link type", type, ids.linkTypes, ["links", index, "type"]),
  ]);
}

function answerFindings({ answers = [] }: World): readonly WorldFinding[] {
  return answers.flatMap(({ url, path }, index) =>
    (url === undefined) === (path === undefined) ? [unfindable(index)] : [],
  );
}

interface PlacedCard {
  readonly card: Card;
  readonly category: ResourceCategory;
  readonly path: Path;
}

function cardsAt(
  key: string,
  category: ResourceCategory,
  cards: readonly Card[] = [],
): readonly PlacedCard[] {
  return cards.map((card, index) => ({ card, category, path: [key, index] }));
}

function cardFindings({ card, category, path }: PlacedCard, ids: KnownIds): readonly WorldFinding[] {
  const type = ids.types.get(card.type);
  if (type === undefined) return missing("type", card.type, ids.types, [...path, "type"]);
  const otherCategory: readonly WorldFinding[] =
    type.category === category
      ? []
      : [
          {
            code: "TA101",
            message: `The type of this card is for the category ${type.category}, not ${category}.`,
            hint: `Choose a type whose category is ${category}.`,
            path: [...path, "type"],
          },
        ];
  const fields = Object.keys(card.fields ?? {}).filter((field) => !(type.fields ?? []).includes(field));
  return [
    ...otherCategory,
    ...fields.map((field): WorldFinding => ({
      code: "TA101",
      message: `The type of this card does not have the field "${field}".`,
      hint: fieldHint(field, type),
      path: [...path, "fields", field],
    })),
  ];
}

function repeated(key: string, items: readonly { readonly id: string }[] = []): readonly WorldFinding[] {
  return twice(items.map(({ id }, index) => ({ id, path: [key, index, "id"] })));
}

function twice(items: readonly { readonly id: string; readonly path: Path }[]): readonly WorldFinding[] {
  const seen = new Set<string>();
  return items.flatMap(({ id, path }): readonly WorldFinding[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ code: "TA101", message: `The id ${id} is there twice.`, hint: "Give each its own id.", path }];
  });
}

function missing(
  what: string,
  id: string | undefined,
  known: { has(id: string): boolean },
  path: Path,
): readonly WorldFinding[] {
  if (id === undefined || known.has(id)) return [];
  return [
    {
      code: "TA101",
      message: `The world has no ${what} with the id ${id}.`,
      hint: `Add the ${what}, or correct the id.`,
      path,
    },
  ];
}

function fieldHint(field: string, { fields = [] }: CardType): string {
  const near = nearest(field, fields);
  return near === undefined ? "Add it to the fields of the type." : `Did you mean "${near}"?`;
}

function unfindable(index: number): WorldFinding {
  return {
    code: "TA101",
    message: "The answer needs either a url or a path, so that it can be found.",
    hint: 'Write "path" for requests to TOPdesk and "url" for other hosts.',
    path: ["answers", index],
  };
}
