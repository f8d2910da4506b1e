import MarkdownIt, { type MarkdownIt as Converter } from "markdown-it";
import type { Branding, Language } from "../customers/customer.js";
import { onOneLine } from "./markdown.js";
import { STYLE } from "./style.js";

/** What a page shows around the guide's text. */
export interface PageFacts {
  readonly actionName: string;
  readonly organisation: string;
  readonly language: Language;
  readonly branding: Branding;
  /** CSS of this page alone. */
  readonly style?: string;
}

/** The guide as a whole HTML page that can be printed. Raw HTML in the Markdown is shown, not obeyed. */
export function pageOf(
  markdown: string,
  { actionName, organisation, language, branding, style = "" }: PageFacts,
): string {
  const title = htmlEscaped(onOneLine(`${actionName} – ${organisation}`));
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src https:">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>
:root { --accent: ${accentOf(branding)}; }
${STYLE}${style}
</style>
</head>
<body>
<header>${logoOf(branding)}<span>${htmlEscaped(onOneLine(organisation))}</span></header>
<main>
${converter.render(markdown)}</main>
</body>
</html>
`;
}

const DEFAULT_ACCENT = "#1f5f8b";

function accentOf({ accentColor = "" }: Branding): string {
  return /^#[0-9a-f]{6}$/i.test(accentColor) ? accentColor : DEFAULT_ACCENT;
}

/** Without words of its own: the organisation stands beside it. */
function logoOf({ logoUrl = "" }: Branding): string {
  if (!URL.canParse(logoUrl)) return "";
  const address = new URL(logoUrl);
  return address.protocol === "https:" ? `<img src="${htmlEscaped(address.href)}" alt="">` : "";
}

function htmlEscaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

const converter = new MarkdownIt({ html: false, linkify: false, typographer: false })
  .use(checkBoxes)
  .use(headingIds);

/** `- [ ] text` is a step to tick, as on GitHub. */
function checkBoxes({ core }: Converter): void {
  const MARK = "[ ] ";
  const steps = new WeakSet<object>();
  core.ruler.before("inline", "find_check_boxes", ({ tokens }) => {
    tokens.forEach((token, index) => {
      const item = tokens[index - 2];
      if (token.type !== "inline" || item?.type !== "list_item_open" || !token.content.startsWith(MARK))
        return;
      token.content = token.content.slice(MARK.length);
      item.attrJoin("class", "step");
      steps.add(token);
    });
  });
  core.ruler.after("inline", "add_check_boxes", ({ tokens, Token }) => {
    for (const token of tokens.filter((candidate) => steps.has(candidate))) {
      const box = new Token("check_box", "input", 0);
      box.attrSet("type", "checkbox");
      const [open, close] = [new Token("label_open", "label", 1), new Token("label_close", "label", -1)];
      token.children = [open, box, ...(token.children ?? []), close];
    }
  });
}

/** The ids that GitHub gives to headings, so that links to a section work on the page too. */
function headingIds({ core }: Converter): void {
  core.ruler.push("heading_ids", ({ tokens }) => {
    tokens.forEach((token, index) => {
      const words = tokens[index + 1]?.content ?? "";
      if (token.type !== "heading_open" || token.tag !== "h2") return;
      token.attrSet(
        "id",
        words
          .toLowerCase()
          .replace(/[^\p{L}\p{N} -]/gu, "")
          .replaceAll(" ", "-"),
      );
    });
  });
}
