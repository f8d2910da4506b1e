import { partsOf, textOf, url, type Insertable, type Text, type TextPart } from "../builders/text.js";
import { isValue } from "../builders/value.js";

/** Query parameters of a request, in order. Undefined ones are left out. */
export type Query = Readonly<Record<string, Insertable | boolean | undefined>>;

/**
 * A path with query parameters. Names and plain values are percent-encoded, apart from the characters that RFC 3986
 * allows in a query and that TOPdesk's own documentation writes plainly.
 */
export function withQuery(path: Text<"url">, query: Query): Text<"url"> {
  const given = Object.entries(query).filter(
    (entry): entry is [string, Insertable | boolean] => entry[1] !== undefined,
  );
  const parameters = given.flatMap(([name, value], index): readonly TextPart[] => {
    const start = `${index === 0 ? "?" : "&"}${encoded(name)}=`;
    if (isValue(value)) return [{ kind: "literal", text: start }, ...partsOf(url`${value}`)];
    return [{ kind: "literal", text: start + encoded(String(value)) }];
  });
  return textOf("url", [...partsOf(path), ...parameters]);
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/%(?:24|2C|40|3A|2F)/g, (escape) => decodeURIComponent(escape));
}
