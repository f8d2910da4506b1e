import { expect, test } from "vitest";
import { github } from "../../../src/check/format/github.js";
import { bare, full, warning } from "./sample-findings.js";

test("writes one workflow command for each finding", () => {
  expect(github([full, warning, bare])).toBe(
    '::error file=exports/a.json,line=3,col=9,title=TA203::There is no step "a". Did you mean "b"?\n' +
      "::warning file=b.json,title=TA115::Other bytes.\n" +
      "::notice title=TA901::Something is inferred.\n",
  );
});

test("escapes what would end a message", () => {
  const message = "100%\r\nnew line: a, b";
  expect(github([{ ...bare, message }])).toBe("::notice title=TA901::100%25%0D%0Anew line: a, b\n");
});

test("escapes what would end a property as well", () => {
  const file = "C:\\a,b\n50%.json";
  expect(github([{ ...warning, file }])).toContain("file=C%3A\\a%2Cb%0A50%25.json,");
});

test("says nothing when nothing was found", () => {
  expect(github([])).toBe("");
});
