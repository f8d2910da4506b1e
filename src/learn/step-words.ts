import type { JsonValue } from "../model/json.js";
import { STEP_KINDS, type StepKind } from "../shapes/shape.js";
import { isScalar, isWord, keyPlaces, pathId, type KeyPath } from "./places.js";
import { CONDITIONS, METHODS, type StepWord } from "./sheet-action.js";
import { KIND_OF_STEP, scalarPlaces, valuesAt, type Sample } from "./step-samples.js";

/** What stands at a place in the steps, by the names of the steps. */
type Values = ReadonlyMap<StepWord, JsonValue>;

/** A place in steps that holds a word of TOPdesk. */
export interface WordPlace {
  readonly path: KeyPath;
  readonly values: Values;
}

/** Where steps hold the words of a field. */
export interface WordPlaces {
  /** For each kind of step; most often the same place. */
  readonly paths: ReadonlyMap<StepKind, KeyPath>;
  readonly values: Values;
}

/** Whether a step has a value, anywhere in it; undefined when the step is not there. */
type HasValue = (step: StepWord, value: JsonValue | undefined) => boolean | undefined;

/** How a field of the steps is recognised, whatever its words are. */
interface Pattern {
  /** How our schemas call the key. */
  readonly key: string;
  /** Other names that one would give to the key. */
  readonly alike: RegExp;
  /** Our words for the sheet's steps. */
  readonly ours: (step: StepWord) => JsonValue | undefined;
  /** Whether values may be the words of this field. `has` tells whether a step has a value anywhere. */
  readonly fits: (values: Values, has: HasValue) => boolean;
}

const PATTERNS = {
  type: {
    key: "type",
    alike: /type|kind|class/i,
    ours: ourType,
    // One word for all requests, another one for each other kind of step.
    fits: (values) =>
      allText(values) &&
      same(values, ["ask", "inside", "finish"]) &&
      same(values, ["set", "change"]) &&
      count(values, ["ask", "set", "repeat"]) >= 2 &&
      distinct(values, ["ask", "set", "repeat"]),
  },
  executionCondition: {
    key: "executionCondition",
    alike: /condition|when|run|execut/i,
    ours: (step) => CONDITIONS[step],
    // Some steps run alike. They may have another key for it, but not another word.
    fits: (values, has) =>
      allText(values) &&
      distinct(values, ["ask", "inside", "finish", "set"]) &&
      count(values, ["ask", "inside", "finish", "set"]) >= 2 &&
      has("repeat", values.get("finish")) !== false &&
      has("change", values.get("ask")) !== false &&
      [has("repeat", values.get("finish")), has("change", values.get("ask"))].includes(true),
  },
  method: {
    key: "method",
    alike: /method|verb/i,
    ours: (step) => (step === "ask" || step === "inside" || step === "finish" ? METHODS[step] : undefined),
    fits: (values) =>
      allText(values) &&
      distinct(values, ["ask", "inside", "finish"]) &&
      count(values, ["ask", "inside", "finish"]) >= 2 &&
      count(values, ["set", "change", "repeat"]) === 0,
  },
  escapeBodyValues: {
    key: "escapeBodyValues",
    alike: /escape/i,
    ours: (step) => (step === "ask" ? true : step === "finish" ? false : undefined),
    fits: (values) =>
      typeof values.get("ask") === "boolean" &&
      typeof values.get("finish") === "boolean" &&
      distinct(values, ["ask", "finish"]),
  },
} as const satisfies Readonly<Record<string, Pattern>>;

/** The fields of steps that hold words. */
export type StepWordField = keyof typeof PATTERNS;

/**
 * Finds the places that hold the words of a field: those with our words, else those whose words differ from step to
 * step as this field's do.
 *
 * @param samples all steps of the sheet
 * @param isKnown whether something else was found at a place
 */
export function wordPlaces(
  field: StepWordField,
  samples: readonly Sample[],
  isKnown: (path: KeyPath) => boolean,
): WordPlaces | undefined {
  const place = mainPlace(field, samples, isKnown);
  if (place === undefined) return undefined;
  const paths = new Map<StepKind, KeyPath>();
  const values = new Map(place.values);
  for (const kind of STEP_KINDS) {
    const ofKind = samples.filter(({ word }) => KIND_OF_STEP[word] === kind);
    const path = ofKind.some(({ word }) => place.values.has(word))
      ? place.path
      : ownPlace(field, ofKind, { paths: [...paths.values()], values }, isKnown);
    if (path === undefined) continue;
    paths.set(kind, path);
    for (const [step, value] of valuesAt(ofKind, path)) values.set(step, value);
  }
  return { paths, values };
}

