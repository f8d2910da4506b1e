import fc from "fast-check";
import { onOneLine } from "../../src/guide/markdown.js";

const PIECES = [
  ...Array.from("`*_|\\<>&#[](){}!~$:=+-.1 a'\"^@/"),
  "```",
  "~~~",
  "**",
  "__",
  "\n",
  "\r\n",
  "\n\n",
  "\t",
  "\u2028",
  "\u0000",
  "\u202e",
  "<script>alert(1)</script>",
  "<!--",
  "-->",
  "]]>",
  "</td></table>",
  "[a](https://e.example)",
  "![i](https://e.example/i.png)",
  "<https://e.example>",
  "[ ] ",
  "- [ ] ",
  "1. ",
  "1) ",
  "# ",
  "> ",
  "---",
  "===",
  "|---|---|",
  "\\|",
  "\\`",
  "&lt;",
  "&#124;",
  "{{name}}",
  "{{{name}}}",
  "${name}",
  "javascript:alert(1)",
  "www.e.example",
  "é",
  "漢",
  "😀",
  "\ud800",
];

/** Text that tries to be Markdown, HTML or a template. At least one character of it can be seen. */
export const hostileText: fc.Arbitrary<string> = fc
  .oneof(
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join("")),
    fc.string({ unit: "binary", minLength: 1 }),
  )
  .filter((text) => onOneLine(text) !== "");
