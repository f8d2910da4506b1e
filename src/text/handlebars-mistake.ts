import type { TemplateMistake } from "./text-error.js";

type Words = Omit<TemplateMistake, "line">;

/**
 * What Handlebars says of a template that it cannot read or render, for the person who wrote it: its own words name the
 * tokens of its grammar.
 */
export function handlebarsMistake(error: unknown): TemplateMistake {
  const said = error instanceof Error ? error.message : String(error);
  const place = /line (\d+)|(?<= )(\d+):\d+$/.exec(said);
  const number = place?.[1] ?? place?.[2];
  const words = unmatched(said) ?? unreadable(said) ?? asSaid(said);
  return { line: number === undefined ? undefined : Number(number), ...words };
}

/** `if doesn't match unless - 1:3` */
function unmatched(said: string): Words | undefined {
  const [, opened, closed] = /^(.+) doesn't match (.+) - \d+:\d+$/.exec(said) ?? [];
  if (opened === undefined || closed === undefined) return undefined;
  return {
    message: `the block {{#${opened}}} is closed by {{/${closed}}}.`,
    hint: `Close it with {{/${opened}}}.`,
  };
}

/** `Parse error on line 2:`, the text before the place, an arrow, and `Expecting 'ID', …, got 'EOF'`. */
function unreadable(said: string): Words | undefined {
  const [head = "", before = "", , expecting = ""] = said.split("\n");
  if (!head.startsWith("Parse error")) return undefined;
  switch (/got '(\w+)'$/.exec(expecting)?.[1]) {
    case "EOF":
      return { message: "a block that is opened is not closed.", hint: "Close it, as in {{#if x}}…{{/if}}." };
    case "OPEN_ENDBLOCK":
      return {
        message: "a block is closed that is not open.",
        hint: "Open it before, or remove the closing tag.",
      };
    case "INVERSE":
    case "OPEN_INVERSE_CHAIN":
      return {
        message: "{{else}} stands outside of a block.",
        hint: "Put it between {{#if x}} and {{/if}}.",
      };
    default:
      return {
        message: `it cannot be read at: ${before.trim()}`,
        hint: "Look for braces that are not closed, or a name that is missing.",
      };
  }
}

function asSaid(said: string): Words {
  return { message: said.split("\n")[0] ?? said, hint: "Correct the template." };
}
