import type { JsonValue } from "../model/json.js";
import { FORMAT_VERSION } from "../targets/target.js";
import { CANONICAL_KEYS, COMMON_FIELDS } from "./canonical.js";
import { indexOf, slotAt } from "./keys-index.js";
import { marked } from "./kept-names.js";
import {
  STEP_KINDS,
  TRIGGER_KINDS,
  type Keys,
  type NamedAs,
  type ObjectKind,
  type Shape,
  type Slot,
} from "./shape.js";
import { vocabulariesOf, type Vocabularies } from "./words.js";

/** A shape with what was not learned filled in, ready to read and write files with. */
export interface CompleteShape {
  readonly variables: NamedAs;
  readonly headers: NamedAs;
  readonly objects: Readonly<Record<ObjectKind, Keys>>;
  /** Steps of a type that we do not know. */
  readonly otherStep: Keys;
  readonly words: Vocabularies;
}

const completed = new WeakMap<Shape, CompleteShape>();

/** Fills in what was not learned: as it is in what is most alike, else as the schemas of this project have it. */
export function complete(shape: Shape): CompleteShape {
  const known = completed.get(shape);
  if (known !== undefined) return known;
  const of = (kind: ObjectKind) => {
    const learned = shape.objects[kind];
    return learned === undefined
      ? withAllFields(kind, withTag(kind, likeOthers(kind, shape)), (slot) => slot)
      : withAllFields(kind, learned, onlyWhenUnusual);
  };
  const http = of("http");
  const result: CompleteShape = {
    variables: shape.variables,
    headers: shape.headers,
    objects: {
      file: of("file"),
      variable: of("variable"),
      header: of("header"),
      http,
      assign: of("assign"),
      loop: of("loop"),
      hourly: of("hourly"),
      daily: of("daily"),
      weekly: of("weekly"),
      monthly: of("monthly"),
      webhook: of("webhook"),
      event: of("event"),
    },
    otherStep: otherStep(http),
    words: vocabulariesOf(shape),
  };
  completed.set(shape, result);
  return result;
}

/** What a kind that was not learned has in common with one that was. */
function likeOthers(kind: ObjectKind, shape: Shape): Keys {
  const family = [STEP_KINDS, TRIGGER_KINDS].find((kinds) => kinds.some((member) => member === kind)) ?? [];
  const other = family.find((member) => shape.objects[member] !== undefined);
  const keys = other === undefined ? undefined : shape.objects[other];
  return other === undefined || keys === undefined ? CANONICAL_KEYS[kind] : shared(keys, kind, other);
}

function shared(keys: Keys, kind: ObjectKind, other: ObjectKind): Keys {
  const ours = indexOf(CANONICAL_KEYS[kind]);
  const theirs = indexOf(CANONICAL_KEYS[other]);
  const areSchedules = [ours, theirs].every(({ homes }) => homes.has("schedule"));
  const kept = (slot: Slot): Slot | undefined => {
    if ("from" in slot) return ours.fields.has(slot.from) ? slot : undefined;
    if ("is" in slot) {
      const own = ours.tags.find((tag) => tag.of === slot.of);
      const same = theirs.tags.some((tag) => tag.of === slot.of && tag.is === own?.is);
      return own && (same ? slot : { is: own.is, of: own.of });
    }
    // What one schedule has besides, the others have too; kinds of steps have little in common.
    if ("value" in slot) return areSchedules ? slot : undefined;
    if (!("object" in slot)) return undefined;
    const object = filtered(slot.object, kept);
    return Object.keys(object).length === 0 ? undefined : { ...slot, object };
  };
  return filtered(keys, kept);
}

function filtered(keys: Keys, kept: (slot: Slot) => Slot | undefined): Keys {
  const entries = Object.entries(keys).flatMap(([key, slot]): [string, Slot][] => {
    const rest = kept(slot);
    return rest === undefined ? [] : [[key, rest]];
  });
  return Object.fromEntries(entries);
}

/** Adds our word for a kind that was not learned, where nothing tells in which words its TOPdesk would say it. */
function withTag(kind: ObjectKind, keys: Keys): Keys {
  const [tag] = indexOf(CANONICAL_KEYS[kind]).tags;
  const key = tag?.path[0];
  if (tag === undefined || key === undefined || indexOf(keys).tags.length > 0) return keys;
  const free = marked(key, (name) => Object.hasOwn(keys, name));
  return { [free]: { is: tag.is, of: tag.of }, ...keys };
}

/** What our builders write where an author says nothing, or can say nothing else. */
const USUAL: Readonly<Record<string, JsonValue>> = {
  formatVersion: FORMAT_VERSION,
  mappingDefinitions: [],
  assignmentType: "TEXT",
  headers: [],
  escapeBodyValues: true,
  body: "",
  customExecutionCondition: "",
};

/** A field that was not found in a kind that was learned: its TOPdesk does without, so that what is usual stays away. */
function onlyWhenUnusual(slot: Slot): Slot {
  const usual = "from" in slot && Object.hasOwn(USUAL, slot.from) ? USUAL[slot.from] : undefined;
  return usual === undefined ? slot : { ...slot, unless: usual };
}

/** Adds the fields that have no key yet, in the object that stands for ours. */
function withAllFields(kind: ObjectKind, keys: Keys, asAdded: (slot: Slot) => Slot): Keys {
  const ours = indexOf(CANONICAL_KEYS[kind]);
  const { fields, homes } = indexOf(keys);
  const missing = [...ours.fields].filter(([field]) => !fields.has(field));
  return missing.reduce((all, [field, { path, slot }]) => {
    const home = homeOf(kind, path);
    const place = homes.get(home)?.path ?? [];
    return withSlot(all, place, path.at(-1) ?? field, asAdded(slot));
  }, keys);
}

/** Which of our objects a path of ours ends in. */
function homeOf(kind: ObjectKind, path: readonly string[]): string {
  const above = path.slice(0, -1).join("/");
  const { homes } = indexOf(CANONICAL_KEYS[kind]);
  return [...homes].find(([, home]) => home.path.join("/") === above)?.[0] ?? "";
}

function withSlot(keys: Keys, place: readonly string[], key: string, slot: Slot): Keys {
  const [first, ...rest] = place;
  const inner = first === undefined ? undefined : slotAt(keys, first);
  if (first === undefined || inner === undefined || !("object" in inner)) {
    const free = marked(key, (name) => Object.hasOwn(keys, name));
    return { ...keys, [free]: slot };
  }
  return { ...keys, [first]: { ...inner, object: withSlot(inner.object, rest, key, slot) } };
}

/** The keys that every step has; its type is whatever it says. */
function otherStep(http: Keys): Keys {
  const common = filtered(http, function kept(slot): Slot | undefined {
    if ("from" in slot) return COMMON_FIELDS.includes(slot.from) ? slot : undefined;
    if ("is" in slot) return { from: "type" };
    if (!("object" in slot)) return undefined;
    const object = filtered(slot.object, kept);
    return Object.keys(object).length === 0 ? undefined : { ...slot, object };
  });
  return indexOf(common).fields.has("type") ? common : withSlot(common, [], "type", { from: "type" });
}
