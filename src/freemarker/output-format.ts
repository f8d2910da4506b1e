import { nearestWord } from "./nearest-word.js";
import { OUTPUT_FORMATS } from "./vocabulary.js";

interface Problem {
  readonly message: string;
  readonly hint: string | undefined;
}

/**
 * What is wrong with the name of an output format, if anything. A name may combine formats that escape: `XML{HTML}`.
 *
 * @param around for `outputformat`, where `{HTML}` combines with the format around it: whether that one escapes.
 * Undefined for the header, which has none around it.
 */
export function outputFormatProblem(name: string, around?: boolean): Problem | undefined {
  if (around === undefined || !name.startsWith("{")) return nameProblem(name);
  if (!name.endsWith("}")) return noClosingBracket(name);
  const inner = name.slice(1, -1);
  const problem = nameProblem(inner) ?? escapingProblem(inner);
  if (problem !== undefined || around) return problem;
  const message = `"${name}" can only stand inside an output format that escapes.`;
  return { message, hint: undefined };
}

/** Whether an output format without problems escapes what is printed. Combined ones all do. */
export function outputFormatEscapes(name: string): boolean {
  return name.endsWith("}") || OUTPUT_FORMATS.get(name) === true;
}

function nameProblem(name: string): Problem | undefined {
  let inner = name;
  while (inner.endsWith("}")) {
    const opening = inner.indexOf("{");
    if (opening < 0) return { message: `The "}" in "${name}" has no "{".`, hint: undefined };
    const outer = inner.slice(0, opening);
    const problem = plainProblem(outer) ?? escapingProblem(outer);
    if (problem !== undefined) return problem;
    inner = inner.slice(opening + 1, -1);
    if (!inner.endsWith("}")) return plainProblem(inner) ?? escapingProblem(inner);
  }
  return plainProblem(inner);
}

function plainProblem(name: string): Problem | undefined {
  if (OUTPUT_FORMATS.has(name)) return undefined;
  return {
    message: `There is no output format "${name}".`,
    hint: nearestWord(name, OUTPUT_FORMATS.keys()),
  };
}

function escapingProblem(name: string): Problem | undefined {
  if (outputFormatEscapes(name)) return undefined;
  return {
    message: `The output format "${name}" does not escape, so it cannot be combined.`,
    hint: undefined,
  };
}

function noClosingBracket(name: string): Problem {
  return { message: `The "{" in "${name}" is not closed.`, hint: undefined };
}
