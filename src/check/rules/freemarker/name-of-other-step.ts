import { knownIn } from "./known.js";
import { at, inEachTemplate, type FreemarkerRule } from "./rule.js";
import { assignment, request, steps } from "./sample.js";
import { namesMadeIn } from "./names-made.js";

/** A name that another text was given its value in. */
export const nameOfOtherStep: FreemarkerRule = {
  code: "TA312",
  explanation:
    "Every text is a template of its own: what `<#assign>` or `<#global>` makes in one is gone in the next, also in the same step. An assign step's variable stays: `_variables.name`.",
  bad: [
    steps(
      request({ name: "first", url: "<#assign site = 'x'>https://example.com/${site}" }),
      request({ name: "second", url: "https://example.com/${site}" }),
    ),
  ],
  good: [
    steps(assignment("site", "x"), request({ url: "https://example.com/${_variables.site}" })),
    steps(request({ url: "<#assign site = 'x'>https://example.com/${site}" })),
  ],
  check: (subject) => {
    const makers = new Map<string, string>();
    for (const template of subject.templates) {
      for (const name of namesMadeIn(template)) makers.set(name, template.text.place.step.name);
    }
    if (makers.size === 0) return [];
    return inEachTemplate(function* (template) {
      const own = namesMadeIn(template);
      const known = knownIn(template, subject);
      for (const path of template.parsed.paths) {
        const maker = makers.get(path.name);
        if (maker === undefined || path.bound || own.has(path.name) || known.isTolerated(path.variable))
          continue;
        yield {
          ...at("TA312", template, path.variable),
          message: `${path.name} is given its value in another text, of the step "${maker}", and is not known here.`,
          hint: `Assign it in this text too, or set a variable in a step before and read _variables.${path.name}.`,
        };
      }
    })(subject);
  },
};
