import { CONDITIONAL_ADVICE, SPECIAL_VARIABLE_ADVICE } from "./advice.js";
import { checkedBuiltInName } from "./built-in-call.js";
import type { LexerInput, Token } from "./token.js";
import { mustNotBe } from "./literal-checks.js";
import { nearestWord } from "./nearest-word.js";
import { decodeStringLiteral } from "./string-literal.js";
import { ParseFailure } from "./template-error.js";
import { TokenReader } from "./token-reader.js";
import type { BooleanLiteral, Dot, Expression, Interpolation, SpecialVariable } from "./tree.js";
import { BUILT_IN_SPELLINGS, SPECIAL_VARIABLES, snakeCase } from "./vocabulary.js";

const LONGEST_CONDITIONAL = 200;
/** What stands behind the `?` of `a ? b : c`; a comma would make the `:` one of a hash. */
const CONDITIONAL = /^[^,?>{}]*:/;

/** Reads what of an expression has no expression in it: literals, names, keys and the names of built-ins. */
export abstract class PrimaryParser extends TokenReader {
  abstract interpolationAt(
    input: LexerInput,
    start: number,
    limit: number,
  ): { readonly element: Interpolation; readonly end: number };

  /** A literal or a name, when one comes next. */
  protected literalOrName(token: Token): Expression | undefined {
    switch (token.kind) {
      case "number":
        this.take();
        return { kind: "number", digits: token.text, span: this.span(token.start, token.end) };
      case "string":
      case "raw string":
        return decodeStringLiteral(this.take(), this);
      case "name":
        this.take();
        return { kind: "variable", name: unescaped(token.text), span: this.span(token.start, token.end) };
      case "keyword":
        return token.text === "true" || token.text === "false" ? this.booleanLiteral() : undefined;
      case "operator":
        return token.text === "." ? this.specialVariable() : undefined;
      case "tag end":
      case "space":
      case "end of file":
        return undefined;
    }
  }

  private booleanLiteral(): BooleanLiteral {
    const { text, start, end } = this.take();
    return { kind: "boolean", value: text === "true", span: this.span(start, end) };
  }

  private specialVariable(): SpecialVariable {
    const dot = this.take();
    const token = this.takeName("the name of a special variable");
    const name = snakeCase(token.text);
    if (!SPECIAL_VARIABLES.has(name)) {
      throw new ParseFailure(
        "unknown-special-variable",
        `There is no special variable ".${token.text}".`,
        token.start,
        token.end,
        SPECIAL_VARIABLE_ADVICE.get(token.text.toLowerCase()) ?? nearestWord(name, SPECIAL_VARIABLES, "."),
      );
    }
    this.scope.checkNaming(token.text, token.start);
    if (name === "args" && this.scope.definition === undefined) {
      const message = "The special variable .args works inside a macro or a function only.";
      throw new ParseFailure("misplaced", message, dot.start, token.end);
    }
    return { kind: "special variable", name, span: this.span(dot.start, token.end) };
  }

  /** `.key` behind an expression; the dot comes next. */
  protected dot(target: Expression, start: number): Dot {
    this.take();
    const token = this.peek();
    const isWord = token.kind === "name" || token.kind === "keyword";
    const written = this.source.slice(token.start, token.end);
    // Words such as `lt` are operators, and yet keys when they stand behind a dot.
    const isKey = isWord || (token.kind === "operator" && /^(?:\*\*?|\w+)$/.test(written));
    if (!isKey) this.unexpected("the name of a key", token.kind === "number" ? "Write a[1]." : this.advice());
    this.take();
    mustNotBe(target, ["string", "sequence", "boolean"], "a hash");
    const key = unescaped(isWord ? token.text : written);
    return { kind: "dot", target, key, span: this.span(start, this.end) };
  }

  /** The name behind `?`, which comes next. */
  protected builtInName(): { readonly name: string; readonly word: Token } {
    const { end } = this.take();
    if (!BUILT_IN_SPELLINGS.has(this.peek().text)) this.refuseConditional(end);
    const word = this.takeName("the name of a built-in");
    return { name: checkedBuiltInName(word, this.scope), word };
  }

  /** Fails where `a ? b : c` was written. */
  private refuseConditional(from: number): void {
    if (!CONDITIONAL.test(this.source.slice(from, from + LONGEST_CONDITIONAL))) return;
    const { start, end } = this.peek();
    throw new ParseFailure("unexpected", 'FreeMarker has no "? :".', start, end, CONDITIONAL_ADVICE);
  }
}

/** A name without the backslashes that let it hold `-`, `.`, `:` and `#`. */
export function unescaped(name: string): string {
  return name.includes("\\") ? name.replaceAll("\\", "") : name;
}
