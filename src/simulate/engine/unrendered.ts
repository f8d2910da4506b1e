import { LineMap } from "../../freemarker/positions.js";
import type { Template } from "../../freemarker/tree.js";
import { DIRECTIVES } from "../../freemarker/vocabulary.js";
import { walk } from "../../freemarker/walk.js";
import type { Unrendered } from "../trace.js";

/** What looks like code and is text to FreeMarker: tags with a space in them, and tags of the other bracket syntax. */
const LOOKS_LIKE_CODE = /<\s*\/?\s*#\s*([a-zA-Z]+)[^<>]*>?|\[\/?#([a-zA-Z]+)[^[\]]*\]?|\$\s+\{[^{}]*\}/g;

/**
 * Template code in the plain text of a template, which FreeMarker prints as it stands. What is inserted is never meant:
 * a card may be called `<#if x>`.
 */
export function unrenderedIn({ body, source }: Template, key: string): readonly Unrendered[] {
  const lines = new LineMap(source);
  return walk(body).flatMap(({ node }) => {
    if (node.kind !== "text") return [];
    return [...node.text.matchAll(LOOKS_LIKE_CODE)]
      .filter(([code, angle, square]) => code.startsWith("$") || DIRECTIVES.has(angle ?? square ?? ""))
      .map(({ 0: code, index }) => {
        const { line, column } = lines.position(node.span.start.offset + index);
        return { code, place: { key, line, column } };
      });
  });
}
