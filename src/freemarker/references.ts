/** A name with the keys that follow it, as it stands in the code of a template: `_responses.get_stocks.body`. */
export interface PathReference {
  /** The name and the keys that are known before run time. */
  readonly keys: readonly string[];
  /** Where the name starts, in UTF-16 units from the start of the template. */
  readonly offset: number;
}

/**
 * All paths in the code of a template, in order: inside interpolations and tags, and inside the interpolations of
 * string literals there. Static text, comments and `noparse` blocks hold none.
 *
 * A template that is not valid FreeMarker still gives the paths that can be made out.
 */
export function pathReferences(template: string): readonly PathReference[] {
  const scanner = new Scanner(template);
  scanner.text();
  return scanner.found;
}

const NAME = /(?:[\p{L}_$@]|\\[-.:#])(?:[\p{L}\p{N}_$@]|\\[-.:#])*/uy;
const OPENING = /[$#]\{|<\/?[#@]/g;
const COMMENT = /<#--[^]*?(?:-->|$)/y;
const NOPARSE = /<#(no[pP]arse|comment)\s*>[^]*?(?:<\/#\1\s*>|$)/y;
const TAG_START = /<\/?[#@][A-Za-z_]*/y;
const SPACE = /\s*/y;

/** Strings in strings beyond this depth are not looked into, so that no template exhausts the call stack. */
const DEEPEST = 100;

class Scanner {
  readonly found: PathReference[] = [];
  private at = 0;
  private depth = 0;

  constructor(private readonly source: string) {}

  /** Static text up to the end. */
  text(): void {
    for (;;) {
      OPENING.lastIndex = this.at;
      const opening = OPENING.exec(this.source);
      if (opening === null) return;
      this.at = opening.index;
      if (this.skip(COMMENT) || this.skip(NOPARSE)) continue;
      if (opening[0].endsWith("{")) {
        this.at += 2;
        this.code("}");
      } else {
        this.skip(TAG_START);
        this.code(">");
      }
    }
  }

  /** An expression up to its end mark outside of brackets. */
  private code(end: "}" | ">"): void {
    let depth = 0;
    while (this.at < this.source.length) {
      const character = this.source[this.at] ?? "";
      if (depth === 0 && character === end && !(end === ">" && this.source[this.at - 1] === "-")) break;
      if (character === '"' || character === "'") this.stringLiteral(character);
      else if (this.skip(COMMENT)) continue;
      else if (!this.path()) {
        if ("([{".includes(character)) depth += 1;
        if (")]}".includes(character) && depth > 0) depth -= 1;
        this.at += 1;
      }
    }
    this.at += 1;
  }

  private stringLiteral(quote: string): void {
    const raw = this.source[this.at - 1] === "r" || this.depth === DEEPEST;
    this.depth += 1;
    this.at += 1;
    while (this.at < this.source.length && this.source[this.at] !== quote) {
      if (!raw && this.source[this.at] === "\\") this.at += 2;
      else if (!raw && (this.source.startsWith("${", this.at) || this.source.startsWith("#{", this.at))) {
        this.at += 2;
        this.code("}");
      } else this.at += 1;
    }
    this.at += 1;
    this.depth -= 1;
  }

  /** A name and the keys after it. False when there is none here. */
  private path(): boolean {
    const offset = this.at;
    const name = this.name();
    if (name === undefined) return false;
    if (name === "r" && /["']/.test(this.source[this.at] ?? "")) return true;
    if (this.isKeyOrBuiltIn(offset)) return true;
    const keys = [name];
    for (let key = this.key(); key !== undefined; key = this.key()) keys.push(key);
    this.found.push({ keys, offset });
    return true;
  }

  /** Whether the name at this place follows a dot or a question mark, so that it is no variable. */
  private isKeyOrBuiltIn(offset: number): boolean {
    let before = offset - 1;
    while (before >= 0 && /\s/.test(this.source[before] ?? "")) before -= 1;
    const mark = this.source[before];
    return (mark === "?" || mark === ".") && this.source[before - 1] !== mark;
  }

  private key(): string | undefined {
    const start = this.at;
    this.take(SPACE);
    const character = this.source[this.at];
    if (character === ".") {
      this.at += 1;
      this.take(SPACE);
      const name = this.name();
      if (name !== undefined) return name;
    } else if (character === "[") {
      const literal = /\[\s*(?:"([^"\\${}]*)"|'([^'\\${}]*)')\s*\]/y;
      literal.lastIndex = this.at;
      const match = literal.exec(this.source);
      if (match !== null) {
        this.at = literal.lastIndex;
        return match[1] ?? match[2];
      }
    }
    this.at = start;
    return undefined;
  }

  /** A name without the backslashes that FreeMarker wants before signs in it. */
  private name(): string | undefined {
    return this.take(NAME)?.replaceAll("\\", "");
  }

  private skip(pattern: RegExp): boolean {
    return this.take(pattern) !== undefined;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (match === null) return undefined;
    this.at = pattern.lastIndex;
    return match[0];
  }
}
