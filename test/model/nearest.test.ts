import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest } from "../../src/model/nearest.js";

const candidates = ["schedule", "language", "minimumField"];

test.each([
  ["langauge", "language"],
  ["LANGUAGE", "language"],
  ["shedule", "schedule"],
  ["minimumfeld", "minimumField"],
  ["colour", undefined],
  ["", undefined],
])("%j was meant to be %s", (word, candidate) => {
  expect(nearest(word, candidates)).toBe(candidate);
});

test("the nearest one wins, and the first of two that are as near", () => {
  expect(nearest("stocks", ["stick", "stock", "stocky"])).toBe("stock");
  expect(nearest("bat", ["cat", "hat"])).toBe("cat");
});

test("a word that is there is always meant, and only a candidate is ever meant", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), fc.string(), (words, other) => {
      const [word = ""] = words;
      expect(nearest(word, words)?.toLowerCase()).toBe(word.toLowerCase());
      const found = nearest(other, words);
      expect(found === undefined || words.includes(found)).toBe(true);
    }),
  );
});
