import type { Path } from "../diff/document.js";
import { valueEdit } from "../diff/compare/values.js";
import type { Hider } from "../diff/secrets/hider.js";
import { isSecretName } from "../check/secrets.js";
import { shownEdit } from "../diff/show/show.js";
import type { ShownEdit } from "../diff/show/shown.js";
import type { JsonValue } from "../model/json.js";
import type { Conflict, ConflictOwner } from "./conflict.js";

/** A conflict as it may be shown: every secret is hidden. */
export interface ShownConflict {
  readonly kind: Conflict["kind"];
  readonly owner: ConflictOwner;
  readonly key: readonly string[];
  /** Left out where the value is not there. */
  readonly base?: JsonValue;
  readonly ours?: JsonValue;
  readonly theirs?: JsonValue;
  /** What each side made of the base; for values that are there in all three. */
  readonly edits?: { readonly ours: ShownEdit; readonly theirs: ShownEdit };
}

/** A conflict as it may be shown. */
export function shownConflict(conflict: Conflict, hider: Hider): ShownConflict {
  const { kind, owner, key, base, ours, theirs } = conflict;
  const isSecret = isSecretKey(owner, key);
  const hidden = (value: JsonValue) => hider.hideIn(value, isSecret);
  return {
    kind,
    owner: shownOwner(owner, hider),
    key: key.map((part) => hider.hide(String(part))),
    ...(base === undefined ? {} : { base: hidden(base) }),
    ...(ours === undefined ? {} : { ours: hidden(ours) }),
    ...(theirs === undefined ? {} : { theirs: hidden(theirs) }),
    ...editsOf(conflict, hider, isSecret),
  };
}

function isSecretKey(owner: ConflictOwner, key: Path): boolean {
  const named = owner.in === "variable" || owner.in === "header" ? owner.name : "";
  return [named, ...key].some((part) => isSecretName(String(part)));
}

function shownOwner(owner: ConflictOwner, hider: Hider): ConflictOwner {
  switch (owner.in) {
    case "file":
    case "action":
    case "configuration":
      return owner;
    case "variable":
    case "step":
      return { in: owner.in, name: hider.hide(owner.name) };
    case "header":
      return { in: owner.in, step: hider.hide(owner.step), name: hider.hide(owner.name) };
  }
}

function editsOf(
  { kind, base, ours, theirs }: Conflict,
  hider: Hider,
  isSecret: boolean,
): Pick<ShownConflict, "edits"> {
  if (kind !== "value" || base === undefined) return {};
  const [our, their] = [valueEdit(base, ours), valueEdit(base, theirs)];
  if (our === undefined || their === undefined) return {};
  return { edits: { ours: shownEdit(our, hider, isSecret), theirs: shownEdit(their, hider, isSecret) } };
}
