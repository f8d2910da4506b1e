import type { Diagnostic } from "../check/diagnostic.js";
import type { JsonValue } from "../model/json.js";
import type { RootKey } from "../model/action.js";
import type { Schedule } from "../model/schedule.js";
import type { CallBudget } from "../topdesk/call-budget.js";
import type { Rights } from "../topdesk/rights.js";
import type { ScheduledRun } from "../topdesk/schedule-runs.js";

/** Where a value comes from when an action runs. */
export type Source =
  | { readonly kind: "card"; readonly field: string }
  | { readonly kind: "answer"; readonly step: string; readonly path: string }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "webhook"; readonly path: string }
  | { readonly kind: "operator"; readonly path: string }
  | { readonly kind: "item"; readonly name: string; readonly path: string }
  | { readonly kind: "documents" }
  | { readonly kind: "environment" }
  | { readonly kind: "made up" };

/** A stretch of a value: words of the file, a value from somewhere, or something worked out from values. */
export type Piece =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "source"; readonly source: Source }
  | { readonly kind: "computed"; readonly from: readonly Source[] };

/** What a text of the file prints: its pieces one after the other. */
export type Value = readonly Piece[];

/** What a comparison compares. */
export type Operand =
  | { readonly kind: "source"; readonly source: Source }
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "size"; readonly of: Operand }
  | { readonly kind: "length"; readonly of: Operand }
  | { readonly kind: "default"; readonly of: Operand; readonly fallback: Operand }
  | { readonly kind: "code"; readonly code: string };

export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** A condition, as far as it is simple; otherwise its code. */
export type Condition =
  | { readonly kind: "all" | "any"; readonly parts: readonly Condition[] }
  | {
      readonly kind: "compare";
      readonly left: Operand;
      readonly operator: Comparison;
      readonly right: Operand;
    }
  | { readonly kind: "filled" | "exists" | "true" | "blank"; readonly isNot: boolean; readonly of: Operand }
  | {
      readonly kind: "starts with" | "ends with" | "contains";
      readonly isNot: boolean;
      readonly of: Operand;
      readonly part: Operand;
    }
  | { readonly kind: "constant"; readonly value: boolean }
  | { readonly kind: "code"; readonly code: string };

/** When a step runs. */
export type RunFacts =
  | { readonly kind: "always" | "after success" | "not said" }
  | { readonly kind: "condition" | "after success and condition"; readonly condition: Condition }
  | { readonly kind: "unknown"; readonly word: string };

/** Where a request goes. */
export type Address =
  | { readonly kind: "own" }
  | { readonly kind: "host"; readonly host: string }
  | { readonly kind: "variables"; readonly names: readonly string[] }
  | { readonly kind: "data"; readonly from: readonly Source[] }
  | { readonly kind: "not an address"; readonly text: string };

export interface System {
  readonly kind: "topdesk" | "other";
  readonly address: Address;
  /** Undefined when the file does not say. */
  readonly isEncrypted: boolean | undefined;
}

/** What a request to TOPdesk is about. */
export interface TopdeskObject {
  /** The resource in TOPdesk's API, such as `incidents`; undefined when the path is not one that is known. */
  readonly resource: string | undefined;
  /** What of it, such as `attachments`. */
  readonly part: string | undefined;
  /** What identifies one of them; none when the request is about many. */
  readonly ids: readonly Value[];
  readonly path: Value;
}

/** What a request does, judged by its method and address. */
export type Effect =
  "reads" | "creates" | "adds" | "changes" | "deletes" | "sends mail" | "sends" | "unknown";

export interface FieldFacts {
  readonly path: string;
  readonly value: Value;
}

export interface MailFacts {
  readonly from: readonly Value[];
  readonly to: readonly Value[];
  readonly cc: readonly Value[];
  readonly bcc: readonly Value[];
  readonly replyTo: readonly Value[];
  readonly subject: Value | undefined;
  /** Whether the body could be read as JSON, so that the above is known. */
  readonly isReadable: boolean;
}

