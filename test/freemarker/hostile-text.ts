import fc from "fast-check";
import { samples } from "./samples.js";

const FRAGMENTS = [
  ...[
    "${",
    "#{",
    "[=",
    "<#if(",
    "<#elseif ",
    "<#else>",
    "<#else if ",
    "</#if>",
    "<#list xs as x>",
    "</#list>",
  ],
  ...["<#items as x>", "</#items>"],
  ...[
    "<#if ",
    "<#list ",
    "<#sep>",
    "</#sep>",
    "<#switch ",
    "<#case ",
    "<#default>",
    "</#switch>",
    "<@x",
    "<@",
  ],
  ...["</@x>", "</@>", "/>", "<#assign a = ", "<#assign x>", "</#assign>", "<#macro m ", "</#macro>", "<#--"],
  ...["-->", "<#noparse>", "</#noparse>", "<#ftl ", "[#ftl]", "[#if ", "[/#if]", "[@x]", "<#attempt>"],
  ...["<#recover>", "</#attempt>", "<#t>", "<#break>", "<#return ", "<#setting ", "<#elif x>", "<#iff x>"],
  ...[
    '"',
    "'",
    "\\",
    '\\"',
    "\\x41",
    'r"',
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "<",
    ">",
    ">=",
    "=",
    "==",
    ",",
    ";",
  ],
  ...[
    ":",
    ".",
    "..",
    "..<",
    "...",
    "!",
    "!=",
    "?",
    "??",
    "+",
    "-",
    "->",
    "*",
    "**",
    "/",
    "%",
    "&&",
    "||",
    "@",
  ],
  ...[
    "a",
    "x",
    "as ",
    " in ",
    "using ",
    "true",
    "gt ",
    " lt ",
    "1",
    "0.5",
    "1.",
    "?c",
    "?then(",
    "?map(x -> x)",
  ],
  ...["?upper_case", "?upperCase", ".now", ".nu", "${x}", "</#", "<#", "#", "$", "&gt;", "a\\-b", "é", "😀"],
  ...[" ", "\t", "\n", "\r\n", "\r", "\0", "\u2028", "\ud83d", "\ude00", "\ufeff", "tekst"],
];

export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...FRAGMENTS), { maxLength: 24 })
  .map((fragments) => fragments.join(""));

/** Any UTF-16 units at all, and any code points. */
export const randomText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
);

/** Pieces of a template that a slip of the keyboard would hit: words, numbers, white space, single marks. */
function tokensOf(source: string): readonly string[] {
  return source.match(/\$\{|<\/?[#@]|-->|\?\?|[\p{L}_]+|\p{N}+|\s+|[^]/gu) ?? [];
}

const tokenized = [...samples.values()].map(tokensOf);

const slip = fc.record({
  kind: fc.constantFrom("delete", "double", "swap", "insert"),
  /** A place as a part of a thousand, so that it shrinks and fits templates of any length. */
  place: fc.nat(999),
  fragment: fc.constantFrom(...FRAGMENTS),
});

/** A valid template with a few slips in it. */
export const mutatedTemplate: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...tokenized), fc.array(slip, { minLength: 1, maxLength: 4 }))
  .map(([tokens, slips]) => {
    const result = [...tokens];
    for (const { kind, place, fragment } of slips) {
      const at = Math.floor((place * result.length) / 1000);
      const [token = "", next = ""] = result.slice(at, at + 2);
      if (kind === "delete") result.splice(at, 1);
      else if (kind === "double") result.splice(at, 0, token);
      else if (kind === "swap") result.splice(at, 2, next, token);
      else result.splice(at, 0, fragment);
    }
    return result.join("");
  });
