import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../../src/freemarker/parse.js";
import { BUILT_INS } from "../../../src/freemarker/vocabulary.js";
import { render, type ModelValue } from "../../../src/freemarker/evaluate/render.js";

const LIMITS = { steps: 20_000, output: 20_000, nesting: 50 };

const operand = fc.constantFrom(
  "s",
  "n",
  "xs",
  "o",
  "b",
  "missing",
  "(o.x.y)",
  "'a'",
  "1.5",
  "[]",
  "1..3",
  "m",
);
const argument = fc.constantFrom(
  "",
  "'a'",
  "1",
  "xs",
  "missing",
  "'[a-z]+', 'r'",
  "-1",
  "x -> x",
  "x -> x.y",
  "'0.0'",
);
const builtIn = fc.constantFrom(...BUILT_INS);
const expression = fc
  .tuple(operand, fc.array(fc.tuple(builtIn, fc.option(argument)), { maxLength: 3 }))
  .map(([start, calls]) =>
    calls.reduce<string>(
      (text, [name, given]) => `${text}?${name}${given === null ? "" : `(${given})`}`,
      start,
    ),
  );
const piece = fc.oneof(
  expression.map((text) => `\${${text}}`),
  expression.map((text) => `<#if ${text}>x<#else>y</#if>`),
  expression.map((text) => `<#list ${text} as s>\${s!}<#sep>,</#list>`),
  expression.map((text) => `<#assign v = ${text}>`),
  expression.map((text) => `<#attempt>\${${text}}<#recover>r</#attempt>`),
  fc.constantFrom(
    "\n",
    "  ",
    "<#t>",
    "<@m/>",
    "<#macro m><#nested></#macro>",
    "<@m>q</@m>",
    "<#compress> a </#compress>",
  ),
  fc.string({ maxLength: 5 }),
);

const data = fc.letrec<{ value: ModelValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 3 }),
  ),
})).value;

test("whatever the template and the model: rendering ends, within its limits, and throws nothing", () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 6 }),
      fc.array(data, { minLength: 6, maxLength: 6 }),
      (pieces, values) => {
        const [s = null, n = null, xs = null, o = null, b = null, x = null] = values;
        const result = render(parse(pieces.join("")).template, {
          model: { s, n, xs, o, b, x },
          limits: LIMITS,
        });
        if (result.ok) expect(result.output.length).toBeLessThanOrEqual(LIMITS.output);
        else expect(result.error.message).not.toMatch(/The model failed|undefined|\[object/);
      },
    ),
    { numRuns: 2_000 },
  );
});

test("text without template code is printed as it is", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!/[$#][{]|<\/?[#@]|\[\/?[#@]/.test(text));
      expect(render(parse(text).template, { model: {} })).toEqual({ ok: true, output: text });
    }),
  );
});

test("a text of the model comes out unchanged, and is read back from its JSON form", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const { template } = parse('${text}|{"t":"${text?json_string}"}');
      const result = render(template, { model: { text } });
      if (!result.ok) throw new Error(result.error.message);
      expect(result.output.slice(0, text.length)).toBe(text);
      expect(JSON.parse(result.output.slice(text.length + 1))).toEqual({ t: text });
    }),
  );
});
