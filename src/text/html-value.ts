import { html, isText, partsOf, textOf, type Text, type TextPart } from "../builders/text.js";
import type { HtmlPlace } from "./html-place.js";
import { asLines, asUrlPart } from "./manners.js";
import type { Manner, TextValue } from "./placeholders.js";

/** What may not stand at its place in HTML, and what to do about it. */
export interface Misplaced {
  readonly message: string;
  readonly hint: string;
}

/** Attributes that a browser follows or loads. */
const ADDRESS_ATTRIBUTES = ["href", "src", "srcset", "background", "action", "formaction", "cite", "data"];

/**
 * A value as it may stand at a place of an HTML text, so that it stays a value there: text as text, a whole address only
 * when it is an https address, part of an address only as `{{url-part}}`, in a style only a colour or a number.
 */
export function valueInHtml(
  value: Exclude<TextValue, boolean>,
  manner: Manner,
  place: HtmlPlace,
): readonly TextPart[] | Misplaced {
  switch (place.kind) {
    case "text":
      return partsOf(inManner(value, manner));
    case "attribute":
      return inAttribute(value, manner, place);
    case "tag":
      return {
        message: "stands in a tag without quotes around it",
        hint: 'Put quotes around the value of the attribute: alt="{{…}}".',
      };
    case "comment":
      return { message: "stands in a comment", hint: "Take it out: nobody sees it there." };
    case "code":
      return { message: `stands in <${place.element}>`, hint: "Mail programs drop scripts and styles." };
  }
}

function inAttribute(
  value: Exclude<TextValue, boolean>,
  manner: Manner,
  { name, before }: Extract<HtmlPlace, { readonly kind: "attribute" }>,
): readonly TextPart[] | Misplaced {
  if (isText(value) && value.content === "html")
    return { message: `is HTML and stands in the attribute ${name}`, hint: "An attribute holds text only." };
  if (name.startsWith("on"))
    return { message: `stands in ${name}, which is a script`, hint: "Mail programs drop scripts." };
  if (name === "style" && !isStyleValue(value)) {
    return {
      message: "stands in a style and is no colour and no number",
      hint: "Write the style out, or use a colour such as #1f5fa8.",
    };
  }
  if (ADDRESS_ATTRIBUTES.includes(name)) {
    const whole = before.trim() === "";
    if (whole && !isHttpsAddress(value)) {
      return {
        message: `is the address in ${name} and does not start with https://`,
        hint: "Write the start of the address in the template, or use an address with https.",
      };
    }
    if (!whole && manner !== "url-part") {
      return { message: `is part of the address in ${name}`, hint: "Write {{url-part …}} around it." };
    }
  }
  return partsOf(inManner(value, manner === "lines" ? "as-is" : manner));
}

function inManner(value: Exclude<TextValue, boolean>, manner: Manner): Text<"html"> {
  switch (manner) {
    case "as-is":
      return html`${value}`;
    case "url-part":
      return html`${asUrlPart(value)}`;
    case "lines":
      return textOf("html", asLines(partsOf(html`${value}`)));
  }
}

function isStyleValue(value: TextValue): boolean {
  return typeof value === "number" || (typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value));
}

function isHttpsAddress(value: TextValue): boolean {
  return typeof value === "string" && /^https:\/\/[^\s/]/i.test(value);
}
