import type { Source, StepFacts } from "./facts.js";

/** Names of fields that are about a person, in TOPdesk's database (Dutch) and in its API (English). */
const PERSONAL =
  /aanmelder|caller|melder|person|mail|telefoon|phone|mobiel|mobile|voornaam|achternaam|voorletter|surname|first_?name|last_?name|initials|operator|behandelaar|manager|employee|medewerker|geboorte|birth|gender|geslacht|login|assignee|requester|creator|modifier|aanvrager/i;

/** What is about a group, a kind or a place rather than a person. */
const NO_PERSON =
  /^(?:[\w.[\]…]*\.)?(?:operator|person|caller)_?(?:group|branch)s?(?:[.[]|$)|behandelaarsgroep/i;

/** Free text, in which anything may stand. */
const FREE_TEXT =
  /omschrijving|description|memo|remark|opmerking|note|comment|verzoek|actie$|\brequest\b|\baction\b/i;

/** Resources whose answers are about people. */
const PEOPLE = new Set(["persons", "operators", "visitors"]);

export type Privacy = "personal" | "free text" | "other";

/** Whether data looks personal, judged by its name and, for answers, by what was asked for. */
export function privacyOf(source: Source, answers: ReadonlyMap<string, string>): Privacy {
  switch (source.kind) {
    case "operator":
      return "personal";
    case "card":
      return byName(source.field);
    case "answer": {
      const resource = answers.get(source.step);
      if (resource !== undefined && PEOPLE.has(resource)) return "personal";
      return source.path === "" ? "free text" : byName(source.path);
    }
    case "webhook":
    case "item":
      return source.path === "" ? "free text" : byName(source.path);
    case "documents":
      return "free text";
    case "variable":
    case "environment":
    case "made up":
      return "other";
  }
}

function byName(name: string): Privacy {
  if (PERSONAL.test(name) && !NO_PERSON.test(name)) return "personal";
  return FREE_TEXT.test(name) ? "free text" : "other";
}

/** Which step asks TOPdesk for which resource. */
export function answersOf(steps: readonly StepFacts[]): ReadonlyMap<string, string> {
  const answers = new Map<string, string>();
  for (const { name, deed } of steps) {
    const resource = deed.kind === "request" ? deed.object?.resource : undefined;
    if (resource !== undefined) answers.set(name, resource);
  }
  return answers;
}
