import { expect, test } from "vitest";
import { topdeskUrl } from "../../src/topdesk/globals.js";
import { sourceOf } from "../builders/sample-values.js";

test("the address of the environment is a global of TOPdesk", () => {
  expect(sourceOf(topdeskUrl)).toBe("_topdeskUrl");
});
