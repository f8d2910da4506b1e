import { isGuarded, isTested, tolerates, wordOf } from "../../template-paths.js";
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
  check: inEachTemplate(function* (template) {
    for (const path of template.parsed.paths) {
      const [object] = objectsOf(path);
      const around = path.whole.parent;
      if (object === undefined || around === undefined || !tolerates(around, path.whole)) continue;
      if (isGuarded(object.visited)) continue;
      const word = wordOf(path, path.steps.indexOf(object) + 1);
      // A test of the object alone helps; one of the whole path is what is asked about here.
      const isTestedAlone = template.parsed.paths.some((other) => isTested(other) && wordOf(other) === word);
      if (isTestedAlone) continue;
      yield {
        ...at("TA306", template, path.whole),
        message: `Only the last part of ${wordOf(path)} is guarded: when ${word} is missing, the step fails.`,
        hint: `Put the whole path in round brackets: (${wordOf(path)})!, (${wordOf(path)})??.`,
      };
    }
  }),
};
