import {
  CAMEL_CASE_DIRECTIVES,
  CLOSABLE_DIRECTIVES,
  DIRECTIVES,
  DIRECTIVES_WITH_EXPRESSION,
  DIRECTIVES_WITH_OPTIONAL_EXPRESSION,
  EMPTY_DIRECTIVES,
} from "./vocabulary.js";

/** What tags of a directive look like. */
export interface DirectiveName {
  /** In snake_case. */
  readonly name: string;
  /** Whether expressions follow the name: always, never, or when there is more than white space. */
  readonly expressions: "always" | "optional" | "never";
  /** Whether a tag without expressions may end in `/>`. */
  readonly mayBeEmptyTag: boolean;
  readonly hasEndTag: boolean;
  /** Whether the spelling in lower case decides for snake_case. */
  readonly decidesSnake: boolean;
}

const WITH_CAMEL_CASE = new Set(CAMEL_CASE_DIRECTIVES.values());

/** Their end tags are looked for in their content, and have no meaning anywhere else. */
const UNPARSED = new Set(["noparse", "comment"]);

function describe(name: string): DirectiveName {
  const always = DIRECTIVES_WITH_EXPRESSION.has(name);
  const optional = !always && DIRECTIVES_WITH_OPTIONAL_EXPRESSION.has(name);
  return {
    name,
    expressions: always ? "always" : optional ? "optional" : "never",
    mayBeEmptyTag: optional || EMPTY_DIRECTIVES.has(name),
    hasEndTag: CLOSABLE_DIRECTIVES.has(name) && !UNPARSED.has(name),
    decidesSnake: WITH_CAMEL_CASE.has(name),
  };
}

/** All directives, by each of their spellings. */
export const DIRECTIVE_NAMES: ReadonlyMap<string, DirectiveName> = new Map(
  [...[...DIRECTIVES].map((name) => [name, name] as const), ...CAMEL_CASE_DIRECTIVES].map(
    ([word, name]) => [word, describe(name)] as const,
  ),
);
