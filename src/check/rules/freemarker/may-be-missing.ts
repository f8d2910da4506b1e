import { VALUE } from "../../../builders/value.js";
import type { Visited } from "../../../freemarker/walk.js";
import { answerTo, type AnswerPart } from "../../../topdesk/answers.js";
import { incident } from "../../../topdesk/cards.js";
import { wordOf, type Path } from "../../template-paths.js";
import type { PlacedTemplate } from "../../template.js";
import type { Subject } from "../../subject.js";
import { nameOf } from "./flow/name-of.js";
import { objectsOf } from "./objects-of.js";
import { ITEM, originOf, type Origin } from "./origin.js";

/** A part of a path that may be missing when the text is printed. */
export interface MayBeMissing {
  readonly kind: "field" | "answer";
  /** The path up to and including the part. */
  readonly place: Visited;
  /** See `nameOf`. */
  readonly name: string;
  /** The same for people. */
  readonly word: () => string;
}

/** Fields of a card that may be empty. */
const EMPTY_FIELDS = new Set(
  Object.entries(incident)
    .filter(([, field]) => field[VALUE].presence === "optional")
    .map(([name]) => name),
);

/** The parts of a path that may be missing, outermost object first. */
export function mayBeMissing(
  path: Path,
  template: PlacedTemplate,
  subject: Subject,
): readonly MayBeMissing[] {
  if (!path.bound && EMPTY_FIELDS.has(path.name) && path.steps.length === 0) {
    return [{ kind: "field", place: path.variable, name: path.name, word: () => path.name }];
  }
  const origin = originOf(path, template, subject);
  const known = origin && knownAnswer(origin, subject);
  const places = known ? missingIn(path, origin, known) : objectsOf(path).map(({ visited }) => visited);
  if (known === undefined && path.name !== "_responses") return [];
  const positions = new Map(path.steps.map(({ visited }, index) => [visited, index]));
  return places.flatMap((place) => {
    const name =
      place.node.kind === "dot" || place.node.kind === "dynamic key" ? nameOf(place.node) : undefined;
    const length = (positions.get(place) ?? -1) + 1;
    return name === undefined ? [] : [{ kind: "answer", place, name, word: () => wordOf(path, length) }];
  });
}

/** What TOPdesk's own description says of the answer that a path reads. */
function knownAnswer({ step: name }: Origin, { steps }: Subject): AnswerPart | undefined {
  const source = steps.find(({ step }) => step.name === name)?.step;
  return source?.kind === "http" && source.method === "GET" ? answerTo(source.url) : undefined;
}

function missingIn(path: Path, { keys }: Origin, answer: AnswerPart): readonly Visited[] {
  const found: Visited[] = [];
  let part: AnswerPart | undefined = answer;
  for (const [index, key] of keys.entries()) {
    // The keys at the end are the steps of the path itself; those before belong to what its variable stands for.
    const step = path.steps[path.steps.length - keys.length + index];
    if (part === undefined || key === undefined) break;
    if (key === ITEM) {
      part = part.item;
      continue;
    }
    if (part.mayBeMissing(key) && step !== undefined) found.push(step.visited);
    part = Object.hasOwn(part.always, key) ? part.always[key] : undefined;
  }
  return found;
}
