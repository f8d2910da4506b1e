import { pointerTo } from "../check/diagnostic.js";
import { schemaOf } from "../check/schema.js";
import { walkSchema } from "../check/schema-node.js";
import type { JsonValue } from "../model/json.js";
import { CANONICAL_KEYS, KNOWN_WORDS } from "../shapes/canonical.js";
import { indexOf, type KeysIndex } from "../shapes/keys-index.js";
import { WORD_FIELDS, type Keys, type ObjectKind, type Slot, type WordField } from "../shapes/shape.js";
import type { PartOfShape } from "./merge-shapes.js";
import { CONDITIONS, DAYS, METHODS, sheetAction, type ScheduleKind } from "./sheet-action.js";

/** What an export says of one thing in our schemas. */
export interface ShapeFinding {
  /**
   * `confirmed`: as our schemas have it. `contradicted`: otherwise. `not found`: the export does not tell.
   * `extra`: a key that our schemas do not have.
   */
  readonly status: "confirmed" | "contradicted" | "not found" | "extra";
  /** As `validate` names it: `LOOP.itemKey`, `trigger.schedule.time`. */
  readonly name: string;
  /** How our schemas know of it; undefined for what they do not describe. */
  readonly evidence?: string;
  /** What the export has instead, in words. */
  readonly instead?: string;
}

interface Subject {
  readonly kind: ObjectKind;
  /** What stands before the keys in names. */
  readonly owner: string;
  /** Where the sheet's action has such an object. */
  readonly place: readonly (string | number)[];
}

const SUBJECTS: readonly Subject[] = [
  { kind: "file", owner: "", place: [] },
  { kind: "variable", owner: "variables[].", place: ["action", "configuration", "variables", 0] },
  { kind: "http", owner: "HTTP_REQUEST.", place: ["action", "configuration", "steps", 0] },
  { kind: "header", owner: "headers[].", place: ["action", "configuration", "steps", 0, "headers", 0] },
  { kind: "assign", owner: "ASSIGN_VARIABLE.", place: ["action", "configuration", "steps", 1] },
  { kind: "loop", owner: "LOOP.", place: ["action", "configuration", "steps", 3] },
];

const SCHEDULE_KINDS = ["daily", "weekly", "monthly", "hourly"] as const;

/** What the sheet never has in a step, so that its absence says nothing. */
const NOT_IN_SHEET: Readonly<Partial<Record<ObjectKind, readonly string[]>>> = {
  http: ["subSteps"],
  assign: ["subSteps"],
};

/** What exports say of everything that the sheet asks for, in the order of a file. */
export function findingsOf(found: PartOfShape): readonly ShapeFinding[] {
  const schedules = SCHEDULE_KINDS.filter((kind) => found.objects[kind] !== undefined);
  const triggers = (schedules.length === 0 ? (["daily"] as const) : schedules).map((kind): Subject => ({
    kind,
    owner: "trigger.",
    place: ["action", "trigger"],
  }));
  const all = [
    ...namedFindings(found),
    ...[...SUBJECTS, ...triggers].flatMap((subject) => findingsOfKind(subject, found)),
    ...wordFindings(found),
  ];
  // Several schedules say the same of the keys that they share.
  return [...new Map(all.map((finding) => [JSON.stringify(finding), finding])).values()];
}

function namedFindings({ variables, headers }: PartOfShape): readonly ShapeFinding[] {
  return [
    { name: "variables as a list", as: variables },
    { name: "headers as a list", as: headers },
  ].map(({ name, as }): ShapeFinding => {
    if (as === undefined) return { status: "not found", name, evidence: "tool" };
    return as === "list"
      ? { status: "confirmed", name, evidence: "tool" }
      : { status: "contradicted", name, evidence: "tool", instead: "one object, with the names as its keys" };
  });
}

function findingsOfKind({ kind, owner, place }: Subject, found: PartOfShape): readonly ShapeFinding[] {
  if (kind === "variable" && found.variables === "map") return [];
  if (kind === "header" && found.headers === "map") return [];
  const keys = found.objects[kind];
  const ours = indexOf(CANONICAL_KEYS[kind]);
  const theirs = keys && indexOf(keys);
  const evidence = evidenceOf(SCHEDULE_KINDS.find((schedule) => schedule === kind) ?? "daily");
  const subject = (path: readonly string[]) => ({
    name: `${owner}${path.join(".")}`,
    ...optional("evidence", evidence.get(pointerTo([...place, ...path]))),
  });
  const fields = [...ours.fields]
    .filter(([field]) => NOT_IN_SHEET[kind]?.includes(field) !== true)
    .map(([field, { path }]): ShapeFinding => {
      return { ...subject(path), ...compared(path, theirs?.fields.get(field)?.path, ours, theirs) };
    });
  const homes = [...ours.homes]
    .filter(([name]) => name !== "")
    .map(([name, { path }]): ShapeFinding => {
      const other = theirs?.homes.get(name)?.path;
      const isMissing = theirs !== undefined && other === undefined;
      const none = { status: "contradicted", instead: "no object of its own" } as const;
      return { ...subject(path), ...(isMissing ? none : compared(path, other, ours, theirs)) };
    });
  const tags = ours.tags.map(({ path, is, of }): ShapeFinding => {
    const tag = theirs?.tags.find((other) => other.of === of);
    const about = { ...subject(path), name: `${owner}${path.join(".")} = ${wordText(is)}` };
    if (tag === undefined) return { ...about, status: "not found" };
    const isSame = tag.path.at(-1) === path.at(-1) && tag.is === is;
    return isSame
      ? { ...about, status: "confirmed" }
      : { ...about, status: "contradicted", instead: `${tag.path.join(".")} = ${JSON.stringify(tag.is)}` };
  });
  return [
    ...tags,
    ...homes,
    ...fields,
    ...(keys === undefined ? [] : extras(keys, owner)),
    ...orderFinding(kind, keys, owner),
  ];
}

