import { describe, expect, test } from "vitest";
import { listShape, numberShape, optionalShape, recordShape, textShape } from "../../src/builders/shape.js";
import {
  guarded,
  isValue,
  ITEM,
  member,
  operand,
  postfix,
  PRECEDENCE,
  reference,
  topLevel,
  VALUE,
} from "../../src/builders/value.js";
import { sourceOf } from "./sample-values.js";

describe("a name at the top of the data model", () => {
  test.each([
    ["unid", "unid"],
    ["_variables", "_variables"],
    ["mijn-veld", '.data_model["mijn-veld"]'],
    ["in", '.data_model["in"]'],
    ['a"b', '.data_model["a\\"b"]'],
  ])("%j is read as %s", (name, source) => {
    expect(topLevel(name).source).toBe(source);
  });
});

describe("a key of something", () => {
  test.each([
    ["name", "a.name"],
    ["@linkToTemplateCount", 'a["@linkToTemplateCount"]'],
    ["true", 'a["true"]'],
    ["${x}", 'a["$\\{x}"]'],
  ])("%j is read as %s", (key, source) => {
    expect(member(postfix("a"), key).source).toBe(source);
  });

  test("puts a looser expression in parentheses", () => {
    expect(member({ source: "a + b", precedence: PRECEDENCE.additive }, "c").source).toBe("(a + b).c");
  });
});

test("an operand gets parentheses only when it binds less tightly than its operator", () => {
  const sum = { source: "a + b", precedence: PRECEDENCE.additive } as const;
  expect(operand(sum, PRECEDENCE.relational)).toBe("a + b");
  expect(operand(sum, PRECEDENCE.additive)).toBe("a + b");
  expect(operand(sum, PRECEDENCE.multiplicative)).toBe("(a + b)");
  expect(operand(sum)).toBe("(a + b)");
});

test("a path is guarded as a whole, a name as it is", () => {
  expect(guarded(postfix("a"))).toBe("a");
  expect(guarded(postfix("a.b"))).toBe("(a.b)");
});

describe("a reference", () => {
  const shape = recordShape(
    {
      name: textShape,
      minimum: optionalShape(numberShape),
      owner: optionalShape(recordShape({ email: textShape })),
      lines: listShape(textShape),
    },
    { minimum: "minimale-voorraad" },
  );
  const stock = reference(shape, topLevel("stock"));

  test("has a path for each field of its shape, under the key in the data", () => {
    expect(sourceOf(stock.name)).toBe("stock.name");
    expect(sourceOf(stock.minimum)).toBe('stock["minimale-voorraad"]');
    expect(sourceOf(stock.owner.email)).toBe("stock.owner.email");
    expect(sourceOf(stock.lines)).toBe("stock.lines");
  });

  test("knows what may be missing, also inside a record that may be missing", () => {
    expect(stock.name[VALUE].presence).toBe("present");
    expect(stock.minimum[VALUE].presence).toBe("optional");
    expect(stock.owner.email[VALUE].presence).toBe("optional");
  });

  test("to a list knows what its items look like", () => {
    expect(stock.lines[ITEM]).toBe(textShape);
  });
});

test("values are told from everything else", () => {
  expect(isValue(reference(textShape, topLevel("a")))).toBe(true);
  for (const other of [null, undefined, "a", 1, {}, [], { source: "a" }]) expect(isValue(other)).toBe(false);
});
