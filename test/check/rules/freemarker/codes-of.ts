import { freemarkerRules } from "../../../../src/check/rules/freemarker/index.js";
import type { Sample } from "../../../../src/check/rules/freemarker/sample.js";
import { subjectOf, type Finding } from "../../../../src/check/subject.js";

/** What all rules find in a sample. */
export function findingsOf({ steps, trigger }: Sample): readonly Finding[] {
  const subject = subjectOf({
    root: "action",
    formatVersion: "2.10",
    exportDate: 1,
    action: { name: "n", description: "d", variables: [], steps, ...(trigger ? { trigger } : {}) },
  });
  return freemarkerRules.flatMap((rule) => [...rule.check(subject)]);
}

/** The codes of what all rules find in a sample. */
export function codesOf(sample: Sample): readonly string[] {
  return findingsOf(sample).map(({ code }) => code);
}
