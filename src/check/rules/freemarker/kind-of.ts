import { appliedIn } from "./built-in-of.js";
import type { Argument } from "../../../freemarker/tree.js";
import type { ParsedText } from "../../template.js";

/** What printing an expression prints, as far as the template alone tells. */
export type Kind = "number" | "boolean" | "text" | "unknown";

/** What is known of a name or a path; undefined is nothing. */
export type Knowledge = (expression: Argument) => Kind | undefined;

const NUMBERS = new Set(
  "number size length index counter abs round floor ceiling int long double index_of last_index_of seq_index_of".split(
    " ",
  ),
);
const BOOLEANS = new Set(
  "has_content exists starts_with ends_with contains seq_contains boolean has_next is_first is_last is_even_item is_odd_item is_number is_string is_boolean is_sequence is_hash is_date is_nan is_infinite".split(
    " ",
  ),
);
const TEXTS = new Set(
  "c cn string trim upper_case lower_case cap_first uncap_first json_string j_string js_string url url_path replace join html xml left_pad right_pad".split(
    " ",
  ),
);
const ARITHMETIC = new Set(["-", "*", "/", "%"]);

/** Deeper than this nobody needs to look, and a sum of 100,000 parts must not exhaust the stack. */
const DEEPEST = 40;

/** The kind of an expression, when that is certain. */
export function kindOf(expression: Argument, knows: Knowledge, depth = 0): Kind {
  if (depth > DEEPEST) return "unknown";
  const inner = (argument: Argument) => kindOf(argument, knows, depth + 1);
  switch (expression.kind) {
    case "number":
    case "boolean":
      return expression.kind;
    case "string":
      return "text";
    case "parenthesis":
      return inner(expression.inner);
    case "exists":
      return "boolean";
    case "unary":
      return expression.operator === "!" ? "boolean" : "number";
    case "binary":
      if (ARITHMETIC.has(expression.operator)) return "number";
      if (expression.operator !== "+") return "boolean";
      return sum(inner(expression.left), inner(expression.right));
    case "default":
      return expression.fallback === undefined
        ? "unknown"
        : same(inner(expression.target), inner(expression.fallback));
    case "call":
    case "built-in": {
      const applied = appliedIn(expression);
      if (applied === undefined) return knows(expression) ?? "unknown";
      const { name } = applied.builtIn;
      const [first, second] = applied.given ?? [];
      if (name === "then" && first && second) return same(inner(first), inner(second));
      if (NUMBERS.has(name)) return "number";
      if (BOOLEANS.has(name)) return "boolean";
      return TEXTS.has(name) ? "text" : "unknown";
    }
    default:
      return knows(expression) ?? "unknown";
  }
}

function same(left: Kind, right: Kind): Kind {
  return left === right ? left : "unknown";
}

function sum(left: Kind, right: Kind): Kind {
  if (left === "text" || right === "text") return "text";
  return left === "number" && right === "number" ? "number" : "unknown";
}

const remembered = new WeakMap<ParsedText, Knowledge>();

/** What the assignments of a template tell about the names in it. */
export function kindsOfNames(parsed: ParsedText): Knowledge {
  const before = remembered.get(parsed);
  if (before !== undefined) return before;
  const knows = kindsIn(parsed);
  remembered.set(parsed, knows);
  return knows;
}

function kindsIn({ nodes }: ParsedText): Knowledge {
  const kinds = new Map<string, Kind>();
  const knows: Knowledge = (node) => (node.kind === "variable" ? kinds.get(node.name) : undefined);
  const add = (name: string, kind: Kind) => kinds.set(name, same(kinds.get(name) ?? kind, kind));
  for (const { node } of nodes) {
    if (node.kind === "capture") add(node.name, "text");
    if (node.kind === "list" && node.variables) add(node.variables.item, "unknown");
    if (node.kind === "items") add(node.variables.item, "unknown");
    if (node.kind === "lambda") add(node.parameter, "unknown");
    if (node.kind !== "assign") continue;
    for (const { name, operator, value } of node.assignments) {
      if (operator === "=" && value !== undefined) add(name, kindOf(value, knows));
      else if (operator !== "+=") add(name, "number");
    }
  }
  return knows;
}