function mainPlace(
  field: StepWordField,
  samples: readonly Sample[],
  isKnown: (path: KeyPath) => boolean,
): WordPlace | undefined {
  const { key, alike, ours, fits }: Pattern = PATTERNS[field];
  const has: HasValue = (step, value) => {
    const sample = samples.find(({ word }) => word === step);
    return sample && keyPlaces(sample.object).some((place) => isScalar(value) && place.value === value);
  };
  const candidates = placesIn(samples, isKnown);
  const exact = candidates.filter(
    ({ values }) => hasOurs(values, ours) && (allText(values) || fits(values, has)),
  );
  // A kind of step may have a key of its own: what several steps share tells more.
  const shared = exact.filter(({ values }) => values.size > 1);
  const fitting = candidates.filter(
    ({ path, values }) => fits(values, has) && !isNamedLikeOther(path.at(-1), field),
  );
  const named = (places: readonly WordPlace[]) =>
    places.find(({ path }) => path.at(-1) === key) ??
    places.find(({ path }) => alike.test(path.at(-1) ?? ""));
  // Of several that fit, none is sure. Last, only the name is known: too few steps are there to compare.
  return (
    named(shared) ??
    shared[0] ??
    named(fitting) ??
    (fitting.length === 1 ? fitting[0] : undefined) ??
    named(exact) ??
    exact[0] ??
    candidates.find(({ path }) => path.at(-1) === key)
  );
}

function isNamedLikeOther(key: string | undefined, field: StepWordField): boolean {
  return Object.values(PATTERNS).some(
    (pattern) => pattern.key === key && pattern.key !== PATTERNS[field].key,
  );
}

function placesIn(samples: readonly Sample[], isKnown: (path: KeyPath) => boolean): readonly WordPlace[] {
  return scalarPlaces(samples)
    .filter((path) => !isKnown(path))
    .map((path): WordPlace => ({ path, values: valuesAt(samples, path) }));
}

/** Where a kind of step has a field that the other kinds have at another place. */
function ownPlace(
  field: StepWordField,
  samples: readonly Sample[],
  known: { readonly paths: readonly KeyPath[]; readonly values: Values },
  isKnown: (path: KeyPath) => boolean,
): KeyPath | undefined {
  const { ours, alike, key }: Pattern = PATTERNS[field];
  const meanings = new Map([...known.values].map(([step, value]) => [JSON.stringify(ours(step)), value]));
  const candidates = placesIn(samples, isKnown).filter(({ values }) => allText(values));
  const asElsewhere = candidates.find(({ path }) =>
    known.paths.some((other) => pathId(other) === pathId(path)),
  );
  if (asElsewhere !== undefined) return asElsewhere.path;
  const meant = candidates.filter(({ values }) =>
    [...values].some(([step, value]) => meanings.get(JSON.stringify(ours(step))) === value),
  );
  const named = (places: readonly WordPlace[]) =>
    places.find(({ path }) => path.at(-1) === key) ??
    places.find(({ path }) => alike.test(path.at(-1) ?? ""));
  const fallback = field === "type" ? named(candidates) : undefined;
  return (named(meant) ?? meant[0] ?? fallback)?.path;
}

const TYPES: Readonly<Record<StepKind, string>> = {
  http: "HTTP_REQUEST",
  assign: "ASSIGN_VARIABLE",
  loop: "LOOP",
};

function ourType(step: StepWord): string {
  return TYPES[KIND_OF_STEP[step]];
}

/** Whether values are our words, in whatever case. */
function hasOurs(values: Values, ours: Pattern["ours"]): boolean {
  const known = [...values].filter(([step]) => ours(step) !== undefined);
  return (
    known.length > 0 &&
    known.every(([step, value]) => {
      const word = ours(step);
      return value === word || (typeof word === "string" && isWord(value, word));
    })
  );
}

function allText(values: Values): boolean {
  return [...values.values()].every((value) => isScalar(value) && typeof value !== "boolean");
}

function present(values: Values, steps: readonly StepWord[]): readonly JsonValue[] {
  return steps.flatMap((step) => values.get(step) ?? []);
}

function count(values: Values, steps: readonly StepWord[]): number {
  return present(values, steps).length;
}

function same(values: Values, steps: readonly StepWord[]): boolean {
  return new Set(present(values, steps)).size <= 1;
}

function distinct(values: Values, steps: readonly StepWord[]): boolean {
  const found = present(values, steps);
  return new Set(found).size === found.length;
}
