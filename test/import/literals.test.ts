import fc from "fast-check";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { jsonCode, keyCode, stringCode, templateCode } from "../../src/import/literals.js";

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "`",
        "${",
        "}",
        "\\",
        "$",
        "{",
        "\r",
        "\n",
        "\u2028",
        "\ud800",
        "*/",
        '"',
        "\0",
        "\u200e",
      ),
    )
    .map((parts) => parts.join("")),
);

test("the literal of a text is that text, whatever is in it", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(runInNewContext(stringCode(text))).toBe(text);
      expect(runInNewContext(`\`${templateCode(text)}\``)).toBe(text);
      expect(runInNewContext(`\`${templateCode(text)}\${"{x}"}\``)).toBe(`${text}{x}`);
    }),
  );
});

test("the literal of a JSON value is that value, with __proto__ as a key", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as null;
      expect(JSON.stringify(runInNewContext(`(${jsonCode(json)})`))).toBe(JSON.stringify(json));
    }),
  );
  expect(keyCode("__proto__")).toBe('["__proto__"]');
});

test("no sign that an editor hides or turns round stands in the code as it is", () => {
  expect(stringCode("a\u202eb\u2028\ufeff\ud800")).toBe('"a\\u202eb\\u2028\\ufeff\\ud800"');
});
