import { plural } from "../../check/format/stylish.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../model/json.js";
import { own } from "../../targets/restore.js";
import type { LayoutNote } from "../change.js";
import type { ShownChange, ShownDifference, ShownOwner, ShownPlace, ShownStep } from "./shown.js";

/** What the formats for people say in the same words. */

/** The verdict in one line. */
export function verdict({ result, changes, layout }: ShownDifference): string {
  switch (result) {
    case "identical":
      return "identical";
    case "same-meaning":
      return `same meaning, other bytes${layout.length === 0 ? "" : `: ${layout.map(layoutInWords).join(", ")}`}`;
    case "different":
      return `different: ${plural(changes.length, "change")}${isOtherCardType(changes) ? " (the same sequence for another card type)" : ""}`;
  }
}

/** Admins keep one sequence for several cards, and ask whether two files are such copies. */
function isOtherCardType([change, another]: readonly ShownChange[]): boolean {
  return (
    another === undefined &&
    change?.kind === "value" &&
    change.owner.in === "action" &&
    change.edit.kind === "changed" &&
    change.key.join() === "structureName"
  );
}

function layoutInWords(note: LayoutNote): string {
  switch (note) {
    case "shape":
      return "keys and words of another TOPdesk";
    case "usual values":
      return "keys that hold what TOPdesk always writes are left out in one";
    case "varying values":
      return "values that TOPdesk writes anew each time";
    case "white space":
      return "indentation or other white space";
    case "key order":
      return "order of keys";
    case "variables as map or list":
      return "variables as a map in one, as a list in the other";
    case "type written out":
      return "the type of a request is written out in one only";
    case "escapes":
      return "characters written as escapes";
    case "byte order mark":
    case "line ends":
    case "order of variables":
    case "order of headers":
    case "export date":
      return note;
  }
}

/** Changes that are shown under one title. */
export interface ChangeGroup {
  readonly title: string;
  readonly changes: readonly ShownChange[];
}

/** Changes under the part of the file that they are about, in their order. */
export function grouped(changes: readonly ShownChange[]): readonly ChangeGroup[] {
  const groups: { readonly key: string; readonly title: string; readonly changes: ShownChange[] }[] = [];
  for (const change of changes) {
    const { key, title } = groupOf(change);
    const last = groups.at(-1);
    if (last?.key === key) last.changes.push(change);
    else groups.push({ key, title, changes: [change] });
  }
  return groups;
}

function groupOf(change: ShownChange): { readonly key: string; readonly title: string } {
  switch (change.kind) {
    case "root":
      return FILE;
    case "variable-added":
    case "variable-removed":
      return VARIABLES;
    case "value":
      return ownerGroup(change.owner);
    case "header-added":
    case "header-removed":
    case "step-renamed":
    case "step-moved":
      return stepGroup(change.step);
    case "step-added":
    case "step-removed":
      return { key: change.step.pointer + change.kind, title: "" };
  }
}

const FILE = { key: "file", title: "file" };
const VARIABLES = { key: "variables", title: "variables" };

function ownerGroup(owner: ShownOwner): { readonly key: string; readonly title: string } {
  switch (owner.in) {
    case "file":
      return FILE;
    case "action":
    case "configuration":
      return { key: "action", title: "action" };
    case "variable":
      return VARIABLES;
    case "step":
    case "header":
      return stepGroup(owner.step);
  }
}

function stepGroup({ after }: ShownStep): { readonly key: string; readonly title: string } {
  return { key: after.pointer, title: `step ${named(after)}` };
}

/** A step's name; one without a name is told by its place. */
export function named({ name, pointer }: ShownPlace): string {
  return name === "" ? `at ${pointer}` : name;
}

/** Where a step stands: `after get_stocks, in each_stock`. */
export function placeInWords({ after, containers }: ShownPlace): string {
  const inside = containers.length === 0 ? "" : ` in ${containers.join(" > ")}`;
  return `${after === null ? "first" : `after ${after === "" ? "a step without a name" : after}`}${inside}`;
}

/** From where to where a step moved. */
export function moveInWords({ before, after }: ShownStep): string {
  return `${placeInWords(before)} → ${placeInWords(after)}`;
}

/** What a value is called: its keys, and the card type by the name that people know. */
export function keyInWords({ owner, key }: Extract<ShownChange, { readonly kind: "value" }>): string {
  const path = key.join(".");
  switch (owner.in) {
    case "action":
      return path === "structureName" ? "card type (structureName)" : path;
    case "variable":
      return path === "value" ? owner.name : `${owner.name}: ${path}`;
    case "header":
      return path === "value" ? `header ${owner.name}` : `header ${owner.name}: ${path}`;
    case "file":
    case "configuration":
    case "step":
      return path;
  }
}

/** A value as text: a text without quotes would not show where it ends. */
export function valueInWords(value: JsonValue): string {
  return JSON.stringify(value);
}

/** The value of a variable or header, with the keys that it should not have. */
export function fieldsInWords(fields: JsonObject): string {
  const value = own(fields, "value");
  const keys = Object.keys(fields);
  return value !== undefined && keys.length === 1 ? valueInWords(value) : valueInWords(fields);
}

/** The keys of a step that came or went, one by one, without empty ones. */
export function contentOf(content: JsonObject): readonly (readonly [key: string, value: JsonValue])[] {
  return Object.entries(content).filter(
    ([key, value]) =>
      !["name", "subSteps"].includes(key) && value !== "" && !(isJsonArray(value) && value.length === 0),
  );
}

/** The steps inside a step that came or went. */
export function innerSteps(content: JsonObject): readonly JsonObject[] {
  const inner = own(content, "subSteps");
  return isJsonArray(inner) ? inner.filter(isJsonObject) : [];
}

/** What kind of thing a file is, by its root. */
export function rootInWords(root: "action" | "actionSequence"): string {
  return root === "action" ? "action (action)" : "classic action sequence (actionSequence)";
}
