/** How sure it is that TOPdesk does as the rehearsal does; the words of the action file format's evidence. */
export type Evidence = "seen" | "tool" | "doc" | "inferred";

/** What no public source says, so that a rehearsal can be run under another reading. */
export interface Semantics {
  /** What a skipped step counts as for the next step that runs only when the previous one succeeded. */
  readonly skippedCountsAs: "success" | "failure" | "nothing";
  /** What `_responses.<step>.body` holds after a request that failed. */
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
    says: "Steps run one after the other, in the order of the file; a failed step does not end the action.",
    evidence: "inferred",
  },
  {
    about: "ALWAYS",
    says: "The step runs, whatever happened before.",
    evidence: "tool",
  },
  {
    about: "ONLY_WHEN_PREVIOUS_SUCCEEDED",
    says: "The step runs when the step that ran before it succeeded; the first step runs.",
    evidence: "tool",
  },
  {
    about: "CUSTOM",
    says: "The step runs when its condition prints true. White space around it does not count.",
    evidence: "tool",
  },
  {
    about: "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM",
    says: "The step runs when both hold. The condition is not rendered when the previous step failed.",
    evidence: "tool",
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
    about: "success",
    says: "A request succeeds when the answer's status is 200 to 299; redirects are not followed.",
    evidence: "inferred",
  },
  {
    about: "url",
    says: "What is inserted into an address is percent-encoded, unless it says ?no_esc.",
    evidence: "seen",
  },
  {
    about: "body",
    says: "With escapeBodyValues, what is inserted into a body is escaped for JSON, unless it says ?no_esc.",
    evidence: "seen",
  },
  {
    about: "other texts",
    says: "Nothing is escaped in headers, conditions, values of variables, and bodies without escapeBodyValues.",
    evidence: "inferred",
  },
  {
    about: "_responses",
    says: "`_responses.<step>.body` holds the answer's body, parsed when it is JSON and as text when it is not.",
    evidence: "seen",
  },
  {
    about: "failed requests",
    says: "`_responses.<step>.body` also holds the body of an answer that reports a failure.",
    evidence: "inferred",
  },
  {
    about: "_variables",
    says: "Variables hold text. One that a step assigns need not be declared.",
    evidence: "inferred",
  },
  {
    about: "loops",
    says: "The steps of a loop run once for each item; `_responses` holds the answer of this turn.",
    evidence: "inferred",
  },
  {
    about: "failures in loops",
    says: "A step that fails in a turn does not end the loop, and the loop itself counts as a success.",
    evidence: "inferred",
  },
];
