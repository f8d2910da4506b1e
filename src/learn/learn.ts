import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import type { ObjectKind, Keys, Shape } from "../shapes/shape.js";
import { fromShape, inShape } from "../shapes/translate.js";
import { findSteps, type FoundSteps } from "./find-steps.js";
import { learnFile } from "./learn-file.js";
import { learnNamed, type LearnedNames } from "./learn-named.js";
import { learnSteps, type LearnedSteps } from "./learn-steps.js";
import { learnTrigger, type LearnedTrigger } from "./learn-trigger.js";
import { mergedParts, type PartOfShape } from "./merge-shapes.js";
import { firstDifference } from "../shapes/first-difference.js";
import { isWithin, isWord, places, throughObjects, type KeyPath, type Path, type Place } from "./places.js";
import { WORDS } from "./sheet-action.js";

/** What exports of the sheet's action tell of the shape in which their TOPdesk writes. */
export type Lesson =
  | {
      readonly kind: "learned";
      /** What these exports tell. */
      readonly found: PartOfShape;
      /** The same, with what was known before. */
      readonly shape: Shape;
      /** The words for ways of assigning besides the usual one. */
      readonly otherAssignments: readonly JsonValue[];
    }
  /** The sheet's words are not in the export, or in no place that a shape can tell. */
  | { readonly kind: "unknown"; readonly export: number; readonly reason: string }
  /** What was learned does not give an export back, so it is not to be trusted. */
  | { readonly kind: "untrue"; readonly export: number; readonly pointer: string };

/**
 * Learns the shape of a TOPdesk from exports of the action that the sheet has an admin make.
 *
 * Pure. Partial exports give partial shapes: what is not in them is as it was known before, or as the schemas of this
 * project have it.
 *
 * @param exports of one TOPdesk; where they differ, a later one holds
 * @param before the shape as far as it was known
 */
export function learn(exports: readonly JsonValue[], before?: Shape): Lesson {
  let found: PartOfShape | undefined;
  const otherAssignments = new Set<JsonValue>();
  for (const [index, value] of exports.entries()) {
    const part = partIn(value);
    if (typeof part === "string") return { kind: "unknown", export: index, reason: part };
    found = found === undefined ? part.shape : mergedParts(part.shape, found);
    if (part.otherAssignment !== undefined) otherAssignments.add(part.otherAssignment);
  }
  if (found === undefined) return { kind: "unknown", export: 0, reason: "There is no export." };
  const shape = wholeShape(before === undefined ? found : mergedParts(found, before));
  for (const [index, value] of exports.entries()) {
    const pointer = firstDifference(value, inShape(fromShape(value, shape), shape));
    if (pointer !== undefined) return { kind: "untrue", export: index, pointer };
  }
  return { kind: "learned", found, shape, otherAssignments: [...otherAssignments] };
}

function wholeShape({ variables = "list", headers = "list", objects, words }: PartOfShape): Shape {
  return { variables, headers, objects, words };
}

interface Part {
  readonly shape: PartOfShape;
  readonly otherAssignment: JsonValue | undefined;
}

/** What one export tells, or in words why it tells nothing. */
function partIn(root: JsonValue): Part | string {
  if (!isJsonObject(root)) return "It holds no JSON object.";
  const all = places(root);
  const steps = findSteps(root, all);
  if (steps === undefined) {
    return all.some(({ value }) => isWord(value, WORDS.name))
      ? "It has the name of the sheet's action, but none of its steps in a list."
      : "None of the sheet's words is in it.";
  }
  const list = throughObjects(steps.list);
  if (list === undefined) return "Its steps are in a list within a list, which a shape cannot say.";
  return partOf(root, all, steps, list);
}

function partOf(root: JsonObject, all: readonly Place[], steps: FoundSteps, list: KeyPath): Part {
  const outside = all.filter(({ path }) => !isWithin(path, list));
  const variables = learnNamed(root, outside, WORDS.variable, WORDS.variableValue);
  const rest = outside.filter(({ path }) => variables === undefined || !isWithin(path, variables.path));
  const trigger = learnTrigger(root, rest, [list, ...anchors(rest, variables)]);
  const file = learnFile(root, { steps: list, variables: variables?.path, trigger });
  const learned = learnSteps(steps);
  return {
    shape: {
      ...(variables === undefined ? {} : { variables: variables.as }),
      ...(learned.headers === undefined ? {} : { headers: learned.headers.as }),
      objects: objectsOf(file.keys, variables, learned, trigger),
      words: {
        ...file.words,
        ...learned.words,
        ...(trigger?.days === undefined ? {} : { day: trigger.days }),
      },
    },
    otherAssignment: learned.otherAssignment,
  };
}

/** Where things stand that are no part of a trigger. */
function anchors(rest: readonly Place[], variables: LearnedNames | undefined): readonly Path[] {
  const words = [WORDS.name, WORDS.description];
  const named = rest.filter(({ value }) => words.some((word) => isWord(value, word))).map(({ path }) => path);
  return variables === undefined ? named : [...named, variables.path];
}

function objectsOf(
  file: Keys,
  variables: LearnedNames | undefined,
  { objects, headers }: LearnedSteps,
  trigger: LearnedTrigger | undefined,
): Shape["objects"] {
  const learned: readonly (readonly [ObjectKind, Keys | undefined])[] = [
    ["file", file],
    ["variable", variables?.keys],
    ["header", headers?.keys],
    ["http", objects.http],
    ["assign", objects.assign],
    ["loop", objects.loop],
    ...(trigger === undefined ? [] : [[trigger.kind, trigger.keys] as const]),
  ];
  return Object.fromEntries(learned.filter(([, keys]) => keys !== undefined));
}
