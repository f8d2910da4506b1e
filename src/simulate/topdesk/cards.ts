import {
  IN_STOCK,
  SAMPLE_MOMENT,
  type Asset,
  type Card,
  type CardType,
  type Field,
  type FieldValue,
  type LinkType,
  type Person,
  type Quantity,
  type ResourceCategory,
  type World,
} from "../world/world.js";

/** A stock, an asset or a bulk item with all that is asked about it. */
export interface WorldCard {
  readonly id: string;
  readonly name: string;
  readonly type: CardType;
  readonly archived: boolean;
  readonly status: "OPERATIONAL" | "IMPACTED";
  readonly fields: ReadonlyMap<string, FieldValue>;
  readonly linkedTo: readonly string[];
  readonly creationDate: string;
  readonly modificationDate: string;
  /** Links in which it is the source (parent). */
  readonly children: readonly CardLink[];
  /** Links in which it is the target (child). */
  readonly parents: readonly CardLink[];
}

/** A link as one of its cards sees it. */
export interface CardLink {
  readonly id: string;
  /** The id of the link type; undefined for the plain relation of parent and child. */
  readonly capability: string | undefined;
  /** The card at the other end. */
  readonly card: WorldCard;
}

/** A world arranged for look-ups. */
export interface Cards {
  readonly byId: ReadonlyMap<string, WorldCard>;
  /** By name, as TOPdesk lists them unless asked otherwise. */
  readonly byCategory: Readonly<Record<ResourceCategory, readonly WorldCard[]>>;
  readonly types: ReadonlyMap<string, CardType>;
  readonly unreadable: ReadonlySet<string>;
  readonly fields: ReadonlyMap<string, Field>;
  readonly linkTypes: ReadonlyMap<string, LinkType>;
  readonly people: ReadonlyMap<string, Person>;
  readonly quantities: readonly StockedQuantity[];
}

export interface StockedQuantity {
  readonly id: string;
  readonly stock: WorldCard;
  readonly bulkItem: WorldCard;
  readonly quantity: number;
}

interface OpenCard extends WorldCard {
  readonly children: CardLink[];
  readonly parents: CardLink[];
}

/** Arranges a world for look-ups. What refers to something that the world does not have is left out. */
export function cardsOf(world: World): Cards {
  const types = new Map((world.types ?? []).map((type) => [type.id, type]));
  const byId = new Map<string, OpenCard>();
  for (const card of [...(world.stocks ?? []), ...(world.assets ?? []), ...(world.bulkItems ?? [])]) {
    const type = types.get(card.type);
    if (type !== undefined) byId.set(card.id, openCard(card, type));
  }
  link(byId, world);
  const sorted = [...byId.values()].sort(byName);
  const ofCategory = (category: ResourceCategory) => sorted.filter((card) => card.type.category === category);
  const linkTypes = [{ id: IN_STOCK, name: "Asset is in stock" }, ...(world.linkTypes ?? [])];
  return {
    byId,
    byCategory: { asset: ofCategory("asset"), stock: ofCategory("stock"), bulkItem: ofCategory("bulkItem") },
    types,
    unreadable: new Set(world.account?.unreadableTypes),
    fields: new Map((world.fields ?? []).map((field) => [field.id, field])),
    linkTypes: new Map(linkTypes.map((type) => [type.id, type])),
    people: new Map((world.people ?? []).map((person) => [person.id, person])),
    quantities: (world.quantities ?? []).flatMap((quantity, index) =>
      stockedQuantity(byId, quantity, madeUpId(2, index)),
    ),
  };
}

/** Whether the account may read the cards of a type. */
export function isReadable(cards: Cards, type: CardType): boolean {
  return !cards.unreadable.has(type.id);
}

/** Whether a card's type has a field. */
export function hasField(card: WorldCard, field: string): boolean {
  return card.type.fields?.includes(field) ?? false;
}

/** Orders by name without regard to upper and lower case; equal names by id, so that the order is always the same. */
export function byName(left: Named, right: Named): number {
  return compareTexts(left.name, right.name) || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0);
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Compares texts without regard to upper and lower case. */
export function compareTexts(left: string, right: string): number {
  const [first, second] = [left.toLowerCase(), right.toLowerCase()];
  return first < second ? -1 : first > second ? 1 : 0;
}

function openCard(card: Card & Partial<Asset>, type: CardType): OpenCard {
  return {
    id: card.id,
    name: card.name,
    type,
    archived: card.archived ?? false,
    status: card.status ?? "OPERATIONAL",
    fields: new Map(Object.entries(card.fields ?? {})),
    linkedTo: card.linkedTo ?? [],
    creationDate: card.creationDate ?? SAMPLE_MOMENT,
    modificationDate: card.modificationDate ?? SAMPLE_MOMENT,
    children: [],
    parents: [],
  };
}

function link(byId: ReadonlyMap<string, OpenCard>, world: World): void {
  const inStock = (world.assets ?? []).flatMap(({ id, stock }) =>
    stock === undefined ? [] : [{ source: stock, target: id, type: IN_STOCK }],
  );
  for (const [index, { source, target, type }] of [...inStock, ...(world.links ?? [])].entries()) {
    const [parent, child] = [byId.get(source), byId.get(target)];
    if (parent === undefined || child === undefined) continue;
    const id = madeUpId(1, index);
    parent.children.push({ id, capability: type, card: child });
    child.parents.push({ id, capability: type, card: parent });
  }
}

function stockedQuantity(
  byId: ReadonlyMap<string, WorldCard>,
  { stock, bulkItem, quantity }: Quantity,
  id: string,
): readonly StockedQuantity[] {
  const [stockCard, bulkCard] = [byId.get(stock), byId.get(bulkItem)];
  if (stockCard === undefined || bulkCard === undefined) return [];
  return [{ id, stock: stockCard, bulkItem: bulkCard, quantity }];
}

/** An id for what has none in a world file: a link, a quantity. */
function madeUpId(kind: number, index: number): string {
  return `5a3b1e00-000${kind}-4000-8000-${index.toString(16).padStart(12, "0")}`;
}
