import { OPERATOR_ADVICE } from "./advice.js";
import type { Enclosure, Token } from "./token.js";

/** How what is being read ends, and how it starts. */
const BRACKETS: Readonly<Record<Enclosure, { readonly opening: string; readonly closing: string }>> = {
  interpolation: { opening: "${", closing: "}" },
  "bracket interpolation": { opening: "[=", closing: "]" },
  "angle tag": { opening: "tag", closing: ">" },
  "square tag": { opening: "tag", closing: "]" },
};

/** How far before a token is looked for the word that went wrong. */
const LOOK_BACK = 10;

/**
 * What to write instead of a token that cannot stand where it does, if that is known.
 *
 * @param line the line in which the interpolation or the tag around it starts
 */
export function adviceOn(
  { kind, start, end }: Token,
  source: string,
  enclosure: Enclosure,
  line: number,
): string | undefined {
  if (kind === "end of file") {
    if (start < source.length) return undefined;
    const { opening, closing } = BRACKETS[enclosure];
    return `Close the ${opening} in line ${line} with ${closing}.`;
  }
  const before = source.slice(Math.max(0, start - LOOK_BACK), start);
  const found = source.slice(start, end);
  if (/[^<]<$/.test(before) && found === ">") return 'Write != for "<>".';
  if (/[!=]=$/.test(before) && found === "=") return `Write ${before.slice(-2)} for "${before.slice(-2)}=".`;
  if (kind === "name" && /(?:^|[\s(&|])not\s+$/.test(before)) return OPERATOR_ADVICE.get("not");
  return kind === "name" || kind === "operator" ? OPERATOR_ADVICE.get(found) : undefined;
}
