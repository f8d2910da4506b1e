import { expect, test } from "vitest";
import { builtCustomer } from "./build-customer.js";
const root = new URL("../../", import.meta.url).pathname;
test.each(["sample-base", "sample-school", "sample-municipality", "sample-hospital", "default"])(
  "%s",
  async (id) => {
    const built = await builtCustomer(root, id);
    console.log(
      built.diagnostics,
      built.findings,
      [...built.files.keys()],
      built.customer.name,
      built.customer.branding,
    );
    expect(built.diagnostics).toEqual([]);
  },
);
test.each(["1-change-a-word", "2-set-a-parameter", "3-change-a-text", "4-patch", "5-add-a-step"])(
  "%s",
  async (name) => {
    const built = await builtCustomer(`${root}examples/${name}`, "acme");
    console.log(built.diagnostics, built.findings, [...built.files.keys()]);
    expect(built.diagnostics).toEqual([]);
  },
);
