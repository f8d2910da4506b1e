import { isJsonArray, type JsonValue } from "../model/json.js";
import { STEP_KINDS, type Keys, type Shape, type Slot, type StepKind } from "../shapes/shape.js";
import type { FoundSteps } from "./find-steps.js";
import { learnByName } from "./learn-by-name.js";
import { learnNamed, type LearnedNames } from "./learn-named.js";
import { isWord, keyPlaces, likeliest, pathId, places, valueAt, type KeyPath } from "./places.js";
import { CONDITIONS, METHODS, WORDS, type StepWord } from "./sheet-action.js";
import { samplesOf, scalarPlaces, valuesAt, type Sample } from "./step-samples.js";
import { wordPlaces, type StepWordField, type WordPlace, type WordPlaces } from "./step-words.js";
import { Slots } from "./slots.js";

/** What was learned of the steps. */
export interface LearnedSteps {
  readonly objects: Readonly<Partial<Record<StepKind, Keys>>>;
  readonly headers: LearnedNames | undefined;
  readonly words: Pick<Shape["words"], "method" | "executionCondition" | "assignmentType">;
  /** What stands for the other way of assigning that the screen offers, when the sheet's step uses it. */
  readonly otherAssignment: JsonValue | undefined;
}

/** The texts that the sheet puts into each kind of step. */
const TEXTS: Readonly<Record<StepKind, Readonly<Record<string, Partial<Record<StepWord, string>>>>>> = {
  http: {
    name: { ask: WORDS.ask, inside: WORDS.inside, finish: WORDS.finish },
    url: { ask: WORDS.askUrl, inside: WORDS.insideUrl, finish: WORDS.finishUrl },
    body: { ask: WORDS.askBody, finish: WORDS.finishBody },
    customExecutionCondition: { finish: WORDS.finishCondition },
  },
  assign: {
    name: { set: WORDS.set, change: WORDS.change },
    variableKey: { set: WORDS.variable, change: WORDS.variable },
    valueTemplate: { set: WORDS.text, change: WORDS.otherText },
    customExecutionCondition: { set: WORDS.setCondition },
  },
  loop: {
    name: { repeat: WORDS.repeat },
    collectionTemplate: { repeat: WORDS.list },
    itemKey: { repeat: WORDS.item },
    customExecutionCondition: { repeat: WORDS.repeatCondition },
  },
};

/** Learns the keys and words of the steps. */
export function learnSteps(found: FoundSteps): LearnedSteps {
  const slots = { http: new Slots(), assign: new Slots(), loop: new Slots() };
  const manners = new Map<string, Slot>();
  for (const kind of STEP_KINDS) learnTexts(kind, samplesOf(found, kind), slots[kind], manners);
  const headers = learnHeaders(samplesOf(found, "http"), slots.http);
  if (found.subSteps !== undefined) slots.loop.set(found.subSteps, { from: "subSteps" });
  const words = learnWords(found, slots);
  const assignment = learnAssignmentType(found, slots.assign);
  for (const kind of ["http", "assign"] as const) learnNoSubSteps(samplesOf(found, kind), found, slots[kind]);
  const entries = STEP_KINDS.flatMap((kind): [StepKind, Keys][] => {
    const samples = samplesOf(found, kind).map(({ object }) => object);
    if (samples.length === 0) return [];
    learnByName(kind, samples, slots[kind]);
    return [[kind, slots[kind].keysOf(samples)]];
  });
  return {
    objects: Object.fromEntries(entries),
    headers,
    words: {
      ...words,
      ...(assignment.usual === undefined ? {} : { assignmentType: { TEXT: assignment.usual } }),
    },
    otherAssignment: assignment.other,
  };
}

/** @param manners how fields are written in the kinds before, for those that the sheet leaves empty in none of a kind */
function learnTexts(
  kind: StepKind,
  samples: readonly Sample[],
  slots: Slots,
  manners: Map<string, Slot>,
): void {
  for (const [field, words] of Object.entries(TEXTS[kind])) {
    const path = textPlace(field, words, samples);
    if (path === undefined) continue;
    const isNeverEmpty = samples.every(({ word }) => words[word] !== undefined);
    const slot = (isNeverEmpty ? manners.get(field) : undefined) ?? textSlot(field, words, samples, path);
    if (!isNeverEmpty) manners.set(field, slot);
    slots.set(path, slot);
  }
}

/** Where the words of a field stand, in the first sample that has one. */
function textPlace(
  field: string,
  words: Partial<Record<StepWord, string>>,
  samples: readonly Sample[],
): KeyPath | undefined {
  for (const { word, object } of samples) {
    const typed = words[word];
    if (typed === undefined) continue;
    const hits = keyPlaces(object).filter(({ value }) => isTyped(value, typed));
    const found = likeliest(hits, field);
    if (found !== undefined) return found.path;
  }
  return undefined;
}

/** Whether a value is what was typed; an interpolation may have lost its signs. */
function isTyped(value: JsonValue, typed: string): boolean {
  return isWord(value, typed) || (typed === WORDS.list && isWord(value, expressionOf(typed)));
}

function expressionOf(interpolation: string): string {
  return interpolation.slice("${".length, -"}".length);
}

