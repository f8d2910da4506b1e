/** What a config needs to have an action: two lines. */
export interface ConfigLines {
  readonly importLine: string;
  readonly constant: string;
}

/** The lines that add an action to a config; a config in JavaScript names the file as it is called. */
export function linesFor(id: string, constant: string, configFile: string): ConfigLines {
  const ending = configFile.endsWith(".ts") ? "js" : "ts";
  return { importLine: `import { ${constant} } from "./actions/${id}.${ending}";`, constant };
}

const IMPORT = /^import\b[^;]*?from\s*(["'])[^"'\n]+\1;?[ \t]*$/gm;
const LIST = /\bactions\s*:\s*\[([\w$,\s]*)\]/g;

/**
 * A config with one more action, where it is written in the usual way: imports at the start, and one list of names.
 *
 * @returns undefined when that is not so; then a person adds the lines
 */
export function withAction(source: string, { importLine, constant }: ConfigLines): string | undefined {
  if (source.includes("\r") || new RegExp(`\\b${constant}\\b`).test(source)) return undefined;
  const lists = [...source.matchAll(LIST)];
  const lastImport = [...source.matchAll(IMPORT)].at(-1);
  const [list] = lists;
  if (list === undefined || lists.length > 1 || lastImport === undefined) return undefined;
  const afterImports = lastImport.index + lastImport[0].length;
  if (list.index < afterImports || isInComment(source, list.index) || isInComment(source, lastImport.index)) {
    return undefined;
  }
  const names = list[1] ?? "";
  const start = list.index + list[0].length - 1 - names.length;
  return [
    source.slice(0, afterImports),
    `\n${inStyleOf(lastImport[0], importLine)}`,
    source.slice(afterImports, start),
    withName(names, constant),
    source.slice(start + names.length),
  ].join("");
}

function isInComment(source: string, index: number): boolean {
  const before = source.slice(0, index);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  return line.includes("//") || before.lastIndexOf("/*") > before.lastIndexOf("*/");
}

/** The quotes and the semicolon of the import above. */
function inStyleOf(above: string, line: string): string {
  const quoted = above.includes("'") ? line.replaceAll('"', "'") : line;
  return above.trimEnd().endsWith(";") ? quoted : quoted.slice(0, -1);
}

/** A list of names with one more: behind the last, or on a line of its own where each has one. */
function withName(names: string, constant: string): string {
  const last = names.trimEnd();
  if (last === "") return constant;
  const separator = last.endsWith(",") ? "" : ",";
  const indent = /\n([ \t]*)[\w$]+,?$/.exec(last)?.[1];
  return indent === undefined
    ? `${last}${separator} ${constant}${names.slice(last.length)}`
    : `${last}${separator}\n${indent}${constant},${names.slice(last.length)}`;
}
