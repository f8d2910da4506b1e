import { postfix, topLevel, member, type Expression } from "../builders/value.js";
import { memberCode } from "./literals.js";
import {
  canRead,
  noteRead,
  shapeAt,
  unseenShape,
  type LeafKind,
  type PathKey,
  type SeenShape,
} from "./shapes.js";
import type { UsePackage } from "./package-names.js";

/** A constant of the generated code that texts may read from: a step's answer, the item of a loop. */
export interface Binding {
  readonly name: string;
  readonly shape: SeenShape;
  /** Whether anything reads it, so that it needs its name. */
  used: boolean;
}

/** A variable of the action that texts may read. */
export interface KnownVariable {
  /** How the code reads it: `variables.mail_to`, or the constant of the step that assigns it. */
  readonly code: string;
  readonly secret: boolean;
  readonly read: () => void;
}

/** What texts can read at one place of the action. */
export interface Scope {
  /** By the name of the step. */
  readonly answers: ReadonlyMap<string, Binding>;
  /** By the item's name in texts. */
  readonly items: ReadonlyMap<string, Binding>;
  readonly variables: ReadonlyMap<string, KnownVariable>;
}

/** Something that a text reads and for which the code has a reference. */
export interface Found {
  readonly code: string;
  readonly expression: Expression;
  /** Whether its type says that it may be missing. */
  readonly optional: boolean;
  readonly shape: SeenShape | undefined;
}

/** The names that the whole module offers, besides those of a scope. */
export interface ModuleNames {
  /** Notes that a name of the package is needed, and gives it. */
  readonly use: UsePackage;
  /** Whether this only asks what could be said: then nothing is noted as read. */
  readonly asking: boolean;
  /** The card's fields that `incident` does not have. */
  readonly card: Binding;
  /** The fields that `incident` has, with whether they may be missing; empty on other cards. */
  readonly incident: ReadonlyMap<string, boolean>;
}

/** Finds what a path of a text reads. Undefined when the code has no reference to it. */
export function findReference(
  path: readonly PathKey[],
  kind: LeafKind,
  scope: Scope,
  names: ModuleNames,
): Found | undefined {
  const [root, ...rest] = path;
  if (typeof root !== "string") return undefined;
  const item = scope.items.get(root);
  if (item !== undefined) return inBinding(item, item.name, topLevel(root), rest, kind, names);
  if (root === "_variables") return variableAt(rest, kind, scope, names);
  if (root === "_responses") return answerAt(rest, kind, scope, names);
  if (root === "_topdeskUrl" && rest.length === 0 && isTextual(kind)) {
    return { code: names.use("topdeskUrl"), expression: topLevel(root), optional: false, shape: undefined };
  }
  return root.startsWith("_") ? undefined : cardField(root, rest, kind, names);
}

/** Whether text can be read so. */
function isTextual(kind: LeafKind): boolean {
  return kind === "text" || kind === "anything";
}

function variableAt(
  [key, ...rest]: readonly PathKey[],
  kind: LeafKind,
  scope: Scope,
  { asking }: ModuleNames,
): Found | undefined {
  const variable = typeof key === "string" ? scope.variables.get(key) : undefined;
  if (typeof key !== "string" || variable === undefined || variable.secret) return undefined;
  if (rest.length > 0 || !isTextual(kind)) return undefined;
  if (!asking) variable.read();
  const expression = member(topLevel("_variables"), key);
  return { code: variable.code, expression, optional: false, shape: undefined };
}

function answerAt(
  [step, body, ...rest]: readonly PathKey[],
  kind: LeafKind,
  scope: Scope,
  names: ModuleNames,
): Found | undefined {
  const answer = typeof step === "string" ? scope.answers.get(step) : undefined;
  if (typeof step !== "string" || answer === undefined || body !== "body") return undefined;
  const expression = member(member(topLevel("_responses"), step), "body");
  return inBinding(answer, `${answer.name}.body`, expression, rest, kind, names);
}

function cardField(
  root: string,
  rest: readonly PathKey[],
  kind: LeafKind,
  names: ModuleNames,
): Found | undefined {
  const optional = names.incident.get(root);
  if (optional !== undefined && rest.length === 0 && isTextual(kind)) {
    const code = `${names.use("incident")}${memberCode(root)}`;
    return { code, expression: topLevel(root), optional, shape: undefined };
  }
  if (optional !== undefined || root in {}) return undefined;
  const shape = read(names.card, [root, ...rest], kind, names);
  if (shape === undefined) return undefined;
  return { ...shape, ...pathCode(`${names.card.name}${memberCode(root)}`, topLevel(root), rest, names) };
}

/** Notes that something is read, unless it cannot be, or this only asks. */
function read(
  binding: Binding,
  path: readonly PathKey[],
  kind: LeafKind,
  { asking }: ModuleNames,
): Pick<Found, "shape"> | undefined {
  if (!canRead(binding.shape, path, kind)) return undefined;
  if (asking) return { shape: shapeAt(binding.shape, path) };
  binding.used = true;
  return { shape: noteRead(binding.shape, path, kind) };
}

function inBinding(
  binding: Binding,
  code: string,
  expression: Expression,
  path: readonly PathKey[],
  kind: LeafKind,
  names: ModuleNames,
): Found | undefined {
  const shape = read(binding, path, kind, names);
  return shape && { ...shape, ...pathCode(code, expression, path, names) };
}

function pathCode(
  start: string,
  root: Expression,
  path: readonly PathKey[],
  names: ModuleNames,
): Pick<Found, "code" | "expression" | "optional"> {
  let code = start;
  let expression = root;
  for (const key of path) {
    if (typeof key === "number") {
      code = `${names.use("itemAt")}(${code}, ${key})`;
      expression = postfix(`${expression.source}[${key}]`);
    } else {
      code += memberCode(key);
      expression = member(expression, key);
    }
  }
  return { code, expression, optional: path.some((key) => typeof key === "number") };
}

/** A binding that nothing reads yet. */
export function newBinding(name: string, shape: SeenShape = unseenShape()): Binding {
  return { name, shape, used: false };
}
