import type { Subject } from "../../subject.js";
import type { PlacedTemplate } from "../../template.js";
import { tolerates, wordOf, type Path } from "../../template-paths.js";
import { knownIn } from "./known.js";
import { mayBeMissing } from "./may-be-missing.js";
import { objectsOf } from "./objects-of.js";
import { at, inEachTemplate, type FreemarkerRule } from "./rule.js";
import { inBody, inCondition } from "./sample.js";

/** A fallback or test that is for the last key only. */
export const guardsLastPart: FreemarkerRule = {
  code: "TA306",
  explanation:
    "`a.b.c!` and `a.b.c??` put up with a missing `c` only. When `b` is missing, the step fails. Round brackets make it for the whole path: `(a.b.c)!`.",
  bad: [
    inBody('{"operator": "${_responses.get_incident.body.operator.name!"nobody"}"}'),
    inCondition("${_responses.get_incident.body.operator.name???c}"),
  ],
  good: [
    inBody('{"operator": "${(_responses.get_incident.body.operator.name)!"nobody"}"}'),
    inBody('{"amount": "${_responses.get.body.number!"0"}"}'),
  ],
  check: inEachTemplate(function* (template, subject) {
    const known = knownIn(template, subject);
    for (const path of template.parsed.paths) {
      const around = path.whole.parent;
      if (around === undefined || !tolerates(around, path.whole)) continue;
      const object = objectsThatMayBeMissing(path, template, subject).find(
        ({ place, name }) => !known.isTolerated(place) && !known.isPresent(place, name),
      );
      if (object === undefined) continue;
      yield {
        ...at("TA306", template, path.whole),
        message: `Only the last part of ${wordOf(path)} is guarded: when ${object.word()} is missing, the step fails.`,
        hint: `Put the whole path in round brackets: (${wordOf(path)})!, (${wordOf(path)})??.`,
      };
    }
  }),
};

/** The parts before the last one; those of a card's fields as well. */
function objectsThatMayBeMissing(path: Path, template: PlacedTemplate, subject: Subject) {
  if (path.name === "_responses" || path.bound) {
    return mayBeMissing(path, template, subject).filter(({ place }) => place !== path.whole);
  }
  return objectsOf(path).flatMap(({ visited: place }, index) => {
    const word = wordOf(path, index + 1);
    return [{ place, name: word, word: () => word }];
  });
}
