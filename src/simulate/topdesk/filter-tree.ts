import { badRequest } from "./reply.js";
import { shown } from "./parameters.js";

/** A filter expression of the parameter $filter. */
export type Filter =
  | { readonly kind: "and" | "or"; readonly parts: readonly Filter[] }
  | {
      readonly kind: "compare";
      readonly field: string;
      readonly operator: Operator;
      readonly literals: readonly string[];
    }
  | {
      readonly kind: "isLinkedTo";
      readonly entity: string;
      readonly capability: string | undefined;
      readonly direction: string;
    };

const COMPARISONS = ["eq", "ne", "gt", "ge", "lt", "le", "contains"] as const;

export type Operator = (typeof COMPARISONS)[number] | "in" | "isEmpty" | "isNotEmpty";

/** How deep parentheses may be nested. The API description names no limit; people never come near it. */
const DEEPEST = 50;

type Token =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "sign"; readonly text: string };

/**
 * Parses the value of $filter.
 *
 * Source: Asset Management API 1.91.1, `$filter`: comparisons and isLinkedTo(...), joined by `and` and `or`, grouped by
 * parentheses. `and` binds more tightly than `or`, as in OData.
 *
 * @throws Refusal (400) when it is not such an expression
 */
export function parseFilter(text: string): Filter {
  const reader = new FilterReader(tokensOf(text));
  const filter = reader.either(0);
  reader.end();
  return filter;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const [part] of text.matchAll(/'(?:[^']|'')*'|[()[\],]|[^\s()[\],']+|'/g)) {
    if (part === "'") throw wrong("a text that starts with ' does not end with '");
    if (part.startsWith("'")) tokens.push({ kind: "text", text: part.slice(1, -1).replaceAll("''", "'") });
    else tokens.push({ kind: /^[()[\],]$/.test(part) ? "sign" : "word", text: part });
  }
  return tokens;
}

function wrong(what: string): Error {
  return badRequest("filter_invalid", "$filter", `The filter cannot be read: ${what}.`);
}

class FilterReader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  either(depth: number): Filter {
    return this.joined("or", () => this.joined("and", () => this.single(depth)));
  }

  end(): void {
    const token = this.tokens[this.at];
    if (token !== undefined) throw wrong(`${shown(token.text)} is left over at the end`);
  }

  private joined(kind: "and" | "or", part: () => Filter): Filter {
    const first = part();
    const parts = [first];
    while (this.takes("word", kind)) parts.push(part());
    return parts.length === 1 ? first : { kind, parts };
  }

  private single(depth: number): Filter {
    if (depth > DEEPEST) throw wrong(`parentheses are nested more than ${DEEPEST} deep`);
    if (this.takes("sign", "(")) {
      const inner = this.either(depth + 1);
      this.expect(")");
      return inner;
    }
    const field = this.next("word", "the id of a field");
    return field === "isLinkedTo" && this.takes("sign", "(") ? this.linked() : this.comparison(field);
  }

  private comparison(field: string): Filter {
    const operator = this.next("word", `an operator after ${field}`);
    if (operator === "isEmpty" || operator === "isNotEmpty")
      return { kind: "compare", field, operator, literals: [] };
    if (operator === "in") return { kind: "compare", field, operator, literals: this.list() };
    const known = COMPARISONS.find((candidate) => candidate === operator);
    if (known === undefined) throw wrong(`${shown(operator)} is no operator`);
    return { kind: "compare", field, operator: known, literals: [this.literal()] };
  }

  private list(): readonly string[] {
    this.expect("[");
    const literals = [this.literal()];
    while (this.takes("sign", ",")) literals.push(this.literal());
    this.expect("]");
    return literals;
  }

  private linked(): Filter {
    const entity = this.next("text", "the id of an asset as first argument of isLinkedTo");
    this.expect(",");
    const capability = this.takes("word", "null") ? undefined : this.next("text", "a link type's id or null");
    this.expect(",");
    const direction = this.next("text", "a direction as third argument of isLinkedTo");
    this.expect(")");
    return { kind: "isLinkedTo", entity, capability, direction };
  }

  /** A text in quotes, a number, true or false. */
  private literal(): string {
    const token = this.tokens[this.at];
    if (token?.kind === "text") return this.next("text", "a value");
    const word = this.next("word", "a value");
    if (/^(?:-?\d+(?:\.\d+)?|true|false)$/.test(word)) return word;
    throw wrong(`${shown(word)} is no number; put a text between ' and '`);
  }

  private takes(kind: Token["kind"], text: string): boolean {
    const token = this.tokens[this.at];
    const taken = token?.kind === kind && token.text === text;
    if (taken) this.at += 1;
    return taken;
  }

  private next(kind: Token["kind"], what: string): string {
    const token = this.tokens[this.at];
    if (token?.kind !== kind)
      throw wrong(`${what} is missing${token ? ` before ${shown(token.text)}` : " at the end"}`);
    this.at += 1;
    return token.text;
  }

  private expect(sign: string): void {
    if (!this.takes("sign", sign)) throw wrong(`${sign} is missing`);
  }
}
