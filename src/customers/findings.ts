import { CODES, type Code } from "../check/codes.js";
import { pointerTo, type Diagnostic } from "../check/diagnostic.js";
import { located } from "../check/locate.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../model/json.js";
import { nearest } from "../model/nearest.js";
import type { PatchPlace } from "./customer.js";
import type { CustomerFile } from "./customer-file.js";
import { takesItemsOfParent } from "./inherit.js";

type Path = readonly (string | number)[];

/** Where a value was written: a file, and the path in it. */
interface Origin {
  readonly file: CustomerFile;
  readonly path: Path;
}

/** Collects what is wrong with a customer, each at the file and place where the value was written. */
export class Findings {
  private readonly found: Diagnostic[] = [];

  /** @param files the customer's own file, its parent, the parent of that, and so on */
  constructor(private readonly files: readonly [CustomerFile, ...CustomerFile[]]) {}

  get count(): number {
    return this.found.length;
  }

  /** Whether the customer's own file has something at a path, and not only inherits it. */
  isOwn(path: Path): boolean {
    return reach(this.files[0].value, path) === path.length;
  }

  /** Whether any of the files has something at a path. */
  has(path: Path): boolean {
    return this.files.some((file) => reach(file.value, path) === path.length);
  }

  /** Where a path was written, as findings name it. */
  placeOf(path: Path): PatchPlace {
    const origin = this.originOf(path);
    const place = { file: origin.file.name, pointer: pointerTo(origin.path) };
    const { text } = origin.file;
    const [found] =
      text === "" ? [] : located([{ code: "TA509", severity: "error", message: "", ...place }], text);
    const { line, column } = found ?? {};
    return line === undefined || column === undefined ? place : { ...place, line, column };
  }

  /** Whether something with this code was found already where a path was written. */
  isReported(code: Code, path: Path): boolean {
    const origin = this.originOf(path);
    const pointer = pointerTo(origin.path);
    return this.found.some(
      (finding) => finding.code === code && finding.file === origin.file.name && finding.pointer === pointer,
    );
  }

  report(code: Code, path: Path, message: string, hint: string): void {
    this.reportAt(code, this.originOf(path), message, hint);
  }

  /** Reports at a path of one of the files. */
  reportAt(code: Code, { file, path }: Origin, message: string, hint: string): void {
    const { severity } = CODES[code];
    this.found.push({ code, severity, message, hint, file: file.name, pointer: pointerTo(path) });
  }

  add(diagnostics: readonly Diagnostic[]): void {
    this.found.push(...diagnostics);
  }

  /** All findings, with line and column. */
  diagnostics(): readonly Diagnostic[] {
    return this.files.reduce<readonly Diagnostic[]>(
      (diagnostics, file) => placed(diagnostics, file),
      this.found,
    );
  }

  /** The nearest file that has the most of a path. */
  originOf(path: Path): Origin {
    let best: { readonly file: CustomerFile; readonly depth: number } = { file: this.files[0], depth: -1 };
    for (const file of this.files) {
      const depth = reach(file.value, path);
      if (depth > best.depth) best = { file, depth };
    }
    const list = valueAt(best.file.value, path.slice(0, best.depth));
    const isShared = isJsonArray(list) && takesItemsOfParent(list);
    return { file: best.file, path: isShared ? path.slice(0, best.depth) : path };
  }
}

/** How much of a path a value has. The items of a list that takes some of its parent are not where they seem. */
function reach(value: JsonValue, path: Path): number {
  let depth = 0;
  let node: JsonValue | undefined = value;
  for (const key of path) {
    if (isJsonArray(node) && takesItemsOfParent(node)) break;
    node = member(node, key);
    if (node === undefined) break;
    depth += 1;
  }
  return depth;
}

function valueAt(value: JsonValue, path: Path): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(member, value);
}

function member(node: JsonValue | undefined, key: string | number): JsonValue | undefined {
  if (isJsonArray(node)) return node[Number(key)];
  return isJsonObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}

function placed(diagnostics: readonly Diagnostic[], file: CustomerFile): readonly Diagnostic[] {
  const isHere = (diagnostic: Diagnostic) => diagnostic.file === file.name && diagnostic.line === undefined;
  if (file.text === "" || !diagnostics.some(isHere)) return diagnostics;
  const here = located(diagnostics.filter(isHere), file.text).values();
  return diagnostics.map((diagnostic) =>
    isHere(diagnostic) ? (here.next().value ?? diagnostic) : diagnostic,
  );
}

/** The hint for a word that is none of the candidates. */
export function meant(word: string, candidates: readonly string[], otherwise?: string): string {
  const near = nearest(word, candidates);
  if (near !== undefined) return `Did you mean "${near}"?`;
  return otherwise ?? `Choose one of: ${candidates.join(", ")}.`;
}
