import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: {
    // Mail programs drop <style>; Outlook's Word engine takes widths and alignment from attributes only.
    "no-inline-style": "off",
    "no-deprecated-attr": "off",
    // Only Outlook reads what stands in its comments: it gives the width there that it does not take from max-width.
    "no-conditional-comment": "off",
    // A layout table is one body anyway.
    "prefer-tbody": "off",
  },
});

/** What html-validate and the rules for mails find wrong with the HTML of a mail. */
export async function mailProblems(html: string): Promise<readonly string[]> {
  const report = await validator.validateString(html);
  const found = report.results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line}: ${message} (${ruleId})`),
  );
  return [...found, ...RULES.flatMap((rule) => rule(html, tagsOf(html)))];
}

interface Tag {
  readonly name: string;
  readonly source: string;
  attribute(name: string): string | undefined;
}

type Rule = (html: string, tags: readonly Tag[]) => readonly string[];

const SHOWN_ATTRIBUTES = [
  "align",
  "alt",
  "border",
  "cellpadding",
  "cellspacing",
  "charset",
  "content",
  "href",
];
const ALLOWED_ATTRIBUTES = [...SHOWN_ATTRIBUTES, "lang", "name", "role", "scope", "src", "style", "width"];

const RULES: readonly Rule[] = [
  (_html, tags) =>
    tags
      .filter(({ name }) =>
        ["style", "script", "link", "iframe", "object", "form", "input", "svg"].includes(name),
      )
      .map(({ source }) => `${source} is dropped by mail programs`),
  (_html, tags) =>
    tags.flatMap(({ source }) =>
      [...source.replace(/"[^"]*"/g, '""').matchAll(/\s([a-z-]+)=/g)]
        .map(([, name = ""]) => name)
        .filter((name) => !ALLOWED_ATTRIBUTES.includes(name))
        .map((name) => `the attribute ${name} in ${source}`),
    ),
  (_html, tags) =>
    tags
      .filter(({ name }) => name === "img")
      .filter((tag) => (tag.attribute("alt") ?? "") === "" || !/^\d+$/.test(tag.attribute("width") ?? ""))
      .map(({ source }) => `${source} needs a text and a width`),
  (_html, tags) =>
    tags
      .filter((tag) => /^(?!https:\/\/)/.test(tag.attribute("href") ?? tag.attribute("src") ?? "https://"))
      .map(({ source }) => `${source} is no https address`),
  (html) =>
    [...html.matchAll(/<table\b[^>]*>/g)]
      .filter(({ 0: table, index }) => {
        const rest = html.slice(index + table.length);
        const hasHeads = /^\s*<thead>\s*<tr>\s*<th scope="col"/.test(rest);
        return hasHeads === table.includes('role="presentation"');
      })
      .map(([table]) => `${table} is either for layout, with its role, or has heads`),
  (_html, tags) =>
    tags
      .filter((tag) => tag.name === "th" && !/^(col|row)$/.test(tag.attribute("scope") ?? ""))
      .map(({ source }) => `${source} needs a scope`),
  (html) =>
    html.includes("width:100%;max-width:640px") ? [] : ["no table is as wide as the screen, up to 640 px"],
  (html) => (/<body[^>]*>\s*<div style="display:none;[^"]*">[^<]+<\/div>/.test(html) ? [] : ["no preheader"]),
  (html) => contrastProblems(html),
];

function tagsOf(html: string): readonly Tag[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)\b(?:"[^"]*"|[^>"])*>/g)].map(([source, name = ""]) => ({
    name,
    source,
    attribute: (wanted) => new RegExp(`\\s${wanted}="([^"]*)"`).exec(source)?.[1],
  }));
}

/** WCAG 2.2, 1.4.3: text has a contrast of at least 4.5 with what is behind it; here with all backgrounds. */
function contrastProblems(html: string): readonly string[] {
  const texts = [...html.matchAll(/[;"]color:(#[0-9a-f]{6})/g)].map(([, color = ""]) => color);
  const backgrounds = [...html.matchAll(/background-color:(#[0-9a-f]{6})/g)].map(([, color = ""]) => color);
  return [...new Set(texts)].flatMap((text) =>
    [...new Set(backgrounds)]
      .filter((background) => contrast(text, background) < 4.5)
      .map(
        (background) => `${text} on ${background} has a contrast of ${contrast(text, background).toFixed(2)}`,
      ),
  );
}

function contrast(text: string, background: string): number {
  const [dark = 0, light = 0] = [luminance(text), luminance(background)].sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
