import type { Branding, Language, VariableSetting } from "../customers/customer.js";
import type { ActionFile, TargetId, Trigger } from "../model/action.js";
import type { JsonObject } from "../model/json.js";
import type { TextLibrary } from "../text/handlebars-texts.js";

/** The built file that a guide is about, and whom the guide is for. */
export interface GuideRequest {
  readonly file: ActionFile;
  readonly target: TargetId;
  /** The file's path below the out folder, with slashes. */
  readonly path: string;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly customer: {
    readonly id: string;
    readonly name: string;
    readonly language: Language | undefined;
    readonly branding: Branding;
  };
  readonly actionId: string;
  /** The day on which the action last changed, `YYYY-MM-DD`. */
  readonly revision: string;
  /** Milliseconds since the epoch; the runs of a schedule are counted from here. */
  readonly exportDate: number;
  /** The action's parameters with the values in force: see `parametersInForce`. */
  readonly parameters: JsonObject;
  /** The names of the keys in the file that no public evidence confirms. */
  readonly inferredKeys: readonly string[];
  /** Whether the file is in the shape that was learned from an export of the customer's TOPdesk. Default: no. */
  readonly isLearned?: boolean;
  readonly texts: TextLibrary;
  /** Texts that stand in place of those of the library, by the same paths. */
  readonly overrides?: ReadonlyMap<string, string>;
  /** What messages call one of these texts. Default: its path. */
  readonly fileOf?: (path: string) => string;
  /** What starts the action, for a target whose file leaves it to the screen. Default: what the file says. */
  readonly trigger?: Trigger | undefined;
  /** What the customer says of the action's variables. */
  readonly variables?: Readonly<Record<string, VariableSetting>>;
}

/** A guide twice, with the same content. */
export interface Guide {
  readonly markdown: string;
  /** A whole page that needs nothing from elsewhere but the customer's logo. */
  readonly html: string;
}
