import { keyCode } from "./literals.js";
import type { UsePackage } from "./package-names.js";

/** What something is read as; `anything` where a text only asks whether it is there. */
export type LeafKind = "text" | "number" | "boolean" | "list" | "anything";

/** What is known of a part of an answer, from how the texts of an action read it. */
export interface SeenShape {
  kind: Exclude<LeafKind, "anything"> | "record" | undefined;
  /** Whether anything reads it itself. */
  isRead: boolean;
  readonly fields: Map<string, SeenShape>;
  item: SeenShape | undefined;
}

export function unseenShape(): SeenShape {
  return { kind: undefined, isRead: false, fields: new Map(), item: undefined };
}

/** A key, or the index of an item. */
export type PathKey = string | number;

/** What is known of the end of a path; undefined when nothing is. */
export function shapeAt(shape: SeenShape, path: readonly PathKey[]): SeenShape | undefined {
  let here: SeenShape | undefined = shape;
  for (const key of path) here = typeof key === "number" ? here?.item : here?.fields.get(key);
  return here;
}

/** Notes that a path, which {@link canRead}, is read as something of a kind. Gives what is known of its end. */
export function noteRead(shape: SeenShape, path: readonly PathKey[], kind: LeafKind): SeenShape {
  let here = shape;
  for (const key of path) here = typeof key === "number" ? itemOf(here) : fieldOf(here, key);
  here.isRead = true;
  if (kind !== "anything") here.kind ??= kind;
  return here;
}

/** Whether a path can be read as something of a kind: not when it was read as something else before. */
export function canRead(shape: SeenShape, path: readonly PathKey[], kind: LeafKind): boolean {
  let here: SeenShape | undefined = shape;
  for (const key of path) {
    if (typeof key === "string" && key in {}) return false;
    const wanted: SeenShape["kind"] = typeof key === "number" ? "list" : "record";
    if (here?.kind !== undefined && here.kind !== wanted) return false;
    here = typeof key === "number" ? here?.item : here?.fields.get(key);
  }
  return here?.kind === undefined || kind === "anything" || here.kind === kind;
}

function itemOf(shape: SeenShape): SeenShape {
  shape.kind = "list";
  return (shape.item ??= unseenShape());
}

function fieldOf(shape: SeenShape, key: string): SeenShape {
  shape.kind = "record";
  const known = shape.fields.get(key);
  if (known !== undefined) return known;
  const field = unseenShape();
  shape.fields.set(key, field);
  return field;
}

/** The code of a shape. `use` is told what it needs from the package. */
export function shapeCode(shape: SeenShape, use: UsePackage): string {
  switch (shape.kind) {
    case "text":
      return use("textShape");
    case "number":
      return use("numberShape");
    case "boolean":
      return use("booleanShape");
    case "list":
      return `${use("listShape")}(${shapeCode(shape.item ?? unseenShape(), use)})`;
    case undefined:
      return shape.isRead ? use("textShape") : `${use("recordShape")}({})`;
    case "record":
      return `${use("recordShape")}({ ${fieldsCode(shape, use)} })`;
  }
}

function fieldsCode(shape: SeenShape, use: UsePackage): string {
  return [...shape.fields].map(([key, field]) => `${keyCode(key)}: ${shapeCode(field, use)}`).join(", ");
}
