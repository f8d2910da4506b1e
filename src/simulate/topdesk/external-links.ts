import type { Cards, WorldCard } from "./cards.js";
import { shown } from "./parameters.js";
import { badRequest } from "./reply.js";

/** What assets can be assigned to; wildcards are possible (API description, linkedTo). */
const ASSIGNABLE = ["person", "personGroup", "branch", "location"];

/** What else assets can be linked to (API description, linkedTo). */
const EXTERNAL = [
  "incident",
  "changeActivity",
  "knowledge",
  "change",
  "problem",
  "omActivity",
  "omSeries",
  "service",
];

/** The kinds of entity that stand for all of their kind with `any`. */
const WITH_ANY = [...ASSIGNABLE, "service"];

/** The kinds of entity that stand for all archived ones of their kind with `anyArchived`. */
const WITH_ANY_ARCHIVED = ["person", "personGroup"];

/**
 * The test for a parameter with entities, such as `person/<id>` or `person/any,personGroup/anyArchived`.
 *
 * Source: Asset Management API 1.91.1, `linkedTo`: several are allowed only with wildcards.
 *
 * @param parameter the parameter's name, for messages
 */
export function entityTest(
  cards: Cards,
  values: readonly string[],
  parameter: string,
): (card: WorldCard) => boolean {
  const entities = values.flatMap((value) => value.split(",")).map((entity) => readEntity(entity, parameter));
  const tests = entities.map((entity) => testOf(cards, entity));
  if (entities.length > 1 && entities.some((entity) => !isWildcard(entity)))
    throw badRequest("value_invalid", parameter, `${parameter} takes several entities only with wildcards.`);
  return (card) => tests.some((test) => card.linkedTo.some(test));
}

interface Entity {
  readonly kind: string;
  readonly id: string;
}

function readEntity(text: string, parameter: string): Entity {
  const [kind = "", id = "", ...more] = text.trim().split("/");
  if (id === "" || more.length > 0)
    throw badRequest(
      "value_invalid",
      parameter,
      `${parameter} takes a kind and an id with a slash between, such as person/<id>, not ${shown(text)}.`,
    );
  const kinds = [...ASSIGNABLE, ...EXTERNAL];
  if (!kinds.includes(kind))
    throw badRequest("value_invalid", parameter, `${shown(kind)} is none of ${kinds.join(", ")}.`);
  const allowed = id === "any" ? WITH_ANY : id === "anyArchived" ? WITH_ANY_ARCHIVED : kinds;
  if (!allowed.includes(kind))
    throw badRequest("value_invalid", parameter, `${kind} cannot be asked for with ${id}: give an id.`);
  return { kind, id };
}

function isWildcard({ id }: Entity): boolean {
  return id === "any" || id === "anyArchived";
}

function testOf(cards: Cards, { kind, id }: Entity): (linked: string) => boolean {
  const start = `${kind}/`;
  if (id === "any") return (linked) => linked.startsWith(start);
  if (id !== "anyArchived") return (linked) => linked === `${kind}/${id}`;
  return (linked) =>
    linked.startsWith(start) && cards.people.get(linked.slice(start.length))?.archived === true;
}
