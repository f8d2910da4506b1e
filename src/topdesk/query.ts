import { url, type Insertable, type Text } from "../builders/text.js";
import { textOf } from "../builders/text.js";
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
  return given.reduce((whole, [name, value], index) => {
    const separator = index === 0 ? "?" : "&";
    const start = textOf("url", [{ kind: "literal", text: `${separator}${encoded(name)}=` }]);
    return url`${whole}${start}${isValue(value) ? value : textOf("url", [{ kind: "literal", text: encoded(String(value)) }])}`;
  }, path);
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/%(?:24|2C|40|3A|2F)/g, (escape) => decodeURIComponent(escape));
}
