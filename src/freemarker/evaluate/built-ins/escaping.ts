import { textToText, type Arguments, type BuiltIn, type BuiltInTable } from "../built-in.js";
import { asText } from "../coerce.js";
import { notSimulated } from "../failure.js";
import { escapedHtml, escapedRtf, escapedXml } from "../output-format.js";
import { escapedForJava, escapedForJavaScript, escapedForJson } from "../string-escaping.js";
import { escapedUrl } from "../url-escaping.js";
import { textValue } from "../value.js";

const url = (keepsSlash: boolean): BuiltIn => {
  const escape = (text: string, charset: string) => {
    const escaped = escapedUrl(text, charset, keepsSlash);
    if (escaped === undefined) throw notSimulated(`the character encoding ${charset}`);
    return textValue(escaped);
  };
  return {
    kind: "either",
    least: 1,
    most: 1,
    takesKey: false,
    apply: (operand, site, run) => escape(asText(operand, site.target, run), run.settings.urlEscapingCharset),
    call: (operand, given: Arguments, site, run) =>
      escape(asText(operand, site.target, run), given.printed(0)),
  };
};

export const ESCAPING_BUILT_INS: BuiltInTable = {
  html: textToText(escapedHtml),
  web_safe: textToText(escapedHtml),
  xhtml: textToText(escapedHtml),
  xml: textToText(escapedXml),
  rtf: textToText(escapedRtf),
  j_string: textToText(escapedForJava),
  js_string: textToText(escapedForJavaScript),
  json_string: textToText(escapedForJson),
  url: url(false),
  url_path: url(true),
};