function wordText(word: JsonValue): string {
  return typeof word === "string" ? word : JSON.stringify(word);
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  const found: Partial<Record<K, V>> = {};
  if (value !== undefined) found[key] = value;
  return found;
}

/** Whether a key has the same name, in the object that stands for ours. */
function compared(
  ours: readonly string[],
  theirs: readonly string[] | undefined,
  ourIndex: KeysIndex,
  theirIndex: KeysIndex | undefined,
): Pick<ShapeFinding, "status" | "instead"> {
  if (theirs === undefined || theirIndex === undefined) return { status: "not found" };
  const isSame =
    ours.at(-1) === theirs.at(-1) && homeAround(ours, ourIndex) === homeAround(theirs, theirIndex);
  return isSame ? { status: "confirmed" } : { status: "contradicted", instead: theirs.join(".") };
}

/** The innermost of our objects around a place. */
function homeAround(path: readonly string[], { homes }: KeysIndex): string {
  const around = [...homes].filter(
    ([, home]) => home.path.length < path.length && home.path.every((key, index) => path[index] === key),
  );
  return around.toSorted(([, left], [, right]) => right.path.length - left.path.length)[0]?.[0] ?? "";
}

/** Keys of which our schemas know nothing. */
function extras(keys: Keys, owner: string): readonly ShapeFinding[] {
  return Object.entries(keys).flatMap(([key, slot]): readonly ShapeFinding[] => {
    const name = `${owner}${key}`;
    if ("object" in slot) return extras(slot.object, `${name}.`);
    const instead = extraInWords(slot);
    return instead === undefined ? [] : [{ status: "extra", name, instead }];
  });
}

const LONGEST_VALUE = 60;

function extraInWords(slot: Slot): string | undefined {
  if ("varies" in slot) return "another value each time: left out of what is built";
  if (!("value" in slot)) return undefined;
  const text = JSON.stringify(slot.value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}...` : text;
}

/** Whether the keys that both have stand in the same order. */
function orderFinding(kind: ObjectKind, keys: Keys | undefined, owner: string): readonly ShapeFinding[] {
  if (keys === undefined) return [];
  const ours = [...indexOf(CANONICAL_KEYS[kind]).fields.keys()];
  const theirs = [...indexOf(keys).fields.keys()];
  const both = ours.filter((field) => theirs.includes(field));
  const isSame = both.join("/") === theirs.filter((field) => ours.includes(field)).join("/");
  const name = owner === "" ? "order of keys" : `order of keys in ${owner.replace(/\.$/, "")}`;
  return isSame
    ? [{ status: "confirmed", name }]
    : [{ status: "contradicted", name, instead: theirs.join(", ") }];
}

/** The words that the sheet has an admin choose. */
const SHEET_WORDS: Readonly<Partial<Record<WordField, readonly string[]>>> = {
  formatVersion: KNOWN_WORDS.formatVersion,
  method: Object.values(METHODS),
  executionCondition: [...new Set(Object.values(CONDITIONS))],
  assignmentType: KNOWN_WORDS.assignmentType,
};

const WORD_EVIDENCE: Readonly<Partial<Record<WordField, string>>> = {
  assignmentType: "inferred",
  day: "inferred",
};

function wordFindings({ words, objects }: PartOfShape): readonly ShapeFinding[] {
  const asked: typeof SHEET_WORDS =
    objects.weekly === undefined ? SHEET_WORDS : { ...SHEET_WORDS, day: DAYS };
  return WORD_FIELDS.flatMap((field) =>
    (asked[field] ?? []).map((word): ShapeFinding => {
      const about = { name: `${field} ${word}`, evidence: WORD_EVIDENCE[field] ?? "tool" };
      const learned: JsonValue | undefined = words[field]?.[word];
      if (learned === undefined) return { ...about, status: "not found" };
      return learned === word
        ? { ...about, status: "confirmed" }
        : { ...about, status: "contradicted", instead: JSON.stringify(learned) };
    }),
  );
}

const evidences = new Map<ScheduleKind, ReadonlyMap<string, string>>();

/** How our schemas know of each key of the sheet's action, by JSON Pointer. */
function evidenceOf(schedule: ScheduleKind): ReadonlyMap<string, string> {
  const known = evidences.get(schedule);
  if (known !== undefined) return known;
  const found = new Map<string, string>();
  walkSchema(schemaOf("action"), sheetAction(schedule), (path, node) => {
    const evidence = node["x-evidence"];
    if (typeof evidence === "string") found.set(pointerTo(path), evidence);
  });
  evidences.set(schedule, found);
  return found;
}
