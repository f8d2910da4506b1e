import { pathReferences, type PathReference } from "../freemarker/references.js";
import type { ActionFile } from "../model/action.js";
import { placedSteps, textsOf, type PlacedStep, type PlacedText } from "../model/walk.js";
import type { Code } from "./codes.js";
import type { TextPlace } from "./diagnostic.js";
import { remembered } from "../model/remembered.js";
import { templatesOf, type PlacedTemplate } from "./template.js";

/** What the rules look at: a file in the model, and what is in it, computed once. */
export interface Subject {
  readonly file: ActionFile;
  readonly steps: readonly PlacedStep[];
  readonly texts: readonly PlacedText[];
  readonly references: readonly PlacedReference[];
  /** The texts with FreeMarker code in them, parsed when a rule asks for them. */
  readonly templates: readonly PlacedTemplate[];
}

/** A path in the code of a text. */
export interface PlacedReference extends PathReference {
  readonly text: PlacedText;
}

/** Something that a rule found. Its severity is that of its code. */
export interface Finding {
  readonly code: Code;
  readonly message: string;
  readonly hint: string;
  /** Keys and indexes from the root of the file. */
  readonly path: readonly (string | number)[];
  readonly step?: string;
  /** Where in the text at `path`. */
  readonly text?: TextPlace;
}

/** A rule looks at a file and says what it found. */
export type Rule = (subject: Subject) => Iterable<Finding>;

/** Where a variable stands, counted from 0: in a map below its name. */
export function variablePath({ root, action, residue }: ActionFile, index: number): Finding["path"] {
  const key = residue?.variablesAs === "map" ? action.variables[index]?.name : undefined;
  return [root, "configuration", "variables", key ?? index];
}

const referencesIn = remembered(pathReferences);

/** Prepares a file for the rules. */
export function subjectOf(file: ActionFile): Subject {
  const steps = placedSteps(file);
  const texts = steps.flatMap(textsOf);
  const references = texts.flatMap((text) =>
    referencesIn(text.text).map((reference) => ({ ...reference, text })),
  );
  let templates: readonly PlacedTemplate[] | undefined;
  return {
    file,
    steps,
    texts,
    references,
    get templates() {
      return (templates ??= templatesOf(texts));
    },
  };
}
