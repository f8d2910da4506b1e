/**
 * How sure it is that TOPdesk does as the rehearsal does, in the words of the action file format's evidence: `seen` in
 * real exports, read off public `tool`s, or in TOPdesk's own `doc`umentation confirm it; `inferred` is our reading only.
 */
export type Evidence = "seen" | "tool" | "doc" | "inferred";

/** What no public source says, so that a rehearsal can be run under another reading. */
export interface Semantics {
  /** What a skipped step counts as for the next step that runs only when the previous one succeeded. */
  readonly skippedCountsAs: "success" | "failure" | "nothing";
  /**
   * What `_responses.<step>.body` holds after a request that failed: the body of the error (nothing, when no answer
   * came), the last answer that was no failure, or nothing.
   */
  readonly failedAnswer: "error body" | "last answer" | "nothing";
}

export const DEFAULT_SEMANTICS: Semantics = { skippedCountsAs: "nothing", failedAnswer: "error body" };

/** One thing that the rehearsal takes TOPdesk to do. */
export interface Statement {
  readonly about: string;
  readonly says: string;
  readonly evidence: Evidence;
}

/** Everything that the engine takes TOPdesk to do, said once. */
export const STATEMENTS: readonly Statement[] = [
  {
    about: "order",
    says: "Steps run one after the other, in the order of the file.",
    evidence: "seen",
  },
  {
    about: "failed steps",
    says: "A failed step does not end the action: the conditions of later steps decide what still runs.",
    evidence: "inferred",
  },
  {
    about: "executionCondition",
    says: "ALWAYS, ONLY_WHEN_PREVIOUS_SUCCEEDED, CUSTOM and ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM are all there are.",
    evidence: "tool",
  },
  {
    about: "CUSTOM",
    says: "The step runs when its condition prints true, whatever became of the step before it.",
    evidence: "tool",
  },
  {
    about: "the text of a condition",
    says: "White space around true does not count. Any other text, TRUE among them, skips the step.",
    evidence: "inferred",
  },
  {
    about: "previous",
    says: "The previous step is the one that ran last, inside a loop too; for the first step, it counts as succeeded.",
    evidence: "inferred",
  },
  {
    about: "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM",
    says: "The condition is not rendered when the previous step failed.",
    evidence: "inferred",
  },
  {
    about: "skipped steps",
    says: "A step that is skipped changes nothing: the next one looks at the step that ran last.",
    evidence: "inferred",
  },
  {
    about: "broken conditions",
    says: "A condition that cannot be rendered makes its step fail; the step does not run.",
    evidence: "inferred",
  },
  {
    about: "texts that cannot be rendered",
    says: "The step fails, and nothing is sent or assigned.",
    evidence: "inferred",
  },
  {
    about: "success",
    says: "A request succeeds when the answer's status is 200 to 299; redirects are not followed.",
    evidence: "inferred",
  },
  {
    about: "requests that cannot be sent",
    says: "An address with a space, or a header with a line break, is a failure; nothing is put right.",
    evidence: "inferred",
  },
  {
    about: "escaping in url",
    says: "What is inserted into an address is percent-encoded, unless it says ?no_esc.",
    evidence: "seen",
  },
  {
    about: "escapeBodyValues",
    says: "With it, what is inserted into a body is escaped for JSON, unless it says ?no_esc; without it, nothing is.",
    evidence: "seen",
  },
  {
    about: "escaping elsewhere",
    says: "Nothing is escaped in headers, conditions, loops and values of variables.",
    evidence: "inferred",
  },
  {
    about: "_responses",
    says: "_responses.<step>.body holds the body of the answer, parsed when it is JSON.",
    evidence: "seen",
  },
  {
    about: "answers that are not JSON",
    says: "The body is text then; an empty body is empty text.",
    evidence: "inferred",
  },
  {
    about: "failed requests",
    says: "_responses.<step>.body also holds the body of an answer that reports a failure; without an answer it is missing.",
    evidence: "inferred",
  },
  {
    about: "names",
    says: "_variables, _responses, _request, _topdeskUrl, _currentOperator, _base64, _random, _randomUUID and nolog can be read.",
    evidence: "seen",
  },
  {
    about: "_random",
    says: "_random() is a number from 0 to 1, _randomUUID() a UUID. Here the seed decides which.",
    evidence: "inferred",
  },
  {
    about: "nolog",
    says: "<@nolog> prints what is in it, and keeps it out of the log. Here it is masked everywhere.",
    evidence: "inferred",
  },
  {
    about: "_variables",
    says: "Variables hold text. A step may assign one that is not declared, and code in a value is not rendered.",
    evidence: "inferred",
  },
  {
    about: "card fields",
    says: "The fields of the card are read by their database names, without anything in front.",
    evidence: "seen",
  },
  {
    about: "scope",
    says: "What #assign sets in one text is gone in the next.",
    evidence: "seen",
  },
  {
    about: "loops",
    says: "The steps of a loop run once for each item; _responses holds the answer of this turn, once there is one.",
    evidence: "inferred",
  },
  {
    about: "failures in loops",
    says: "A step that fails in a turn does not end the loop, and the loop itself counts as a success.",
    evidence: "inferred",
  },
  {
    about: "subSteps elsewhere",
    says: "Steps inside a step that is no loop run once, after it, when it succeeded.",
    evidence: "inferred",
  },
];
