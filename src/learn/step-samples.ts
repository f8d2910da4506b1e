import type { JsonObject, JsonValue } from "../model/json.js";
import type { StepKind } from "../shapes/shape.js";
import { isScalar, keyPlaces, pathId, valueAt, type KeyPath } from "./places.js";
import type { FoundSteps } from "./find-steps.js";
import { STEP_WORDS, type StepWord } from "./sheet-action.js";

/** Which of the sheet's steps is of which kind. */
export const KIND_OF_STEP: Readonly<Record<StepWord, StepKind>> = {
  ask: "http",
  inside: "http",
  finish: "http",
  set: "assign",
  change: "assign",
  repeat: "loop",
};

/** A step of the sheet. */
export interface Sample {
  readonly word: StepWord;
  readonly object: JsonObject;
}

/** The sheet's steps that are in an export, of one kind or of all. */
export function samplesOf({ steps }: FoundSteps, kind?: StepKind): readonly Sample[] {
  return STEP_WORDS.filter((word) => kind === undefined || KIND_OF_STEP[word] === kind).flatMap((word) => {
    const found = steps[word];
    return found === undefined ? [] : [{ word, object: found.object }];
  });
}

/** What stands at a place in each sample that has something there. */
export function valuesAt(samples: readonly Sample[], path: KeyPath): ReadonlyMap<StepWord, JsonValue> {
  return new Map(
    samples.flatMap(({ word, object }): [StepWord, JsonValue][] => {
      const value = valueAt(object, path);
      return value === undefined ? [] : [[word, value]];
    }),
  );
}

/** The places in samples at which a text, a number or a truth value stands, each once. */
export function scalarPlaces(samples: readonly Sample[]): readonly KeyPath[] {
  const found = new Map<string, KeyPath>();
  for (const { object } of samples) {
    for (const { path, value } of keyPlaces(object)) {
      if (isScalar(value) && path.length > 0) found.set(pathId(path), path);
    }
  }
  return [...found.values()];
}
