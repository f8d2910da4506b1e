import { markOf, type BodyReader, type BodyResult } from "./body.js";
import { readElement } from "./directives.js";
import { ExpressionParser } from "./expression-parser.js";
import { readInterpolation } from "./interpolation.js";
import type { LexerInput } from "./lexer.js";
import { OpenBodies, type OpenBody } from "./open-bodies.js";
import { LineMap, type Span } from "./positions.js";
import { afterBrokenInterpolation, afterBrokenTag } from "./recovery.js";
import { Scope } from "./scope.js";
import { isDividing, readTag, tagSyntaxOf, type Tag, type TagSyntax } from "./tag.js";
import { ParseFailure, type TemplateError } from "./template-error.js";
import type { Element, Expression } from "./tree.js";
import type { ParsedTemplate } from "./parse.js";

export interface ParseOptions {
  /**
   * Default `angle`: tags are `<#...>`, unless the template starts with `[#ftl`. `detect` lets the first tag decide.
   */
  readonly tagSyntax?: TagSyntax | "detect";
  /** Whether the place of the template escapes what it prints, so that `?no_esc` has a meaning. Default: no. */
  readonly escapes?: boolean;
}

/** How deep directives may be nested; real ones stay below 20, FreeMarker itself gives up somewhere above 5,000. */
const DEEPEST_NESTING = 10_000;

