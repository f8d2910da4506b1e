import { isSecretName } from "../../check/secrets.js";
import type { Change, Difference, Owner, StepPair, StepPlace, ValueEdit } from "../change.js";
import type { Path } from "../document.js";
import { canonical } from "../equal.js";
import { lineEdits } from "../text/line-difference.js";
import type { Hider } from "../secrets/hider.js";
import { segmented } from "../text/segments.js";
import { hunksOf, shownText } from "./hunks.js";
import type { Pointers, PointersOfBoth } from "./pointers.js";
import type { ShownChange, ShownDifference, ShownEdit, ShownOwner, ShownPlace, ShownStep } from "./shown.js";

/** A difference as it may be shown. */
export function shownDifference(
  { result, changes, layout }: Difference,
  hider: Hider,
  pointers: PointersOfBoth,
): ShownDifference {
  return { result, changes: changes.map((change) => shownChange(change, hider, pointers)), layout };
}

function shownChange(change: Change, hider: Hider, pointers: PointersOfBoth): ShownChange {
  switch (change.kind) {
    case "root":
      return change;
    case "value": {
      const { kind, owner, key, edit, path } = change;
      const shown = shownEdit(edit, hider, isSecretKey(owner, key));
      return {
        kind,
        owner: shownOwner(owner, hider, pointers),
        key: key.map(String),
        pointer: (edit.kind === "removed" ? pointers.before : pointers.after)(path),
        edit: shown,
      };
    }
    case "variable-added":
    case "variable-removed": {
      const { kind, name, fields, path } = change;
      const hidden = hider.hideInObject(fields, isSecretName(name));
      const pointer = (kind === "variable-removed" ? pointers.before : pointers.after)(path);
      return { kind, name: hider.hide(name), fields: hidden, pointer };
    }
    case "header-added":
    case "header-removed": {
      const { kind, step, name, fields, path } = change;
      const hidden = { name: hider.hide(name), fields: hider.hideInObject(fields) };
      const pointer = (kind === "header-removed" ? pointers.before : pointers.after)(path);
      return { kind, step: shownStep(step, hider, pointers), ...hidden, pointer };
    }
    case "step-added":
    case "step-removed": {
      const { kind, step, content } = change;
      const place = shownPlace(step, hider, kind === "step-removed" ? pointers.before : pointers.after);
      return { kind, step: place, content: hider.hideInObject(content) };
    }
    case "step-renamed":
    case "step-moved":
      return { kind: change.kind, step: shownStep(change.step, hider, pointers) };
  }
}

function isSecretKey(owner: Owner, key: Path): boolean {
  const named = owner.in === "variable" || owner.in === "header" ? owner.name : "";
  return [named, ...key].some((part) => isSecretName(String(part)));
}

function shownOwner(owner: Owner, hider: Hider, pointers: PointersOfBoth): ShownOwner {
  switch (owner.in) {
    case "file":
    case "action":
    case "configuration":
      return owner;
    case "variable":
      return { in: owner.in, name: hider.hide(owner.name) };
    case "step":
      return { in: owner.in, step: shownStep(owner.step, hider, pointers) };
    case "header":
      return { in: owner.in, step: shownStep(owner.step, hider, pointers), name: hider.hide(owner.name) };
  }
}

function shownStep({ before, after }: StepPair, hider: Hider, pointers: PointersOfBoth): ShownStep {
  return {
    before: shownPlace(before, hider, pointers.before),
    after: shownPlace(after, hider, pointers.after),
  };
}

function shownPlace(
  { name, containers, after, path }: StepPlace,
  hider: Hider,
  pointer: Pointers,
): ShownPlace {
  return {
    name: hider.hide(name),
    containers: containers.map((container) => hider.hide(container)),
    after: after === undefined ? null : hider.hide(after),
    pointer: pointer(path),
  };
}

/** What happened to a value, as it may be shown. */
export function shownEdit(edit: ValueEdit, hider: Hider, isSecret: boolean): ShownEdit {
  switch (edit.kind) {
    case "added":
    case "removed":
      return { kind: edit.kind, value: hider.hideIn(edit.value, isSecret) };
    case "changed":
      return shownChanged(edit, hider, isSecret);
    case "lines": {
      const before = hider.lines(edit.before);
      const after = hider.lines(edit.after);
      const hunks = hunksOf(edit.lines, before, after);
      return { kind: "lines", hunks, onlySecret: hider.hide(edit.before) === hider.hide(edit.after) };
    }
  }
}

function shownChanged(
  { before, after }: Extract<ValueEdit, { readonly kind: "changed" }>,
  hider: Hider,
  isSecret: boolean,
): ShownEdit {
  if (typeof before === "string" && typeof after === "string") {
    const [left = []] = hider.lines(before);
    const [right = []] = hider.lines(after);
    const marks = segmented(left, right);
    const texts = { before: shownText(left), after: shownText(right) };
    const onlySecret = texts.before === texts.after;
    return { kind: "changed", ...texts, ...(marks === undefined ? {} : { marks }), onlySecret };
  }
  const hidden = [before, after].map((value) => hider.hideIn(value, isSecret));
  const [left = null, right = null] = hidden;
  const isLarge = [left, right].every((value) => typeof value === "object" && value !== null);
  if (!isLarge)
    return { kind: "changed", before: left, after: right, onlySecret: canonical(left) === canonical(right) };
  // Lists and objects are read line by line as JSON, in which no secret is left.
  const lines = hidden.map((value) => JSON.stringify(value, null, 2).split("\n"));
  const [old = [], fresh = []] = lines;
  const pieces = lines.map((texts) => texts.map((text) => [{ text, shown: text }]));
  const hunks = hunksOf(lineEdits(old, fresh), pieces[0] ?? [], pieces[1] ?? []);
  return { kind: "lines", hunks, onlySecret: hunks.length === 0 };
}