export interface RequestFacts {
  readonly kind: "request";
  readonly method: string;
  readonly effect: Effect;
  /** Whether it may change something, or hand something over: everything but a GET. */
  readonly isWriting: boolean;
  readonly system: System;
  readonly object: TopdeskObject | undefined;
  readonly selection: readonly FieldFacts[];
  /** The fields that it writes; undefined when its body is not JSON that can be read. */
  readonly fields: readonly FieldFacts[] | undefined;
  readonly mail: MailFacts | undefined;
  /** Every value that goes along, other than what proves who sends it. Variables that steps set are followed. */
  readonly data: readonly Source[];
  /** The variables with which it proves who sends it. */
  readonly credentials: readonly string[];
}

/** A condition or a repetition inside a text. */
export type TextPart =
  | { readonly kind: "condition"; readonly key: string; readonly condition: Condition }
  | { readonly kind: "repetition"; readonly key: string; readonly list: Value };

export type Deed =
  | RequestFacts
  | {
      readonly kind: "assignment";
      readonly variable: string;
      readonly assignmentType: string;
      readonly value: Value;
    }
  | {
      readonly kind: "loop";
      readonly list: Value;
      readonly item: string;
      /** The most turns, when the request for the list says so. */
      readonly most: number | undefined;
    }
  | { readonly kind: "unknown"; readonly type: string; readonly keys: readonly string[] };

export interface StepFacts {
  readonly name: string;
  readonly run: RunFacts;
  readonly deed: Deed;
  readonly textParts: readonly TextPart[];
  readonly steps: readonly StepFacts[];
}

export type StartFacts =
  | {
      readonly kind: "schedule";
      readonly schedule: Schedule;
      /** Milliseconds since the epoch; the next runs are counted from here. */
      readonly countedFrom: number;
      readonly nextRuns: readonly ScheduledRun[];
    }
  | { readonly kind: "webhook"; readonly path: string }
  | { readonly kind: "card"; readonly cardType: string }
  | { readonly kind: "unknown"; readonly type: string }
  | { readonly kind: "on the screen" };

export interface VariableFacts {
  readonly name: string;
  readonly isSecret: boolean;
  /** What is in it in the file. `hidden` looks like a secret. */
  readonly content:
    { readonly kind: "empty" | "hidden" | "not text" } | { readonly kind: "text"; readonly text: string };
  readonly steps: readonly string[];
  readonly setBy: readonly string[];
}

/** Something that a change board should know, besides what `validate` finds. */
export type Risk =
  | { readonly kind: "unencrypted"; readonly steps: readonly string[]; readonly system: System }
  | {
      readonly kind: "credentials leave";
      readonly steps: readonly string[];
      readonly system: System;
      readonly variables: readonly string[];
      /** Whether the same variables also log in to TOPdesk. */
      readonly opensTopdesk: boolean;
    }
  | {
      readonly kind: "personal data leaves";
      readonly steps: readonly string[];
      readonly system: System;
      readonly personal: readonly Source[];
      readonly freeText: readonly Source[];
    }
  | {
      readonly kind: "personal data mailed";
      readonly steps: readonly string[];
      readonly personal: readonly Source[];
      readonly freeText: readonly Source[];
    }
  | {
      readonly kind: "address from data";
      readonly steps: readonly string[];
      readonly from: readonly Source[];
    }
  | { readonly kind: "no address"; readonly steps: readonly string[]; readonly text: string }
  | { readonly kind: "deletes"; readonly steps: readonly string[] }
  | { readonly kind: "unknown step"; readonly steps: readonly string[] }
  | { readonly kind: "unknown method"; readonly steps: readonly string[] }
  | { readonly kind: "many requests"; readonly most: number; readonly limit: number }
  | { readonly kind: "endless"; readonly lists: readonly string[] }
  | { readonly kind: "unconfirmed keys"; readonly keys: readonly string[] };

/** Everything that is said of an action, as plain data. Secrets are hidden in it, and long texts cut. */
export interface Explanation {
  readonly file: string;
  readonly root: RootKey;
  readonly formatVersion: string;
  readonly name: string;
  readonly description: string;
  readonly start: StartFacts;
  readonly steps: readonly StepFacts[];
  readonly requests: CallBudget;
  readonly mostRequests: number | undefined;
  readonly rights: Rights;
  readonly variables: readonly VariableFacts[];
  readonly risks: readonly Risk[];
  readonly findings: readonly Diagnostic[];
}

/** The value of a key that an explanation shows as it stands. */
export type Shown = (text: string) => string;

/** A JSON value as text, for keys of which nothing is known. */
export function jsonText(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
