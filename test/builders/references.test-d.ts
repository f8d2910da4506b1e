/** The types of references, as an author's editor shows them. Nothing here is ever run. */
import { describe, expectTypeOf, test } from "vitest";
import {
  asNumber,
  booleanShape,
  choiceParameter,
  constant,
  countInStock,
  each,
  equal,
  flagParameter,
  html,
  incident,
  listParameter,
  listShape,
  numberShape,
  numericShape,
  onlyIf,
  optionalShape,
  orElse,
  recordShape,
  renaming,
  secretVariable,
  stocksWithMinimum,
  text,
  textParameter,
  textShape,
  toNumber,
  url,
  variable,
  type Condition,
  type Flow,
  type ListValue,
  type Parameter,
  type ParameterValues,
  type Reference,
  type Text,
  type Value,
  type VariableReference,
} from "../../src/index.js";

declare const flow: Flow;
declare function valuesOf<Parameters extends Readonly<Record<string, Parameter<unknown>>>>(
  parameters: Parameters,
): ParameterValues<Parameters>;

const shape = recordShape({
  name: textShape,
  count: numberShape,
  open: booleanShape,
  minimum: numericShape,
  note: optionalShape(textShape),
  owner: optionalShape(recordShape({ email: textShape })),
  items: listShape(recordShape({ id: textShape })),
});
const answer = flow.http("get", { method: "GET", url: url`/a`, answer: shape }).body;

describe("a reference", () => {
  test("has the kind of its shape", () => {
    expectTypeOf<Reference<typeof textShape>>().toEqualTypeOf<Value<"text">>();
    expectTypeOf(answer.name).toEqualTypeOf<Value<"text">>();
    expectTypeOf(answer.count).toEqualTypeOf<Value<"number">>();
    expectTypeOf(answer.open).toEqualTypeOf<Condition>();
    expectTypeOf(answer.minimum).toEqualTypeOf<Value<"numeric">>();
    expectTypeOf(answer).toExtend<Value<"record">>();
  });

  test("knows what may be missing", () => {
    expectTypeOf(answer.note).toEqualTypeOf<Value<"text", "optional">>();
    expectTypeOf(answer.owner.email).toEqualTypeOf<Value<"text", "optional">>();
    expectTypeOf(orElse(answer.note, "")).toEqualTypeOf<Value<"text">>();
    expectTypeOf(toNumber(answer.minimum)).toEqualTypeOf<Value<"number">>();
  });

  test("to a list knows its items", () => {
    expectTypeOf(answer.items).toExtend<ListValue<typeof shape.fields.items.item>>();
    flow.forEach("loop", answer.items, "item", (item) => {
      expectTypeOf(item.id).toEqualTypeOf<Value<"text">>();
    });
    each(answer.items, "item", (item) => {
      expectTypeOf(item.id).toEqualTypeOf<Value<"text">>();
      return text``;
    });
  });

  test("to a card's field or an answer of the catalogue's requests is typed too", () => {
    expectTypeOf(incident.naam).toEqualTypeOf<Value<"text">>();
    expectTypeOf(incident.aanmelderemail).toEqualTypeOf<Value<"text", "optional">>();
    const page = flow.http("stocks", { ...stocksWithMinimum("x"), url: url`/a` }).body;
    expectTypeOf(page.count).toEqualTypeOf<Value<"number", "optional">>();
    const { count } = flow.http("count", { ...countInStock(answer.name, true), url: url`/a` }).body;
    expectTypeOf(count).toEqualTypeOf<Value<"number">>();
  });
});

describe("a variable", () => {
  test("is known by name and kind", () => {
    const variables = flow.variables({ user: variable("Who"), password: secretVariable("Its password") });
    expectTypeOf(variables).toEqualTypeOf<{
      readonly user: VariableReference;
      readonly password: VariableReference<"secret">;
    }>();
    expectTypeOf(variables.user).toExtend<Value<"text">>();
    expectTypeOf(variables.password).not.toExtend<Value<"text">>();
  });

  test("that was assigned is text", () => {
    const assigned = flow.assign("a", "v", answer.count);
    expectTypeOf(assigned).toEqualTypeOf<VariableReference>();
    expectTypeOf(asNumber(assigned)).toEqualTypeOf<Value<"number">>();
  });
});

describe("a text", () => {
  test("keeps saying what its words are", () => {
    expectTypeOf(text`a`).toEqualTypeOf<Text<"plain">>();
    expectTypeOf(html`${text`a`}${html`b`}`).toEqualTypeOf<Text<"html">>();
    expectTypeOf(url`${answer.name}`).toEqualTypeOf<Text<"url">>();
    expectTypeOf(renaming(constant(1), constant(2))).toEqualTypeOf<Text<"none">>();
    expectTypeOf(onlyIf(equal(answer.count, 1), html`a`)).toEqualTypeOf<Text<"html">>();
    expectTypeOf(each(answer.items, "item", () => text`a`)).toEqualTypeOf<Text<"plain">>();
  });
});

describe("parameters", () => {
  test("give values of their own types", () => {
    const description = "x";
    const values = valuesOf({
      name: textParameter({ description, default: "" }),
      loud: flagParameter({ description, default: false }),
      language: choiceParameter({ description, choices: ["nl", "en"], default: "nl" }),
      names: listParameter({ description, default: [], item: textParameter({ description, default: "" }) }),
    });
    expectTypeOf(values).toEqualTypeOf<{
      readonly name: string;
      readonly loud: boolean;
      readonly language: "nl" | "en";
      readonly names: readonly string[];
    }>();
  });
});
