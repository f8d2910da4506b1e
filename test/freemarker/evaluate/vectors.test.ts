import { describe, expect, test } from "vitest";
import { compareRendering } from "../../../conformance/render.js";
import { readRenderVectors } from "../../../conformance/render-vectors.js";

const vectors = readRenderVectors(new URL("../../golden/freemarker/render.jsonl", import.meta.url));

describe("a template is rendered as the real FreeMarker does, or fails on the same line", () => {
  test("there are enough of both kinds", () => {
    expect(vectors.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(500);
    expect(vectors.filter(({ ok }) => !ok).length).toBeGreaterThanOrEqual(100);
  });

  test.each(vectors)("$id", (vector) => {
    expect(compareRendering(vector).difference).toBeUndefined();
  });
});
