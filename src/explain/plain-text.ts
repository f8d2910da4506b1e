import MarkdownIt from "markdown-it";
import type { Language } from "../customers/customer.js";

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });

type Token = ReturnType<typeof parser.parse>[number];

const WIDTH = 100;

/** Around what stands so in the file. */
const QUOTES: Readonly<Record<Language, readonly [string, string]>> = {
  nl: ["‘", "’"],
  en: ["‘", "’"],
  de: ["„", "“"],
};

/** Markdown as text for a terminal: the same words, without marks. */
export function plainTextOf(markdown: string, language: Language): string {
  const writer = new Writer(QUOTES[language]);
  for (const token of parser.parse(markdown, {})) writer.token(token);
  return `${writer.lines.join("\n").trim()}\n`;
}

interface List {
  readonly isOrdered: boolean;
  count: number;
  /** What stands before the first line of an item; spaces of its length before the others. */
  marker: string;
  isFirstLine: boolean;
}

class Writer {
  readonly lines: string[] = [];
  private readonly lists: List[] = [];
  private underline: string | undefined;
  private rows: string[][] | undefined;
  private inQuote = false;

  constructor(private readonly quotes: readonly [string, string]) {}

  token(token: Token): void {
    switch (token.type) {
      case "heading_open":
        this.blank();
        this.underline = token.tag === "h1" ? "=" : "-";
        return;
      case "bullet_list_open":
      case "ordered_list_open":
        if (this.lists.length === 0) this.blank();
        this.lists.push({
          isOrdered: token.type === "ordered_list_open",
          count: 0,
          marker: "",
          isFirstLine: false,
        });
        return;
      case "bullet_list_close":
      case "ordered_list_close":
        this.lists.pop();
        if (this.lists.length === 0) this.blank();
        return;
      case "list_item_open":
        this.item();
        return;
      case "blockquote_open":
        this.blank();
        this.inQuote = true;
        return;
      case "blockquote_close":
        this.inQuote = false;
        this.blank();
        return;
      case "paragraph_close":
        if (this.lists.length === 0 && !this.inQuote) this.blank();
        return;
      case "table_open":
        this.rows = [];
        return;
      case "tr_open":
        this.rows?.push([]);
        return;
      case "table_close":
        this.table();
        return;
      case "inline":
        this.inline(textOf(token, this.quotes));
        return;
      default:
        return;
    }
  }

  private item(): void {
    const list = this.lists.at(-1);
    if (list === undefined) return;
    list.count += 1;
    list.marker = list.isOrdered ? `${list.count}. ` : "- ";
    list.isFirstLine = true;
  }

  private inline(text: string): void {
    if (this.rows !== undefined) {
      this.rows.at(-1)?.push(text.replaceAll("\n", " "));
      return;
    }
    if (this.underline !== undefined) {
      this.lines.push(text, this.underline.repeat(Math.min(text.length, WIDTH)), "");
      this.underline = undefined;
      return;
    }
    for (const paragraph of text.split("\n")) this.paragraph(paragraph);
  }

  private paragraph(text: string): void {
    const quote = this.inQuote ? "> " : "";
    const indent = this.lists.map(({ marker }) => " ".repeat(marker.length)).join("") + quote;
    const list = this.lists.at(-1);
    const first =
      list?.isFirstLine === true
        ? indent.slice(0, indent.length - list.marker.length - quote.length) + list.marker + quote
        : indent;
    if (list !== undefined) list.isFirstLine = false;
    wrapped(text, Math.max(40, WIDTH - indent.length)).forEach((line, index) => {
      this.lines.push((index === 0 ? first : indent) + line);
    });
  }

  /** Cells under each other, each under its column's name: tables of a terminal are soon too wide. */
  private table(): void {
    const [head = [], ...rows] = this.rows ?? [];
    this.rows = undefined;
    this.blank();
    const isPair = head.length === 2;
    for (const row of isPair ? [head, ...rows] : rows) {
      if (isPair) this.paragraph(row.join(": "));
      else {
        const rest = row.slice(1).map((cell, index) => `${head[index + 1] ?? ""}: ${cell}`);
        this.paragraph([row[0] ?? "", ...rest].join(" | "));
      }
    }
    this.blank();
  }

  private blank(): void {
    if (this.lines.at(-1) !== "") this.lines.push("");
  }
}

function textOf({ children }: Token, [open, close]: readonly [string, string]): string {
  return (children ?? [])
    .map((child) => {
      if (child.type === "softbreak" || child.type === "hardbreak") return "\n";
      // Words of the file must not pass for words of the explanation.
      return child.type === "code_inline" ? `${open}${child.content}${close}` : child.content;
    })
    .join("");
}

/** Text in lines of at most some width, broken at spaces. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
