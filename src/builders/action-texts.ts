import type { Insertable, Text } from "./text.js";

/** Values that a text template may use, by name. Truth values decide `{{#if}}`. */
export type TextValues = Readonly<Record<string, Insertable | Text<"plain"> | Text<"html"> | boolean>>;

/** The words of one action in one language. */
export interface ActionTexts {
  /** A text whose words are all known now: a name, a description. */
  line(name: string, values?: Readonly<Record<string, string | number | boolean>>): string;
  /** Plain text. */
  plain(name: string, values?: TextValues): Text<"plain">;
  /** HTML: the template is markup, what is inserted is text. */
  html(name: string, values?: TextValues): Text<"html">;
}

/** Where the words of actions come from. */
export interface TextSource {
  of(actionId: string, language: string): ActionTexts;
}
