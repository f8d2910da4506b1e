import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/actions/catalogue.js";
import { customerSchema } from "../../src/customers/schema.js";
import { isJsonObject, parseJson, type JsonObject, type JsonValue } from "../../src/model/json.js";

const root = new URL("../../", import.meta.url);
const schema = customerSchema(catalogue);
const validate: ValidateFunction = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(
  schema,
);

test("the file is fresh; if not, run npm run generate", () => {
  const file = readFileSync(new URL("schemas/customer.schema.json", root), "utf8");
  expect(file === `${JSON.stringify(schema, null, 2)}\n`).toBe(true);
});

const folders = [
  "customers",
  ...readdirSync(new URL("examples/", root)).map((name) => `examples/${name}/customers`),
];
const files = folders.flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root))
    .filter((name) => name.endsWith(".json"))
    .map((name) => `${folder}/${name}`),
);

/** The example of a step has a parameter of its own, which the schema of the package does not know. */
const withOwnActions = "examples/5-add-a-step/customers/acme.json";

test.each(files.filter((path) => path !== withOwnActions))("%s is valid", (path) => {
  validate(parseJson(readFileSync(new URL(path, root), "utf8")));
  expect(validate.errors).toBeNull();
});

const stock = (settings: JsonObject): JsonObject => ({ actions: { "minimum-stock": settings } });

describe("an editor shows as wrong", () => {
  test.each<readonly [string, JsonValue]>([
    ["a misspelt key", { action: {} }],
    ["a misspelt key of an action of one's own", { actions: { greet: { parametres: {} } } }],
    ["a misspelt parameter", stock({ parameters: { shrot: "below" } })],
    ["a value that is no choice", stock({ parameters: { short: "above" } })],
    ["a schedule that is not whole", stock({ parameters: { schedule: { frequency: "DAILY" } } })],
    ["a target that does not exist", stock({ targets: ["actoin"] })],
    ["a misspelt variable", stock({ variables: { mail_too: { hint: "x" } } })],
    ["a value for a secret variable", stock({ variables: { topdesk_applicationpassword: { value: "x" } } })],
    ["a patch without a reason", stock({ patch: [{ op: "remove", path: "/action/name" }] })],
    ["a logo that is not on https", { branding: { logoUrl: "http://acme.example" } }],
  ])("%s", (_what, value) => {
    expect(validate(value)).toBe(false);
  });
});

test("an action of one's own may have any parameters and variables", () => {
  const greet = { parameters: { names: ["An"] }, variables: { greeting: { value: "Hi" } } };
  validate({ variables: { door: { hint: "Which door" } }, actions: { greet } });
  expect(validate.errors).toBeNull();
});

test("what inherits may say {{parent}} and null", () => {
  const value = {
    extends: "base",
    language: null,
    branding: { signature: "a\n{{parent}}", logoUrl: null },
    targets: ["{{parent}}", "action"],
    actions: {
      "minimum-stock": { parameters: { minimumField: "{{parent}}-2", short: null } },
      "notify-operator-group": null,
    },
  };
  validate(value);
  expect(validate.errors).toBeNull();
});

describe("an editor has something to show", () => {
  test.each(
    catalogue.flatMap(({ id, parameters }) => Object.keys(parameters).map((name) => [id, name] as const)),
  )("for the parameter of %s: %s", (id, name) => {
    const parameter = at(schema, [
      "properties",
      "actions",
      "properties",
      id,
      "properties",
      "parameters",
      "properties",
      name,
    ]);
    const definition = catalogue.find((candidate) => candidate.id === id)?.parameters[name];
    expect(parameter["description"]).toContain(definition?.description);
    expect(parameter["description"]).toContain(JSON.stringify(definition?.default));
    expect(parameter["default"]).toEqual(definition?.default);
  });

  test("for every key of a customer", () => {
    for (const key of Object.values(at(schema, ["properties"]))) {
      expect(isJsonObject(key) ? key["description"] : undefined).toMatch(/\S/);
    }
  });
});

function at(value: JsonObject, path: readonly string[]): JsonObject {
  const found = path.reduce<JsonValue | undefined>(
    (node, key) => (isJsonObject(node) ? node[key] : undefined),
    value,
  );
  if (!isJsonObject(found)) throw new Error(`nothing at ${path.join("/")}`);
  return found;
}
