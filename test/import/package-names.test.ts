import { expect, test } from "vitest";
import { PACKAGE_NAMES } from "../../src/import/package-names.js";
import * as packageExports from "../../src/index.js";

test("the package exports every name that generated code may import", () => {
  expect(Object.keys(packageExports)).toEqual(expect.arrayContaining([...PACKAGE_NAMES]));
});
