export type TokenKind =
  "string" | "raw string" | "number" | "name" | "keyword" | "operator" | "tag end" | "space" | "end of file";

/** A token of an expression. */
export interface Token {
  readonly kind: TokenKind;
  /** For operators their canonical form (`<` for `lt`, `\lt` and `&lt;`), else as it stands. */
  readonly text: string;
  /** Where it starts and ends in the template. */
  readonly start: number;
  readonly end: number;
  /** Where it starts in the text that the lexer reads, which is another one inside a string literal with escapes. */
  readonly at: number;
}

/** How the expression that is being read ends. */
export type Enclosure = "angle tag" | "square tag" | "interpolation" | "bracket interpolation";

/** What the lexer reads: all of a template, or a part of it with the escapes decoded. */
export interface LexerInput {
  readonly text: string;
  /** Where each character stands in the template, when that is not where it stands in the text. */
  readonly places: readonly number[] | undefined;
}

/** A place in the tokens of an expression. */
export interface LexerState {
  readonly at: number;
  readonly round: number;
  readonly square: number;
  readonly curly: number;
  readonly spaceCounts: boolean;
  readonly isNamedValue: boolean;
  readonly spaceEndsDefault: boolean;
}
