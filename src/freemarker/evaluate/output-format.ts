/** How values are escaped that are printed in a place. */
export interface OutputFormat {
  readonly name: string;
  /** Makes text harmless for the format; undefined where values are printed as they are. */
  readonly escape: ((text: string) => string) | undefined;
}

const format = (name: string, escape?: OutputFormat["escape"]): OutputFormat => ({ name, escape });

const MARKUP = /[<>&"']/;
const MARKUP_CHARACTERS = /[<>&"']/g;

function escapedMarkup(text: string, apostrophe: string): string {
  if (!MARKUP.test(text)) return text;
  return text.replace(MARKUP_CHARACTERS, (character) => {
    switch (character) {
      case "<":
        return "&lt;";
      case ">":
        return "&gt;";
      case "&":
        return "&amp;";
      case '"':
        return "&quot;";
      default:
        return apostrophe;
    }
  });
}

export const escapedHtml = (text: string): string => escapedMarkup(text, "&#39;");
export const escapedXml = (text: string): string => escapedMarkup(text, "&apos;");
export const escapedRtf = (text: string): string => text.replace(/[{}\\]/g, "\\$&");

export const undefinedFormat = format("undefined");
export const plainTextFormat = format("plainText");
export const htmlFormat = format("HTML", escapedHtml);
export const xhtmlFormat = format("XHTML", escapedHtml);
export const xmlFormat = format("XML", escapedXml);
export const rtfFormat = format("RTF", escapedRtf);
export const jsonFormat = format("JSON");
export const javaScriptFormat = format("JavaScript");
export const cssFormat = format("CSS");

/** The formats that a template can ask for by name. */
export const OUTPUT_FORMATS: ReadonlyMap<string, OutputFormat> = new Map(
  [
    undefinedFormat,
    plainTextFormat,
    htmlFormat,
    xhtmlFormat,
    xmlFormat,
    rtfFormat,
    jsonFormat,
    javaScriptFormat,
    cssFormat,
  ].map((known) => [known.name, known]),
);