/** Where a tag, an interpolation or a comment may start. Each match but `</#` and `</@` has two characters. */
const OPENING = { angle: /\$\{|#\{|<\/?[#@]/g, square: /\$\{|#\{|\[\/?[#@]/g } as const;

/** Reads the elements of a template one after the other, with a stack of what is open. */
export class TemplateParser {
  readonly lines: LineMap;
  readonly scope: Scope;
  readonly errors: TemplateError[] = [];
  readonly tagSyntax: TagSyntax;
  at = 0;
  private readonly input: LexerInput;
  private readonly opening: RegExp;
  private readonly close: ">" | "]";
  private readonly body: Element[] = [];
  private readonly open = new OpenBodies();
  private unclosedReported = false;

  constructor(
    readonly source: string,
    options: ParseOptions,
  ) {
    this.input = { text: source, places: undefined };
    this.lines = new LineMap(source);
    this.scope = new Scope(options.escapes ?? false, true);
    this.tagSyntax = tagSyntaxOf(source, options.tagSyntax ?? "angle");
    this.opening = OPENING[this.tagSyntax];
    this.close = this.tagSyntax === "square" ? "]" : ">";
  }

  parse(): ParsedTemplate {
    const { source, tagSyntax, errors, body, open } = this;
    for (;;) {
      const { innermost } = open;
      const elements = innermost?.elements ?? body;
      const found = this.next(elements);
      if (found !== undefined && !isTag(found)) {
        if ("kind" in found) elements.push(found);
        else this.resume(found);
      } else if (innermost !== undefined) this.endOrSkip(innermost, found);
      else if (found !== undefined) body.push(this.skipStrayTag(found, "nothing is open here"));
      else break;
    }
    return { template: { source, tagSyntax, body }, errors };
  }

  /** Reads what follows the name of a tag; after a mistake goes on behind the tag, and gives nothing. */
  head<T>(tag: Tag, read: (head: ExpressionParser, parser: TemplateParser, tag: Tag) => T): T | undefined {
    const enclosure = this.tagSyntax === "square" ? "square tag" : "angle tag";
    try {
      const isCall = tag.kind === "call";
      const parser = new ExpressionParser(this, this.input, tag.end, this.source.length, enclosure, isCall);
      const result = read(parser, this, tag);
      this.at = parser.end;
      return result;
    } catch (error) {
      this.recover(error, tag.start);
      return undefined;
    }
  }

  /** Takes the tag's end. `empty` says whether `/>` is allowed. */
  tagEnd(head: ExpressionParser, empty: boolean): boolean {
    const token = head.peek();
    const isEmpty = token.text.startsWith("/");
    if (token.kind !== "tag end" || (isEmpty && !empty)) head.unexpected(`"${this.close}"`);
    head.take();
    return isEmpty;
  }

  /** Adds an error, or puts it before those that were met later. */
  report({ code, message, hint, start, end }: ParseFailure, index = this.errors.length): void {
    // FreeMarker places what is missing at the end on the last character.
    const from = Math.max(0, Math.min(start, this.source.length - 1));
    const span = this.lines.span(from, Math.max(from, Math.min(end, this.source.length)));
    this.errors.splice(index, 0, { code, message, hint, span, position: span.start });
  }

  /** Reports that a directive cannot stand where it does. */
  misplaced(tag: Tag, message: string, hint?: string, index?: number): void {
    this.report(new ParseFailure("misplaced", message, tag.start, tag.end, hint), index);
  }

  span(start: number): Span {
    return this.lines.span(start, this.at);
  }

  /** Stands for an expression that could not be read. */
  missing(tag: Tag): Expression {
    return { kind: "variable", name: "", span: this.lines.span(tag.start, tag.end) };
  }

  broken(start: number): Element {
    return { kind: "broken", text: this.source.slice(start, this.at), span: this.span(start) };
  }

  /** Lets a reader go on, with the body that it asked for, up to the next body that it needs or to its end. */
  private resume(reader: BodyReader, result?: BodyResult): void {
    const { done, value } = result === undefined ? reader.next() : reader.next(result);
    if (done === true) {
      (this.open.innermost?.elements ?? this.body).push(value);
      return;
    }
    if (this.open.depth < DEEPEST_NESTING) {
      this.open.push(reader, value);
      return;
    }
    const start = this.at;
    this.at = this.source.length;
    this.report(new ParseFailure("nested-too-deeply", "Directives are nested too deeply.", start, start));
    // Whatever is around is unclosed for the same reason.
    this.unclosedReported = true;
    this.resume(reader, { elements: [this.broken(start)], tag: undefined, firstStray: undefined });
  }

  /** Ends the innermost body at a tag or at the end of the template, or skips the tag as a mistake. */
  private endOrSkip(innermost: OpenBody, tag: Tag | undefined): void {
    const { reader, elements, request } = innermost;
    const mark = tag === undefined ? "" : markOf(tag);
    const isOwn = request.endsAt.has(mark);
    if (!isOwn && !this.endsElsewhere(innermost, tag, mark)) return;
    this.open.pop();
    const { firstStray } = innermost;
    this.resume(reader, { elements, tag: isOwn ? tag : undefined, firstStray });
  }

  /** Whether a tag that is not its own, or the end of the template, ends the innermost body. */
  private endsElsewhere(innermost: OpenBody, tag: Tag | undefined, mark: string): boolean {
    const { elements, request } = innermost;
    const reason = `only ${request.owner} can be closed here`;
    const isAwaited = this.open.isAwaited(mark);
    if (isAwaited && request.mayStayOpen) return true;
    const before = this.errors.length;
    if (tag === undefined) {
      if (!request.mayStayOpen) this.reportUnclosed(request.owner);
    } else if (isAwaited) this.reportStray(tag, reason);
    else elements.push(this.skipStrayTag(tag, reason));
    if (this.errors.length > before) innermost.firstStray ??= before;
    return tag === undefined || isAwaited;
  }

  /**
   * Reads text into `elements`, and what comes after it: an element, a tag that closes or divides something (which is
   * not taken), or nothing at the end of the template. What has content comes as its reader.
   */
  private next(elements: Element[]): Element | BodyReader | Tag | undefined {
    const textStart = this.at;
    let searchFrom = textStart;
    for (;;) {
      const start = this.nextOpening(searchFrom);
      this.at = start;
      const found = start < this.source.length ? this.elementAt(start) : undefined;
      if (found !== "text") {
        if (textStart < start) elements.push(this.text(textStart, start));
        return found;
      }
      searchFrom = start + 1;
    }
  }

  private text(start: number, end: number): Element {
    return { kind: "text", text: this.source.slice(start, end), span: this.lines.span(start, end) };
  }

  private nextOpening(from: number): number {
    const { opening, source } = this;
    opening.lastIndex = from;
    if (!opening.test(source)) return source.length;
    const end = opening.lastIndex;
    return source[end - 2] === "/" ? end - 3 : end - 2;
  }

  private elementAt(start: number): Element | BodyReader | Tag | "text" {
    const { source } = this;
    if (source[start] === "$" || source[start] === "#") return this.interpolation(start);
    if (source.startsWith("#--", start + 1)) return this.comment(start);
    try {
      const tag = readTag(source, start, this.close, this.scope);
      if (tag === undefined) return "text";
      if (tag.kind === "end" || tag.kind === "call end" || isDividing(tag)) return tag;
      this.at = tag.end;
      return readElement(this, tag);
    } catch (error) {
      this.recover(error, start);
      return this.broken(start);
    }
  }

  private interpolation(start: number): Element {
    const { source } = this;
    try {
      const { element, end } = readInterpolation(this, this.input, start, source.length);
      this.at = end;
      return element;
    } catch (error) {
      if (!(error instanceof ParseFailure)) throw error;
      this.report(error);
      this.at = afterBrokenInterpolation(source, Math.max(error.start, start + 2));
      return this.broken(start);
    }
  }

  private comment(start: number): Element {
    const close = `--${this.close}`;
    const end = this.source.indexOf(close, start + 4);
    if (end >= 0) {
      this.at = end + close.length;
      return { kind: "comment", span: this.span(start) };
    }
    const hint = `Close it with ${close}.`;
    this.report(new ParseFailure("unclosed", "The comment is not closed.", start, start + 4, hint));
    this.at = this.source.length;
    return this.broken(start);
  }

  /** Reports a failure, or lets any other error through. */
  private recover(error: unknown, start: number): void {
    if (!(error instanceof ParseFailure)) throw error;
    this.report(error);
    this.at = afterBrokenTag(this.source, Math.max(error.start, start + 2), this.close);
  }

  private skipStrayTag(tag: Tag, reason: string): Element {
    this.reportStray(tag, reason);
    this.at = tag.open ? afterBrokenTag(this.source, tag.start + 2, this.close) : tag.end;
    return this.broken(tag.start);
  }

  private reportStray(tag: Tag, reason: string): void {
    const found = this.source.slice(tag.start, tag.end).trim();
    this.report(new ParseFailure("unexpected", `Found "${found}", but ${reason}.`, tag.start, tag.end));
  }

  /** Only what was opened last: whatever is around it is unclosed for the same reason. */
  private reportUnclosed(owner: string): void {
    if (this.unclosedReported) return;
    this.unclosedReported = true;
    const end = this.source.length;
    const message = `The template ends, but ${owner} is not closed.`;
    this.report(new ParseFailure("unclosed", message, end, end, "Close it."));
  }
}

function isTag(found: Element | BodyReader | Tag): found is Tag {
  return "open" in found;
}
