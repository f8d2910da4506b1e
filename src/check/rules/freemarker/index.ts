import type { Rule } from "../../subject.js";
import { argumentCount } from "./argument-count.js";
import { bareBoolean } from "./bare-boolean.js";
import { doubleEscaping } from "./double-escaping.js";
import { firstOfList } from "./first-of-list.js";
import { guardsLastPart } from "./guards-last-part.js";
import { invalidSyntax } from "./invalid-syntax.js";
import { itemOutsideLoop } from "./item-outside-loop.js";
import { jsonBody, jsonBranch } from "./json-body.js";
import { misplacedWord } from "./misplaced-word.js";
import { missingEscaping } from "./missing-escaping.js";
import { missingValue } from "./missing-value.js";
import { misspeltName } from "./misspelt-name.js";
import { nameOfOtherStep } from "./name-of-other-step.js";
import { neverTrue } from "./never-true.js";
import { newerFreemarker } from "./newer-freemarker.js";
import { noCard } from "./no-card.js";
import { noEscOnData } from "./no-esc-on-data.js";
import { numberWithoutC } from "./number-without-c.js";
import type { FreemarkerRule } from "./rule.js";
import { skippedStep } from "./skipped-step.js";
import { tagEndsEarly } from "./tag-ends-early.js";
import { truncatedList } from "./truncated-list.js";
import { unknownWord } from "./unknown-word.js";

/** Every rule about FreeMarker texts, in the order of their codes. */
export const freemarkerRules: readonly FreemarkerRule[] = [
  invalidSyntax,
  unknownWord,
  misplacedWord,
  tagEndsEarly,
  missingValue,
  guardsLastPart,
  numberWithoutC,
  bareBoolean,
  doubleEscaping,
  missingEscaping,
  noEscOnData,
  nameOfOtherStep,
  skippedStep,
  itemOutsideLoop,
  firstOfList,
  jsonBody,
  jsonBranch,
  neverTrue,
  truncatedList,
  misspeltName,
  argumentCount,
  newerFreemarker,
  noCard,
];

/** What all of them find. */
export const freemarker: Rule = function* (subject) {
  for (const rule of freemarkerRules) yield* rule.check(subject);
};
