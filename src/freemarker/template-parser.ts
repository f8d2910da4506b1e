import { readElement } from "./directives.js";
import { ExpressionParser } from "./expression-parser.js";
import { readInterpolation } from "./interpolation.js";
import type { LexerInput } from "./lexer.js";
import { LineMap, type Span } from "./positions.js";
import { Scope } from "./scope.js";
import { readTag, type Tag } from "./tag.js";
import { ParseFailure, type TemplateError } from "./template-error.js";
import type { Element, Expression, Template } from "./tree.js";
import type { ParsedTemplate } from "./parse.js";

export interface ParseOptions {
  /**
   * Default `angle`: tags are `<#...>`, unless the template starts with `[#ftl`. `detect` lets the first tag decide.
   */
  readonly tagSyntax?: "angle" | "square" | "detect";
  /** Whether the place of the template escapes what it prints, so that `?no_esc` has a meaning. Default: no. */
  readonly escapes?: boolean;
}

/** How deep directives may be nested; real ones stay below 20. */
const DEEPEST_NESTING = 400;

/** Reads the elements of a template one after the other, with a stack of what is open. */
export class TemplateParser {
  readonly lines: LineMap;
  readonly scope: Scope;
  readonly errors: TemplateError[] = [];
  readonly tagSyntax: "angle" | "square";
  private readonly input: LexerInput;
  at = 0;
  /** The tags that may close or divide what is open, innermost last: for finding the way back after a mistake. */
  private readonly open: ((tag: Tag) => boolean)[] = [];
  private unclosedReported = false;

  constructor(
    readonly source: string,
    options: ParseOptions,
  ) {
    this.input = { text: source, places: undefined };
    this.lines = new LineMap(source);
    this.scope = new Scope(options.escapes ?? false, true);
    this.tagSyntax = tagSyntaxOf(source, options.tagSyntax ?? "angle");
  }

  parse(): ParsedTemplate {
    const body: Element[] = [];
    for (;;) {
      for (const element of this.content()) body.push(element);
      if (this.at >= this.source.length) break;
      body.push(this.skipStrayTag("nothing is open here"));
    }
    const template: Template = { source: this.source, tagSyntax: this.tagSyntax, body };
    return { template, errors: this.errors };
  }

  /** Elements up to a tag that closes or divides something, or the end. That tag is not taken. */
  content(): Element[] {
    const elements: Element[] = [];
    let textStart = this.at;
    const flush = () => {
      if (textStart < this.at) elements.push(this.text(textStart, this.at));
    };
    for (;;) {
      const next = this.nextOpening();
      if (next === undefined) {
        this.at = this.source.length;
        flush();
        return elements;
      }
      this.at = next;
      const read = this.elementAt();
      if (read === "text") {
        this.at = next + 1;
        continue;
      }
      const after = this.at;
      this.at = next;
      flush();
      this.at = after;
      if (read === "stop") return elements;
      elements.push(read);
      textStart = this.at;
    }
  }

  /**
   * Elements up to one of the tags that `isOwn` accepts. Other closing and dividing tags are mistakes.
   *
   * @returns the tag, not taken; undefined when it is missing, which is reported
   */
  body(
    owner: string,
    isOwn: (tag: Tag) => boolean,
  ): { readonly elements: Element[]; readonly tag: Tag | undefined } {
    const elements: Element[] = [];
    if (this.open.length >= DEEPEST_NESTING) {
      const start = this.at;
      this.at = this.source.length;
      this.report(new ParseFailure("nested-too-deeply", "Directives are nested too deeply.", start, start));
      return { elements: [this.broken(start)], tag: undefined };
    }
    this.open.push(isOwn);
    try {
      for (;;) {
        for (const element of this.content()) elements.push(element);
        if (this.at >= this.source.length) {
          this.reportUnclosed(owner);
          return { elements, tag: undefined };
        }
        const tag = this.tagHere();
        if (tag !== undefined && isOwn(tag)) return { elements, tag };
        const belongsOutside = tag !== undefined && this.open.slice(0, -1).some((isOuter) => isOuter(tag));
        if (belongsOutside) {
          this.reportStray(tag, `only ${owner} can be closed here`);
          return { elements, tag: undefined };
        }
        elements.push(this.skipStrayTag(`only ${owner} can be closed here`));
      }
    } finally {
      this.open.pop();
    }
  }

  /** Reads what follows the name of a tag; after a mistake goes on behind the tag. */
  head<T>(tag: Tag, read: (parser: ExpressionParser) => T, broken: T): T {
    try {
      const enclosure = this.tagSyntax === "square" ? "square tag" : "angle tag";
      const isCall = tag.kind === "call";
      const parser = new ExpressionParser(this, this.input, tag.end, this.source.length, enclosure, isCall);
      const result = read(parser);
      this.at = parser.end;
      return result;
    } catch (error) {
      this.recover(error, tag.start);
      return broken;
    }
  }

