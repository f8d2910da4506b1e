import type { RootKey } from "../model/action.js";
import type { JsonObject, JsonValue } from "../model/json.js";
import type { Path } from "./document.js";
import type { LineEdit } from "./text/line-difference.js";

/** Where a step stands in one of the two files. */
export interface StepPlace {
  readonly name: string;
  /** Names of the containers around it, outermost first. */
  readonly containers: readonly string[];
  /** The step right before it in the same container; undefined for the first. */
  readonly after: string | undefined;
  readonly path: Path;
}

/** A step that is in both files. */
export interface StepPair {
  readonly before: StepPlace;
  readonly after: StepPlace;
}

/** The part of a file that a key belongs to. */
export type Owner =
  | { readonly in: "file" }
  | { readonly in: "action" }
  | { readonly in: "configuration" }
  | { readonly in: "variable"; readonly name: string }
  | { readonly in: "step"; readonly step: StepPair }
  | { readonly in: "header"; readonly step: StepPair; readonly name: string };

/** What happened to the value of a key. */
export type ValueEdit =
  | { readonly kind: "added"; readonly value: JsonValue }
  | { readonly kind: "removed"; readonly value: JsonValue }
  | { readonly kind: "changed"; readonly before: JsonValue; readonly after: JsonValue }
  /** Two texts, of which at least one has several lines. */
  | {
      readonly kind: "lines";
      readonly before: string;
      readonly after: string;
      readonly lines: readonly LineEdit[];
    };

/** One difference of meaning between two files. */
export type Change =
  /** An action became a classic action sequence, or the other way round. */
  | { readonly kind: "root"; readonly before: RootKey; readonly after: RootKey }
  /** A key of the file, the action, a variable, a step or a header. `key` leads to it from its owner. */
  | {
      readonly kind: "value";
      readonly owner: Owner;
      readonly key: Path;
      readonly edit: ValueEdit;
      /** Where it stands in the second file, or in the first when it is no longer there. */
      readonly path: Path;
    }
  | {
      readonly kind: "variable-added";
      readonly name: string;
      readonly fields: JsonObject;
      readonly path: Path;
    }
  | {
      readonly kind: "variable-removed";
      readonly name: string;
      readonly fields: JsonObject;
      readonly path: Path;
    }
  | {
      readonly kind: "header-added" | "header-removed";
      readonly step: StepPair;
      readonly name: string;
      readonly fields: JsonObject;
      readonly path: Path;
    }
  /** `content` holds the sub-steps that came or went with it, and no others. */
  | { readonly kind: "step-added"; readonly step: StepPlace; readonly content: JsonObject }
  | { readonly kind: "step-removed"; readonly step: StepPlace; readonly content: JsonObject }
  | { readonly kind: "step-renamed"; readonly step: StepPair }
  | { readonly kind: "step-moved"; readonly step: StepPair };

/** A difference that means nothing: how the same is written. */
export type LayoutNote =
  | "shape"
  | "usual values"
  | "varying values"
  | "byte order mark"
  | "line ends"
  | "white space"
  | "escapes"
  | "key order"
  | "order of variables"
  | "order of headers"
  | "variables as map or list"
  | "type written out"
  | "export date";

/** How two files differ. */
export interface Difference {
  /** `identical`: the same bytes. `same-meaning`: other bytes that say the same. */
  readonly result: "identical" | "same-meaning" | "different";
  /** Empty unless the result is `different`. In the order of the second file; what went is where it was. */
  readonly changes: readonly Change[];
  /** In which ways the bytes differ when the meaning does not; empty otherwise. */
  readonly layout: readonly LayoutNote[];
}
