// test/golden/guide/<case>/request.json says what is asked for; guide.md and guide.html beside it are what comes out.
// Refresh with npm run golden:update, and look at the difference.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sampleGuide, type SampleRequest } from "./sample-request.js";

const root = new URL("../golden/guide/", import.meta.url);

/** A request as its file has it. */
interface GoldenRequest extends SampleRequest {
  /** Whether the page is kept as well as the Markdown. */
  readonly html?: boolean;
}

describe.each(readdirSync(root))("the guide %s", (name) => {
  const folder = new URL(`${name}/`, root);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- written for this test
  const request: GoldenRequest = JSON.parse(readFileSync(new URL("request.json", folder), "utf8"));
  const guide = sampleGuide(request);

  test("is exactly this Markdown", async () => {
    await expect(guide.markdown).toMatchFileSnapshot(new URL("guide.md", folder).pathname);
  });

  if (request.html === true) {
    test("is exactly this page", async () => {
      await expect(guide.html).toMatchFileSnapshot(new URL("guide.html", folder).pathname);
    });
  }
});