  /** Takes the tag's end. `empty` says whether `/>` is allowed. */
  tagEnd(parser: ExpressionParser, empty: boolean): boolean {
    const token = parser.peek();
    const isEmpty = token.text.startsWith("/");
    if (token.kind !== "tag end" || (isEmpty && !empty))
      parser.unexpected(this.tagSyntax === "square" ? '"]"' : '">"');
    parser.take();
    return isEmpty;
  }

  /** Reports a failure, or lets any other error through. */
  recover(error: unknown, start: number): void {
    if (!(error instanceof ParseFailure)) throw error;
    this.report(error);
    this.at = this.afterBrokenTag(Math.max(error.start, start + 2));
  }

  report({ code, message, hint, start, end }: ParseFailure): void {
    // FreeMarker places what is missing at the end on the last character.
    const from = Math.max(0, Math.min(start, this.source.length - 1));
    const span = this.lines.span(from, Math.max(from, Math.min(end, this.source.length)));
    this.errors.push({ code, message, hint, span, position: span.start });
  }

  span(start: number): Span {
    return this.lines.span(start, this.at);
  }

  /** Stands for an expression that could not be read. */
  missing(tag: Tag): Expression {
    return { kind: "variable", name: "", span: this.lines.span(tag.start, tag.end) };
  }

  private text(start: number, end: number): Element {
    return { kind: "text", text: this.source.slice(start, end), span: this.lines.span(start, end) };
  }

  private broken(start: number): Element {
    return { kind: "broken", text: this.source.slice(start, this.at), span: this.span(start) };
  }

  private nextOpening(): number | undefined {
    const pattern = this.tagSyntax === "square" ? /\$\{|#\{|\[\/?[#@]/g : /\$\{|#\{|<\/?[#@]/g;
    pattern.lastIndex = this.at;
    return pattern.exec(this.source)?.index;
  }

  /** The element at this place; "stop" at a tag that closes or divides, "text" when there is none after all. */
  private elementAt(): Element | "stop" | "text" {
    const start = this.at;
    if (this.source[start] === "$" || this.source[start] === "#") return this.interpolation(start);
    if (this.source.startsWith("#--", start + 1)) return this.comment(start);
    try {
      const tag = this.readTagAt(start);
      if (tag === undefined) return "text";
      if (tag.kind === "end" || tag.kind === "call end" || DIVIDING.has(tag.name)) return "stop";
      this.at = tag.end;
      return readElement(this, tag);
    } catch (error) {
      this.recover(error, start);
      return this.broken(start);
    }
  }

  private interpolation(start: number): Element {
    try {
      const { element, end } = readInterpolation(this, this.input, start, this.source.length);
      this.at = end;
      return element;
    } catch (error) {
      if (!(error instanceof ParseFailure)) throw error;
      this.report(error);
      this.at = this.afterBrokenInterpolation(Math.max(error.start, start + 2));
      return this.broken(start);
    }
  }

  private comment(start: number): Element {
    const close = this.tagSyntax === "square" ? "--]" : "-->";
    const end = this.source.indexOf(close, start + 4);
    if (end < 0) {
      this.report(
        new ParseFailure(
          "unclosed",
          "The comment is not closed.",
          start,
          start + 4,
          `Close it with ${close}.`,
        ),
      );
      this.at = this.source.length;
      return this.broken(start);
    }
    this.at = end + close.length;
    return { kind: "comment", span: this.span(start) };
  }

  private readTagAt(start: number): Tag | undefined {
    return readTag(this.source, start, this.tagSyntax === "square" ? "]" : ">", this.scope);
  }

  private tagHere(): Tag | undefined {
    return this.readTagAt(this.at);
  }

  private skipStrayTag(reason: string): Element {
    const start = this.at;
    const tag = this.tagHere();
    if (tag !== undefined) this.reportStray(tag, reason);
    this.at = tag === undefined || tag.open ? this.afterBrokenTag(start + 2) : tag.end;
    return this.broken(start);
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
    this.report(
      new ParseFailure("unclosed", `The template ends, but ${owner} is not closed.`, end, end, "Close it."),
    );
  }

  private afterBrokenTag(from: number): number {
    const close = this.source.indexOf(this.tagSyntax === "square" ? "]" : ">", from);
    const next = /<\/?[#@]|\$\{/g;
    next.lastIndex = from;
    const opening = next.exec(this.source)?.index ?? this.source.length;
    return close >= 0 && close < opening ? close + 1 : opening;
  }

  private afterBrokenInterpolation(from: number): number {
    const next = /\}|\$\{|<\/?[#@]/g;
    next.lastIndex = from;
    const match = next.exec(this.source);
    if (match === null) return this.source.length;
    return match[0] === "}" ? match.index + 1 : match.index;
  }
}

/** Tags that divide what is open around them. */
const DIVIDING = new Set(["else", "elseif", "case", "on", "default", "recover"]);

function tagSyntaxOf(source: string, wanted: "angle" | "square" | "detect"): "angle" | "square" {
  if (/^\s*\[#ftl[\s\]]/.test(source)) return "square";
  if (wanted !== "detect") return wanted;
  return /[<[]\/?[#@][A-Za-z_]|[<[]#--/.exec(source)?.[0].startsWith("[") === true ? "square" : "angle";
}