/** How a field is written: also where the sheet leaves it empty. */
function textSlot(
  field: string,
  words: Partial<Record<StepWord, string>>,
  samples: readonly Sample[],
  path: KeyPath,
): Slot {
  const empty = samples.filter(({ word }) => words[word] === undefined);
  const values = empty.map(({ object }) => valueAt(object, path));
  const typed = samples.find(({ word }) => words[word] !== undefined);
  if (field === "collectionTemplate" && typed && !isWord(valueAt(typed.object, path), WORDS.list)) {
    return { from: field, written: "expression" };
  }
  if (values.length > 0 && values.every((value) => value === undefined)) return { from: field, unless: "" };
  return values.includes(null) ? { from: field, written: "null when empty" } : { from: field };
}

function learnHeaders(samples: readonly Sample[], slots: Slots): LearnedNames | undefined {
  for (const { object } of samples) {
    const found = learnNamed(object, places(object), WORDS.headerName, WORDS.headerValue);
    if (found === undefined) continue;
    const others = samples.filter((sample) => sample.object !== object);
    const isLeftOut = others.some((sample) => valueAt(sample.object, found.path) === undefined);
    slots.set(found.path, isLeftOut ? { from: "headers", unless: [] } : { from: "headers" });
    return found;
  }
  return undefined;
}

const WORD_FIELDS: readonly StepWordField[] = ["type", "method", "executionCondition", "escapeBodyValues"];

function learnWords(
  found: FoundSteps,
  slots: Readonly<Record<StepKind, Slots>>,
): Pick<Shape["words"], "method" | "executionCondition"> {
  const samples = samplesOf(found);
  const isKnown = (path: KeyPath) => STEP_KINDS.some((kind) => slots[kind].has(path));
  const placed = new Map<StepWordField, WordPlaces>();
  for (const field of WORD_FIELDS) {
    const places = wordPlaces(field, samples, (path) => isKnown(path) || isHeader(slots, path));
    if (places === undefined) continue;
    placed.set(field, places);
    for (const [kind, path] of places.paths) setWord(field, path, samplesOf(found, kind), slots[kind]);
  }
  return {
    ...wordsOf("method", placed.get("method"), METHODS),
    ...wordsOf("executionCondition", placed.get("executionCondition"), CONDITIONS),
  };
}

/** Headers may be an object, whose keys are no keys of the step. */
function isHeader(slots: Readonly<Record<StepKind, Slots>>, path: KeyPath): boolean {
  return path.some((_key, index) => index > 0 && slots.http.has(path.slice(0, index)));
}

function setWord(field: StepWordField, path: KeyPath, samples: readonly Sample[], slots: Slots): void {
  const [value] = samples.flatMap(({ object }) => valueAt(object, path) ?? []);
  if (value === undefined) return;
  slots.set(path, field === "type" ? { is: value, of: "type" } : { from: field });
}

/** Our words with the ones that stand for them; none when they are the same. */
function wordsOf<F extends "method" | "executionCondition">(
  field: F,
  place: WordPlaces | undefined,
  ours: Partial<Record<StepWord, string>>,
): Partial<Record<F, Readonly<Record<string, JsonValue>>>> {
  const entries = [...(place?.values ?? [])].flatMap(([step, value]): [string, JsonValue][] => {
    const word = ours[step];
    return word === undefined ? [] : [[word, value]];
  });
  const found: Partial<Record<F, Readonly<Record<string, JsonValue>>>> = {};
  if (entries.length > 0) found[field] = Object.fromEntries(entries);
  return found;
}

interface Assignment {
  readonly usual: JsonValue | undefined;
  readonly other: JsonValue | undefined;
}

/** How a value is assigned: what differs between the sheet's two assigning steps, else what is named like it. */
function learnAssignmentType(found: FoundSteps, slots: Slots): Assignment {
  const samples = samplesOf(found, "assign");
  const elsewhere = new Set(
    scalarPlaces([...samplesOf(found, "http"), ...samplesOf(found, "loop")]).map((path) => pathId(path)),
  );
  const candidates = scalarPlaces(samples)
    .filter((path) => !slots.has(path) && !elsewhere.has(pathId(path)))
    .map((path): WordPlace => ({ path, values: valuesAt(samples, path) }))
    .filter(({ values }) => typeof values.get("set") === "string");
  const differing = candidates.filter(
    ({ values }) => values.has("change") && values.get("set") !== values.get("change"),
  );
  const place = likeliestAssignment(differing) ?? likeliestAssignment(candidates);
  if (place === undefined) return { usual: undefined, other: undefined };
  slots.set(place.path, { from: "assignmentType" });
  const [usual, other] = [place.values.get("set"), place.values.get("change")];
  return { usual, other: other === usual ? undefined : other };
}

function likeliestAssignment(candidates: readonly WordPlace[]): WordPlace | undefined {
  const named = (pattern: RegExp) => candidates.find(({ path }) => pattern.test(path.at(-1) ?? ""));
  return (
    named(/^assignmentType$/) ??
    candidates.find(({ values }) => isWord(values.get("set"), "TEXT")) ??
    named(/assign/i) ??
    named(/type|mode|kind/i) ??
    (candidates.length === 1 ? candidates[0] : undefined)
  );
}

/** Whether steps without steps in them have an empty list of them. */
function learnNoSubSteps(samples: readonly Sample[], { subSteps }: FoundSteps, slots: Slots): void {
  if (subSteps === undefined || samples.length === 0) return;
  const isEmpty = samples.every(({ object }) => {
    const list = valueAt(object, subSteps);
    return isJsonArray(list) && list.length === 0;
  });
  if (isEmpty) slots.set(subSteps, { from: "subSteps", otherwise: [] });
}
