import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { print, url } from "../../src/builders/text.js";
import { withQuery, type Query } from "../../src/topdesk/query.js";
import { card, flag } from "../builders/sample-values.js";
import { anyWellFormedText, printed } from "../freemarker/lexer-model.js";

function written(query: Query): string {
  return print(withQuery(url`/tas/api`, query), "url");
}

describe("a path with a query", () => {
  test.each<[string, Query, string]>([
    ["is the path when there is none", {}, "/tas/api"],
    ["keeps the order of the author", { b: 1, a: "x" }, "/tas/api?b=1&a=x"],
    [
      "leaves out what is undefined, also at the start",
      { a: undefined, b: 1, c: undefined, d: 2 },
      "/tas/api?b=1&d=2",
    ],
    ["writes truth values as words", { archived: false, all: true }, "/tas/api?archived=false&all=true"],
    ["keeps empty values", { a: "" }, "/tas/api?a="],
    ["encodes what separates parameters", { "a&b": "c=d&e#f+g h" }, "/tas/api?a%26b=c%3Dd%26e%23f%2Bg%20h"],
    [
      "writes plainly what TOPdesk's documentation writes plainly",
      { $filter: "a,b:c/d@e" },
      "/tas/api?$filter=a,b:c/d@e",
    ],
    [
      "leaves run-time values to the field that escapes them",
      { id: card.name, n: card.count, is: flag },
      "/tas/api?id=${card.name}&n=${card.count?c}&is=${flag?c}",
    ],
    ["keeps template code words", { "${x}": "${y}" }, "/tas/api?$%7Bx%7D=$%7By%7D"],
  ])("%s", (_rule, query, path) => {
    expect(written(query)).toBe(path);
  });
});

test("whatever its names and values are, a URL reader finds exactly those", () => {
  fc.assert(
    fc.property(fc.dictionary(anyWellFormedText, anyWellFormedText), (query) => {
      const address = new URL(`https://x.example${printed(written(query))}`);
      expect([...address.searchParams]).toEqual(Object.entries(query));
      expect([address.pathname, address.hash]).toEqual(["/tas/api", ""]);
    }),
  );
});
