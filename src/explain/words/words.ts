import type { Language } from "../../customers/customer.js";
import type { Markdown } from "../../guide/markdown.js";
import type { Comparison } from "../facts.js";

/** What something is said of, in words. */
type Said = Markdown;

/** Everything that an explanation says in one language. Conditions are in the order of words after "if". */
export interface Words {
  readonly language: Language;
  readonly title: (name: Said) => Said;
  readonly noName: string;
  readonly headings: {
    readonly short: string;
    readonly description: string;
    readonly start: string;
    readonly steps: string;
    readonly account: string;
    readonly variables: string;
    readonly risks: string;
  };
  readonly file: string;
  readonly kind: string;
  readonly kindOfFile: {
    readonly version: (version: Said) => Said;
    readonly action: Said;
    readonly sequence: (cardType: Said | undefined) => Said;
  };
  readonly short: {
    readonly start: string;
    readonly reads: string;
    readonly writes: string;
    readonly mails: string;
    readonly sends: string;
    readonly costs: string;
    readonly beware: string;
    readonly nothing: string;
    readonly noMails: string;
    readonly risks: (risks: number, errors: number, warnings: number) => string;
  };
  readonly start: {
    readonly schedule: (schedule: Said, timeZone: Said) => Said;
    readonly unsure: string;
    readonly nextRuns: (day: string) => string;
    readonly webhook: (path: Said) => Said;
    readonly card: (cardType: Said) => Said;
    readonly cardUnsure: string;
    readonly unknown: (type: Said) => Said;
    readonly onScreen: string;
  };
  readonly stepsIntroduction: string;
  readonly noSteps: string;
  readonly run: {
    readonly always: string;
    readonly notSaid: string;
    readonly unknown: (word: Said) => Said;
    readonly onlyIf: (condition: Said) => Said;
    readonly onlyIfAlsoAfterFailure: (condition: Said) => Said;
  };
  readonly condition: {
    readonly and: string;
    readonly or: string;
    readonly compare: Readonly<Record<Comparison, (left: Said, right: Said) => Said>>;
    readonly filled: (value: Said) => Said;
    readonly notFilled: (value: Said) => Said;
    readonly exists: (value: Said) => Said;
    readonly missing: (value: Said) => Said;
    readonly isTrue: (value: Said) => Said;
    readonly isFalse: (value: Said) => Said;
    readonly blank: (value: Said) => Said;
    readonly notBlank: (value: Said) => Said;
    readonly startsWith: (value: Said, part: Said, isNot: boolean) => Said;
    readonly endsWith: (value: Said, part: Said, isNot: boolean) => Said;
    readonly contains: (value: Said, part: Said, isNot: boolean) => Said;
    readonly always: string;
    readonly never: string;
    readonly code: (code: Said) => Said;
    readonly size: (list: Said) => Said;
    readonly length: (text: Said) => Said;
    readonly orElse: (value: Said, fallback: Said) => Said;
  };
  readonly source: {
    readonly card: (field: Said) => Said;
    readonly answer: (path: Said, step: Said) => Said;
    readonly wholeAnswer: (step: Said) => Said;
    readonly variable: (name: Said) => Said;
    readonly webhook: (path: Said) => Said;
    readonly wholeWebhook: string;
    readonly operator: (path: Said) => Said;
    readonly wholeOperator: string;
    readonly item: (path: Said, name: Said) => Said;
    readonly wholeItem: (name: Said) => Said;
    readonly documents: string;
    readonly environment: string;
    readonly madeUp: string;
    readonly computed: (from: Said) => Said;
    readonly computedFromNothing: string;
    readonly textWith: (from: Said) => Said;
  };
  /** Data by where it comes from, in a list. */
  readonly data: {
    readonly card: (fields: Said) => Said;
    readonly answer: (paths: Said, step: Said) => Said;
    readonly webhook: (paths: Said) => Said;
    readonly operator: (paths: Said) => Said;
    readonly item: (paths: Said, name: Said) => Said;
    readonly variables: (names: Said) => Said;
    readonly everything: string;
    readonly none: string;
  };
  readonly system: {
    readonly topdesk: string;
    readonly topdeskAt: (address: Said) => Said;
    readonly inVariables: (names: Said) => Said;
    readonly fromData: (data: Said) => Said;
    readonly notFilledIn: (text: Said) => Said;
  };
  readonly request: {
    readonly reads: (object: Said, system: Said) => Said;
    readonly creates: (object: Said, system: Said) => Said;
    readonly adds: (object: Said, system: Said) => Said;
    readonly changes: (object: Said, system: Said) => Said;
    readonly deletes: (object: Said, system: Said) => Said;
    readonly readsElsewhere: (system: Said) => Said;
    readonly sends: (system: Said, method: Said) => Said;
    readonly unknownMethod: (method: Said, system: Said) => Said;
    readonly noMethod: (system: Said) => Said;
    readonly somethingAt: (path: Said) => Said;
    readonly identifiedBy: (values: Said) => Said;
    readonly selection: (parameters: Said) => Said;
    readonly fields: (fields: Said) => Said;
    readonly unreadableBody: (data: Said) => Said;
    readonly goesAlong: (data: Said) => Said;
    readonly more: (count: number) => string;
  };
  /** Short words for the same in a list: "changes a change". */
  readonly deed: {
    readonly creates: (object: Said) => Said;
    readonly adds: (object: Said) => Said;
    readonly changes: (object: Said) => Said;
    readonly deletes: (object: Said) => Said;
    readonly unknown: (object: Said) => Said;
  };
  readonly mail: {
    readonly sends: string;
    readonly to: string;
    readonly cc: string;
    readonly bcc: string;
    readonly from: string;
    readonly replyTo: string;
    readonly subject: string;
    readonly data: string;
    readonly unreadable: string;
  };
  readonly assignment: {
    readonly sets: (variable: Said, value: Said) => Said;
    readonly empties: (variable: Said) => Said;
    readonly adds: (variable: Said, value: Said) => Said;
    readonly type: (type: Said) => Said;
  };
  readonly loop: (list: Said, item: Said, most: number | undefined) => Said;
  readonly container: string;
  readonly unknownStep: (type: Said, keys: Said | undefined) => Said;
  readonly textPart: {
    readonly onlyIf: (text: string, condition: Said) => Said;
    readonly repeated: (text: string, list: Said) => Said;
    readonly keys: Readonly<Record<"url" | "body" | "valueTemplate", string>>;
  };
  readonly account: {
    readonly logsIn: (variables: Said, steps: Said) => Said;
    readonly none: string;
    readonly columns: readonly [string, string, string];
    readonly unknown: (request: Said, steps: Said) => Said;
    readonly noRights: string;
  };
  readonly variables: {
    readonly columns: readonly [string, string, string];
    readonly none: string;
    readonly empty: string;
    readonly secretEmpty: string;
    readonly hidden: string;
    readonly notText: string;
    readonly secretText: (text: Said) => Said;
    readonly setBy: (steps: Said) => Said;
    readonly unused: string;
  };
  readonly risk: {
    readonly none: string;
    readonly unencrypted: (steps: Said, system: Said) => Said;
    readonly credentials: (variables: Said, system: Said, steps: Said, opensTopdesk: boolean) => Said;
    readonly personal: (data: Said, system: Said, steps: Said) => Said;
    readonly freeText: (data: Said, system: Said, steps: Said) => Said;
    readonly mailed: (data: Said, steps: Said) => Said;
    readonly addressFromData: (data: Said, steps: Said) => Said;
    readonly noAddress: (text: Said, steps: Said) => Said;
    readonly deletes: (steps: Said) => Said;
    readonly unknownStep: (steps: Said) => Said;
    readonly unknownMethod: (steps: Said) => Said;
    readonly manyRequests: (most: number, limit: number) => Said;
    readonly endless: (lists: Said) => Said;
    readonly unconfirmed: (keys: Said) => Said;
  };
  readonly finding: {
    readonly error: string;
    readonly warning: string;
    readonly info: string;
    readonly steps: (steps: Said) => Said;
    readonly closing: (file: Said) => Said;
  };
}
