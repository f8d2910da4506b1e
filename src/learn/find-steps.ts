import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import {
  isWithin,
  isWord,
  nearestList,
  pathId,
  throughObjects,
  valueAt,
  type KeyPath,
  type Path,
  type Place,
} from "./places.js";
import { STEP_WORDS, WORDS, type StepWord } from "./sheet-action.js";

/** One of the sheet's steps in an export. */
export interface FoundStep {
  readonly object: JsonObject;
  /** From the root. */
  readonly path: Path;
}

/** The sheet's steps in an export. */
export interface FoundSteps {
  /** Where the list of steps stands. */
  readonly list: Path;
  readonly steps: Readonly<Partial<Record<StepWord, FoundStep>>>;
  /** Where the loop has its steps, from the loop. */
  readonly subSteps: KeyPath | undefined;
}

const OUTER_STEPS = STEP_WORDS.filter((step) => step !== "inside");

/** Finds the sheet's steps by their names; undefined when none is there. */
export function findSteps(root: JsonValue, all: readonly Place[]): FoundSteps | undefined {
  const list = listOfSteps(root, all);
  if (list === undefined) return undefined;
  const outer = OUTER_STEPS.flatMap((word): [StepWord, FoundStep][] => {
    const found = stepIn(root, list, placesOf(all, word));
    return found === undefined ? [] : [[word, found]];
  });
  const loop = outer.find(([word]) => word === "repeat")?.[1];
  const inside = loop && innerStep(root, loop, all);
  return {
    list,
    steps: Object.fromEntries(inside === undefined ? outer : [...outer, ["inside", inside.step]]),
    subSteps: inside?.subSteps,
  };
}

function placesOf(all: readonly Place[], word: StepWord): readonly Path[] {
  return all.filter(({ value }) => isWord(value, WORDS[word])).map(({ path }) => path);
}

/** The list in which most of the sheet's steps are, each in an item of its own. */
function listOfSteps(root: JsonValue, all: readonly Place[]): Path | undefined {
  const found = new Map<string, { readonly list: Path; readonly words: Set<StepWord> }>();
  for (const word of OUTER_STEPS) {
    for (const path of placesOf(all, word)) {
      const nearest = nearestList(path);
      if (nearest === undefined || !isObjectAt(root, path.slice(0, nearest.list.length + 1))) continue;
      const entry = found.get(pathId(nearest.list)) ?? { list: nearest.list, words: new Set() };
      found.set(pathId(nearest.list), entry);
      entry.words.add(word);
    }
  }
  const [best] = [...found.values()].sort(
    (left, right) => right.words.size - left.words.size || left.list.length - right.list.length,
  );
  return best?.list;
}

function isObjectAt(root: JsonValue, path: Path): boolean {
  return isJsonObject(valueAt(root, path));
}

function stepIn(root: JsonValue, list: Path, named: readonly Path[]): FoundStep | undefined {
  for (const place of named) {
    const nearest = nearestList(place);
    if (nearest === undefined || pathId(nearest.list) !== pathId(list)) continue;
    const path = place.slice(0, list.length + 1);
    const object = valueAt(root, path);
    if (isJsonObject(object)) return { object, path };
  }
  return undefined;
}

interface InnerStep {
  readonly step: FoundStep;
  readonly subSteps: KeyPath;
}

function innerStep(root: JsonValue, loop: FoundStep, all: readonly Place[]): InnerStep | undefined {
  for (const place of placesOf(all, "inside")) {
    const nearest = nearestList(place);
    if (nearest === undefined || !isWithin(nearest.list, loop.path)) continue;
    const subSteps = throughObjects(nearest.list.slice(loop.path.length));
    const path = place.slice(0, nearest.list.length + 1);
    const object = valueAt(root, path);
    if (subSteps === undefined || subSteps.length === 0 || !isJsonObject(object)) continue;
    if (isJsonArray(valueAt(root, nearest.list))) return { step: { object, path }, subSteps };
  }
  return undefined;
}
