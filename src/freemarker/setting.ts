import type { ExpressionParser } from "./expression-parser.js";
import { nearestWord } from "./nearest-word.js";
import type { Tag } from "./tag.js";
import { ParseFailure } from "./template-error.js";
import type { TemplateParser } from "./template-parser.js";
import type { Setting } from "./tree.js";
import { SETTINGS, snakeCase } from "./vocabulary.js";

/** Reads `<#setting name=value>`. */
export function readSetting(parser: TemplateParser, tag: Tag): Setting {
  const { name, value } = parser.head(tag, settingHead) ?? { name: "", value: parser.missing(tag) };
  return { kind: "setting", name, value, span: parser.span(tag.start) };
}

function settingHead(head: ExpressionParser, parser: TemplateParser): Pick<Setting, "name" | "value"> {
  const { text, start, end } = head.takeName("the name of a setting");
  head.takeOperator("=");
  const value = head.expression();
  parser.tagEnd(head, true);
  parser.scope.checkNaming(text, start);
  const name = snakeCase(text);
  if (!SETTINGS.has(name)) {
    const message = `There is no setting "${text}".`;
    throw new ParseFailure("unknown-setting", message, start, end, nearestWord(text, SETTINGS));
  }
  return { name, value };
}
