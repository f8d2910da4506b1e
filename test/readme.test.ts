import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { catalogue } from "../src/actions/catalogue.js";
import { parseJson } from "../src/model/json.js";
import { readCustomer } from "../src/customers/read.js";
import { buildAction } from "../src/dist/build.js";
import { handlebarsTexts } from "../src/text/handlebars-texts.js";
import { standardVariables } from "../src/topdesk/standard-variables.js";
import { CODES } from "../src/check/codes.js";
import { runCli } from "../src/cli/main.js";
import { impactedAssets } from "./examples/impacted-assets.js";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
/** Tables are padded to columns. */
const unpadded = readme.replace(/ {2,}/g, " ");
const root = new URL("..", import.meta.url).pathname;

function blocks(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp("^```" + language + "\\n([^]*?)^```", "gm"))].map(
    ([, block]) => block ?? "",
  );
}

describe("the README's examples", () => {
  test("the customer's file is one that is accepted", () => {
    const [example = ""] = blocks("json");
    const { customer, diagnostics } = readCustomer(
      "acme",
      parseJson(example),
      "customers/acme.json",
      catalogue,
    );
    expect(diagnostics).toEqual([]);
    expect(customer.actions.map(({ definition }) => definition.id)).toEqual(["minimum-stock"]);
  });

  test("the action of your own is the one that is type-checked and built here", () => {
    const [example = ""] = blocks("ts");
    expect(example).toBe(readFileSync(new URL("examples/impacted-assets.ts", import.meta.url), "utf8"));
    const words = ["name", "description", "subject"].map(
      (name) => [`impacted-assets/${name}.en.hbs`, name] as const,
    );
    const texts = handlebarsTexts(
      new Map([...words, ["impacted-assets/mail.en.hbs", "<p>{{count}} impacted</p>"]]),
    );
    const result = buildAction(
      { definition: impactedAssets, target: "action", parameters: {}, customer: "acme" },
      { texts },
    );
    expect(result.diagnostics.map(({ code }) => code)).toEqual(["TA901"]);
    expect(result.files[0]?.content).toContain(
      "<p>${_responses.get_impacted_assets.body.count?c} impacted</p>",
    );
  });

  test("every command that it names exists, with these options", async () => {
    const commands = [...readme.matchAll(/npx topdesk-actions ([a-z]+)((?: --[a-z-]+)*)/g)];
    expect(commands.length).toBeGreaterThan(2);
    for (const [, command = "", options = ""] of commands) {
      let help = "";
      const terminal = {
        out: (text: string) => void (help += text),
        err: () => undefined,
        color: false,
        env: {},
        cwd: root,
      };
      expect(await runCli([command, "--help"], terminal)).toBe(0);
      for (const option of options.split(" ").filter((word) => word !== "")) expect(help).toContain(option);
    }
  });
});

describe("the README's facts", () => {
  test("the variables are those of the action", () => {
    for (const [name, { hint }] of Object.entries(standardVariables)) {
      expect(unpadded).toContain(`| \`${name}\` | ${hint} |`);
    }
  });

  test("the parameters are those of the action", () => {
    const parameters = catalogue.find(({ id }) => id === "minimum-stock")?.parameters ?? {};
    for (const name of Object.keys(parameters))
      expect(unpadded).toMatch(new RegExp(`^\\| \`${name}\` \\| `, "m"));
  });

  test("the codes that it names exist", () => {
    for (const [code] of readme.matchAll(/TA\d{3}/g)) expect(Object.keys(CODES)).toContain(code);
  });
});
