import { markOf, type BodyReader, type BodyResult } from "./body.js";
import { readElement } from "./directives.js";
import { BrokenTags, endsSomething } from "./broken-tags.js";
import { ExpressionParser } from "./expression-parser.js";
import { readInterpolation } from "./interpolation.js";
import type { LexerInput } from "./token.js";
import { Mistakes } from "./mistakes.js";
import { OpenBodies, type OpenBody } from "./open-bodies.js";
import type { ParseOptions } from "./parse-options.js";
import { LineMap, type Span } from "./positions.js";
import { afterBrokenInterpolation, afterBrokenTag } from "./recovery.js";
import { Scope } from "./scope.js";
import { strayTag, followsElse, unclosedBody } from "./stray-tag.js";
import { isDividing, readTag, tagSyntaxOf, type Tag, type TagSyntax } from "./tag.js";
import { ParseFailure } from "./template-error.js";
import type { Element, Expression } from "./tree.js";
import type { ParsedTemplate } from "./parse.js";

/** How deep directives may be nested; real ones stay below 20, FreeMarker itself gives up somewhere above 5,000. */
const DEEPEST_NESTING = 10_000;

/** Where a tag, an interpolation or a comment may start. Each match but `</#` and `</@` has two characters. */
const OPENING = { angle: /\$\{|#\{|<\/?[#@]/g, square: /\$\{|#\{|\[\/?[#@]/g } as const;

/** The reader of what has content, and the tag that it starts with. */
interface Opened {
  readonly reader: BodyReader;
  readonly opener: Tag;
}

/** Reads the elements of a template one after the other, with a stack of what is open. */
export class TemplateParser {
  readonly lines: LineMap;
  readonly scope: Scope;
  readonly tagSyntax: TagSyntax;
  at = 0;
  private readonly input: LexerInput;
  private readonly opening: RegExp;
  private readonly close: ">" | "]";
  private readonly mistakes: Mistakes;
  private readonly body: Element[] = [];
  private readonly open = new OpenBodies();
  readonly brokenTags: BrokenTags;
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
    this.mistakes = new Mistakes(source, this.lines, this.tagSyntax === "square");
    this.brokenTags = new BrokenTags(source, this.tagSyntax === "square" ? "[" : "<");
  }

  parse(): ParsedTemplate {
    const { source, tagSyntax, body, open } = this;
    for (;;) {
      const { innermost } = open;
      const elements = innermost?.elements ?? body;
      const found = this.next(elements);
      if (found !== undefined && !isTag(found)) {
        if ("kind" in found) elements.push(found);
        else this.resume(found.reader, found.opener);
      } else if (innermost !== undefined) this.endOrSkip(innermost, found);
      else if (found !== undefined) body.push(this.skipStrayTag(found, undefined));
      else break;
    }
    return { template: { source, tagSyntax, body }, errors: this.mistakes.inOrder() };
  }

  /** Reads what follows the name of a tag; after a mistake goes on behind the tag, and gives nothing. */
  head<T>(tag: Tag, read: (head: ExpressionParser, parser: TemplateParser, tag: Tag) => T): T | undefined {
    if (tag.broken !== undefined) return undefined;
    const enclosure = this.tagSyntax === "square" ? "square tag" : "angle tag";
    try {
      const isCall = tag.kind === "call";
      const parser = new ExpressionParser(this, this.input, tag.end, this.source.length, enclosure, isCall);
      const result = read(parser, this, tag);
      this.at = parser.end;
      return result;
    } catch (error) {
      this.recover(error, tag.start);
      this.brokenTags.reported(tag, this.at);
      return undefined;
    }
  }

  /** Takes the tag's end. `empty` says whether `/>` is allowed. */
  tagEnd(head: ExpressionParser, empty: boolean): boolean {
    const token = head.peek();
    const isEmpty = token.text.startsWith("/");
    if (token.kind !== "tag end" || (isEmpty && !empty)) {
      const isInBrackets = token.text === ">" && token.kind === "operator" && this.close === ">";
      head.unexpected(isInBrackets ? '")"' : `"${this.close}"`);
    }
    head.take();
    return isEmpty;
  }

  /** Adds an error, or puts it before those that were met later. */
  report(failure: ParseFailure, index?: number): void {
    this.mistakes.add(failure, index);
  }

  /** Reports that a directive cannot stand where it does. */
  misplaced(tag: Tag, message: string, hint?: string, index?: number): void {
    this.report(new ParseFailure("misplaced", message, tag.start, tag.end, hint), index);
  }

  /** How many mistakes were met up to now. */
  get errorCount(): number {
    return this.mistakes.errors.length;
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
  private resume(reader: BodyReader, opener: Tag, result?: BodyResult): void {
    const { done, value } = result === undefined ? reader.next() : reader.next(result);
    if (done === true) {
      (this.open.innermost?.elements ?? this.body).push(value);
      return;
    }
    if (this.open.depth < DEEPEST_NESTING) {
      this.open.push(reader, value, opener);
      return;
    }
    const start = this.at;
    this.at = this.source.length;
    this.report(new ParseFailure("nested-too-deeply", "Directives are nested too deeply.", start, start));
    // Whatever is around is unclosed for the same reason.
    this.unclosedReported = true;
    this.resume(reader, opener, { elements: [this.broken(start)], tag: undefined, firstStray: undefined });
  }

  /** Ends the innermost body at a tag or at the end of the template, or skips the tag as a mistake. */
  private endOrSkip(innermost: OpenBody, tag: Tag | undefined): void {
    const { reader, elements, request, opener } = innermost;
    const mark = tag === undefined ? "" : markOf(tag);
    const isOwn = request.endsAt.has(mark);
    if (!isOwn && !this.endsElsewhere(innermost, tag, mark)) return;
    this.open.pop();
    if (isOwn && tag?.broken !== undefined) this.report(tag.broken.failure);
    const { firstStray } = innermost;
    this.resume(reader, opener, { elements, tag: isOwn ? tag : undefined, firstStray });
  }

  /** Whether a tag that is not its own, or the end of the template, ends the innermost body. */
  private endsElsewhere(innermost: OpenBody, tag: Tag | undefined, mark: string): boolean {
    const { elements, request } = innermost;
    const isAwaited = this.open.isAwaited(mark) && !(tag !== undefined && followsElse(tag, request));
    if (isAwaited && request.mayStayOpen) return true;
    const endsInner = isAwaited && tag?.broken === undefined;
    const before = this.errorCount;
    if (tag === undefined) {
      if (!request.mayStayOpen) this.reportUnclosed(innermost);
    } else if (endsInner) this.reportStray(tag, innermost, true);
    else elements.push(this.skipStrayTag(tag, innermost));
    if (tag !== undefined && endsInner) this.brokenTags.closedEarly(innermost);
    if (this.errorCount > before) innermost.firstStray ??= before;
    return tag === undefined || endsInner;
  }

  /**
   * Reads text into `elements`, and what comes after it: an element, a tag that closes or divides something (which is
   * not taken), or nothing at the end of the template. What has content comes as its reader.
   */
  private next(elements: Element[]): Element | Opened | Tag | undefined {
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

  private elementAt(start: number): Element | Opened | Tag | "text" {
    const { source } = this;
    if (source[start] === "$" || source[start] === "#") return this.interpolation(start);
    if (source.startsWith("#--", start + 1)) return this.comment(start);
    try {
      const tag = readTag(source, start, this.close, this.scope);
      if (tag === undefined) return "text";
      if (tag.broken !== undefined) return this.brokenTag(tag, tag.broken);
      if (tag.kind === "end" || tag.kind === "call end" || isDividing(tag)) return tag;
      this.at = tag.end;
      return this.opened(tag);
    } catch (error) {
      this.recover(error, start);
      return this.broken(start);
    }
  }

  private opened(tag: Tag): Element | Opened {
    const element = readElement(this, tag);
    return "kind" in element ? element : { reader: element, opener: tag };
  }

  /** What goes wrong at a tag that closes or divides something is said where that is known. */
  private brokenTag(tag: Tag, { failure, word }: NonNullable<Tag["broken"]>): Element | Opened | Tag {
    if (endsSomething(tag)) {
      const closed = this.brokenTags.closedBy(tag, word, this.open.innermost);
      if (closed !== "nothing") return closed;
      this.at = tag.end;
      return this.broken(tag.start);
    }
    this.report(failure);
    this.at = tag.end;
    return this.brokenTags.opens(tag, word) ? this.opened(tag) : this.broken(tag.start);
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
      this.at = this.stops(error)
        ? source.length
        : afterBrokenInterpolation(source, start, error.start, this.close);
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
    const { source } = this;
    this.at = this.stops(error) ? source.length : afterBrokenTag(source, start, error.start, this.close);
  }

  /** Whether a mistake takes the rest of the template with it, so that nothing else can be said about that. */
  private stops({ code, start }: ParseFailure): boolean {
    const stops = code === "unclosed" || start >= this.source.length;
    if (stops) this.unclosedReported = true;
    return stops;
  }

  private skipStrayTag(tag: Tag, around: OpenBody | undefined): Element {
    if (tag.broken !== undefined) this.report(tag.broken.failure);
    else if (!this.brokenTags.isLate(markOf(tag))) this.reportStray(tag, around, false);
    this.at = tag.open ? afterBrokenTag(this.source, tag.start, tag.start, this.close) : tag.end;
    return this.broken(tag.start);
  }

  private reportStray(tag: Tag, around: OpenBody | undefined, isAwaited: boolean): void {
    const body = around === undefined ? undefined : this.withLine(around);
    const { message, hint } = strayTag(tag, this.source, body, isAwaited);
    this.report(new ParseFailure("unexpected", message, tag.start, tag.end, hint));
  }

  private withLine({ request, opener }: OpenBody) {
    return { request, opener, line: this.lines.line(opener.start) };
  }

  /** Only what was opened last: whatever is around it is unclosed for the same reason. */
  private reportUnclosed(body: OpenBody): void {
    if (this.unclosedReported || this.brokenTags.isSelfClosed(body.opener)) return;
    this.unclosedReported = true;
    const end = this.source.length;
    const { message, hint } = unclosedBody(this.withLine(body), this.source);
    this.report(new ParseFailure("unclosed", message, end, end, hint));
  }
}

function isTag(found: Element | Opened | Tag): found is Tag {
  return "open" in found;
}
