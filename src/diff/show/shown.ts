import type { RootKey } from "../../model/action.js";
import type { JsonObject, JsonValue } from "../../model/json.js";
import type { Difference, LayoutNote } from "../change.js";
import type { Segment } from "../text/segments.js";

/** A difference as it may be shown: every secret is hidden. All formats are made from this and nothing else. */
export interface ShownDifference {
  readonly result: Difference["result"];
  readonly changes: readonly ShownChange[];
  readonly layout: readonly LayoutNote[];
}

export interface ShownPlace {
  readonly name: string;
  readonly containers: readonly string[];
  /** The step before it in its container; null for the first. */
  readonly after: string | null;
  /** RFC 6901. */
  readonly pointer: string;
}

export interface ShownStep {
  readonly before: ShownPlace;
  readonly after: ShownPlace;
}

export type ShownOwner =
  | { readonly in: "file" | "action" | "configuration" }
  | { readonly in: "variable"; readonly name: string }
  | { readonly in: "step"; readonly step: ShownStep }
  | { readonly in: "header"; readonly step: ShownStep; readonly name: string };

/** A line of a text, and what happened to it. Marks are there where parts of it were changed. */
export interface ShownLine {
  readonly sign: "-" | "+" | " ";
  readonly text: string;
  readonly marks?: readonly Segment[];
}

/** Lines that changed, with some around them. Line numbers are counted from 1, in the text. */
export interface Hunk {
  readonly beforeLine: number;
  readonly afterLine: number;
  readonly lines: readonly ShownLine[];
}

export type ShownEdit =
  | { readonly kind: "added"; readonly value: JsonValue }
  | { readonly kind: "removed"; readonly value: JsonValue }
  | {
      readonly kind: "changed";
      readonly before: JsonValue;
      readonly after: JsonValue;
      readonly marks?: { readonly before: readonly Segment[]; readonly after: readonly Segment[] };
      /** Whether only something secret differs, so that both look the same. */
      readonly onlySecret: boolean;
    }
  | { readonly kind: "lines"; readonly hunks: readonly Hunk[]; readonly onlySecret: boolean };

export type ShownChange =
  | { readonly kind: "root"; readonly before: RootKey; readonly after: RootKey }
  | {
      readonly kind: "value";
      readonly owner: ShownOwner;
      /** Keys from the owner down to the value. */
      readonly key: readonly string[];
      readonly pointer: string;
      readonly edit: ShownEdit;
    }
  | {
      readonly kind: "variable-added" | "variable-removed";
      readonly name: string;
      readonly fields: JsonObject;
      readonly pointer: string;
    }
  | {
      readonly kind: "header-added" | "header-removed";
      readonly step: ShownStep;
      readonly name: string;
      readonly fields: JsonObject;
      readonly pointer: string;
    }
  | { readonly kind: "step-added" | "step-removed"; readonly step: ShownPlace; readonly content: JsonObject }
  | { readonly kind: "step-renamed" | "step-moved"; readonly step: ShownStep };
