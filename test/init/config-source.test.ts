import { describe, expect, test } from "vitest";
import { linesFor, withAction } from "../../src/init/config-source.js";

const lines = linesFor("stuck-assets", "stuckAssets", "topdesk-actions.config.ts");

const config = (list: string) => `import { defineConfig } from "topdesk-actions";
import { first } from "./actions/first.js";

export default defineConfig({ ${list}, out: "build" });
`;

describe("an action is added to a config", () => {
  test.each([
    ["actions: []", "actions: [stuckAssets]"],
    ["actions: [first]", "actions: [first, stuckAssets]"],
    ["actions: [first,]", "actions: [first, stuckAssets]"],
    ["actions: [\n    first,\n  ]", "actions: [\n    first,\n    stuckAssets,\n  ]"],
    ["actions: [\n    first\n  ]", "actions: [\n    first,\n    stuckAssets,\n  ]"],
  ])("%j", (before, after) => {
    const added = config(after).replace(
      "\n\n",
      '\nimport { stuckAssets } from "./actions/stuck-assets.js";\n\n',
    );
    expect(withAction(config(before), lines)).toBe(added);
  });

  test("below an import over several lines, with its quotes and without a semicolon", () => {
    const source =
      "import {\n  defineConfig,\n} from 'topdesk-actions'\n\nexport default defineConfig({ actions: [] })\n";
    expect(withAction(source, lines)).toBe(
      "import {\n  defineConfig,\n} from 'topdesk-actions'\nimport { stuckAssets } from './actions/stuck-assets.js'\n\nexport default defineConfig({ actions: [stuckAssets] })\n",
    );
  });

  test("in JavaScript, by the name that the file has", () => {
    const { importLine } = linesFor("stuck-assets", "stuckAssets", "topdesk-actions.config.mjs");
    expect(importLine).toBe('import { stuckAssets } from "./actions/stuck-assets.ts";');
  });
});

describe("a config is left as it is", () => {
  test.each([
    ["without a list of actions", config('customers: "clients"')],
    ["with a list that is more than names", config("actions: [make(1)]")],
    ["with a spread list", config("actions: [...others]")],
    ["with two lists", config("actions: [], more: { actions: [] }")],
    ["with the list in a comment", config("\n  // actions: [first]\n  customers: 'x'")],
    [
      "with the list in a comment of several lines",
      config("/* such as\n  actions: [first] */ customers: 'x'"),
    ],
    ["with an import in a comment", `/*\nimport { a } from "b";\n*/\nexport default { actions: [] };\n`],
    ["without an import", "export default { actions: [] };\n"],
    ["with the line ends of Windows", config("actions: []").replaceAll("\n", "\r\n")],
    ["that has the action already", config("actions: [stuckAssets]")],
  ])("%s", (_case, source) => {
    expect(withAction(source, lines)).toBeUndefined();
  });

  test("the second time", () => {
    const once = withAction(config("actions: []"), lines) ?? "";
    expect(once).toContain("[stuckAssets]");
    expect(withAction(once, lines)).toBeUndefined();
  });
});
