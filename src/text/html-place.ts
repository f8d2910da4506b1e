/** Where in HTML something stands. */
export type HtmlPlace =
  | { readonly kind: "text" }
  /** In the value of an attribute; `before` is what stands in it already. */
  | {
      readonly kind: "attribute";
      readonly tag: string;
      readonly name: string;
      readonly quote: '"' | "'";
      readonly before: string;
    }
  /** In a tag, outside of a quoted value. */
  | { readonly kind: "tag"; readonly tag: string; readonly words: string }
  | { readonly kind: "comment" }
  /** In an element whose content is code, up to its end tag. */
  | { readonly kind: "code"; readonly element: string };

export const TEXT: HtmlPlace = { kind: "text" };

/** The place at the end of a stretch of HTML that starts at a place. */
export function placeAfter(start: HtmlPlace, words: string): HtmlPlace {
  let place = start;
  let at = 0;
  while (at < words.length) {
    const step = next(place, words, at);
    place = step.place;
    at = step.at;
  }
  return place;
}

interface Step {
  readonly place: HtmlPlace;
  readonly at: number;
}

function next(place: HtmlPlace, words: string, at: number): Step {
  switch (place.kind) {
    case "text":
      return inText(words, at);
    case "comment":
      return upTo("-->", words, at, place, TEXT);
    case "code":
      return upTo(`</${place.element}`, words, at, place, { kind: "tag", tag: "/", words: "" });
    case "attribute": {
      const end = words.indexOf(place.quote, at);
      if (end < 0) return { place: { ...place, before: place.before + words.slice(at) }, at: words.length };
      return { place: { kind: "tag", tag: place.tag, words: "" }, at: end + 1 };
    }
    case "tag":
      return inTag(place, words, at);
  }
}

function inText(words: string, at: number): Step {
  const opening = /<!--|<\/?[a-z!][^\s/>"']*/gi;
  opening.lastIndex = at;
  const found = opening.exec(words);
  if (found === null) return { place: TEXT, at: words.length };
  const after = found.index + found[0].length;
  if (found[0].startsWith("<!--")) return { place: { kind: "comment" }, at: found.index + "<!--".length };
  return { place: { kind: "tag", tag: found[0].slice(1).toLowerCase(), words: "" }, at: after };
}

function inTag(place: Extract<HtmlPlace, { readonly kind: "tag" }>, words: string, at: number): Step {
  const rest = /[^>"']*/y;
  rest.lastIndex = at;
  const passed = place.words + (rest.exec(words)?.[0] ?? "");
  const end = rest.lastIndex;
  const character = words[end];
  if (character === undefined) return { place: { ...place, words: passed }, at: words.length };
  if (character === ">") {
    const isCode = place.tag === "script" || place.tag === "style";
    return { place: isCode ? { kind: "code", element: place.tag } : TEXT, at: end + 1 };
  }
  const name = /([^\s=/]+)\s*=\s*$/.exec(passed)?.[1]?.toLowerCase() ?? "";
  const quote = character === "'" ? "'" : '"';
  return { place: { kind: "attribute", tag: place.tag, name, quote, before: "" }, at: end + 1 };
}

function upTo(end: string, words: string, at: number, inside: HtmlPlace, outside: HtmlPlace): Step {
  const found = words.toLowerCase().indexOf(end, at);
  return found < 0 ? { place: inside, at: words.length } : { place: outside, at: found + end.length };
}
