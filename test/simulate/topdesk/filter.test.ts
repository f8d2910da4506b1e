import { describe, expect, test } from "vitest";
import { createTopdesk } from "../../../src/simulate/topdesk/answer.js";
import {
  asset,
  errorIn,
  get,
  idOf,
  IN_STOCK,
  LAPTOP,
  namesIn,
  SCREEN,
  stock,
  worldWith,
} from "./sample-world.js";

const topdesk = createTopdesk(
  worldWith({
    stocks: [
      stock(1, { fields: { minimum: "2.5", remark: "it's (here), ok" } }),
      stock(2, { fields: { minimum: "10", remark: "" } }),
      stock(3, { fields: { minimum: "" } }),
      stock(4, { fields: { minimum: null } }),
      stock(5),
    ],
    assets: [
      asset(1, { fields: { bought: "2024-05-01", "on-loan": true, brand: idOf(9, 1) }, stock: idOf(1, 1) }),
      asset(2, { fields: { bought: "2025-01-31T12:00", brand: idOf(9, 2) }, linkedTo: ["service/S1"] }),
      asset(3, { type: SCREEN, stock: idOf(1, 1), linkedTo: ["incident/I1"] }),
    ],
  }),
);
const ask = (category: string, filter: string) =>
  get(topdesk, `/assets?resourceCategory=${category}&$filter=${encodeURIComponent(filter)}`);
const numbers = (category: string, filter: string) =>
  namesIn(ask(category, filter)).map((name) => Number(/\d+/.exec(name)?.[0]));

test.each<[string, number[]]>([
  ["minimum isNotEmpty", [1, 2]],
  ["minimum isEmpty", [3, 4, 5]],
  ["minimum eq 2.5", [1]],
  ["minimum eq 10", [2]],
  ["minimum gt 2.5", [2]],
  ["minimum ge 2.5", [1, 2]],
  ["minimum lt 10", [1]],
  ["minimum le '10'", [1, 2]],
  ["minimum ne 10", [1]],
  ["remark contains 'HERE'", [1]],
  ["remark eq 'it''s (here), ok'", [1]],
  ["remark isEmpty", [2, 3, 4, 5]],
  ["name gt 'Stock 3'", [4, 5]],
  ["name eq 'Stock 3' or name eq 'Stock 4' and minimum isNotEmpty", [3]],
  ["(name eq 'Stock 3' or name eq 'Stock 1') and minimum isNotEmpty", [1]],
  [`id eq '${idOf(1, 2)}'`, [2]],
  [`id in ['${idOf(1, 2)}', '${idOf(1, 5)}']`, [2, 5]],
  [`isLinkedTo('${idOf(2, 1)}', '${IN_STOCK}', 'target')`, [1]],
  ["bought isEmpty", []],
  ["bought isNotEmpty", []],
])("of the stocks, %s finds %j", (filter, found) => expect(numbers("stock", filter)).toEqual(found));

test.each<[string, number[]]>([
  ["bought gt '2024' and bought lt '2024-05-02'", [1]],
  ["bought ge '2025-01-31T12:00:00'", [2]],
  ["on-loan eq 'true'", [1]],
  ["on-loan eq false", [2]],
  [`brand eq '${idOf(9, 1)}'`, [1]],
  [`brand in ['${idOf(9, 1)}','${idOf(9, 2)}']`, [1, 2]],
  [`brand ne '${idOf(9, 1)}'`, [2]],
  [`templateId eq '${LAPTOP}'`, [1, 2]],
  [`templateId ne '${LAPTOP}'`, [3]],
  [`templateId in ['${SCREEN}']`, [3]],
  ["linkedTo eq 'incident/I1'", [3]],
  [`isLinkedTo('${idOf(1, 1)}', '${IN_STOCK}', 'source')`, [1, 3]],
  [`isLinkedTo('none', '${IN_STOCK}', 'source')`, [2]],
  [`isLinkedTo('any', null, 'source')`, []],
  ["isLinkedTo('service/any', null, 'source')", [2]],
  ["isLinkedTo('service/none', null, 'source')", [1, 3]],
  ["isLinkedTo('service/S1', null, 'none')", [1, 3]],
])("of the assets, %s finds %j", (filter, found) => expect(numbers("asset", filter)).toEqual(found));

describe("what cannot be used is refused with the reason", () => {
  test.each([
    ["minimun isNotEmpty", "did you mean minimum?"],
    ["nothing-like-it isEmpty", "GET /fields lists them"],
    ["minimum contains '1'", "minimum takes eq, ne, gt, ge, lt, le, isEmpty, isNotEmpty, not contains"],
    ["remark gt 'a'", "not gt"],
    ["minimum eq 'many'", '"many" is no number'],
    ["bought eq 'thisWeek'", "depend on the clock"],
    ["bought eq 'soon'", '"soon" is no date'],
    ["on-loan eq 'maybe'", '"maybe" is no checkbox'],
    ["archiveReason eq 'x'", "reasons for archiving"],
    [`id eq '${idOf(1, 2)}' or name eq 'a'`, "cannot be combined with or"],
    ["linkedTo eq 'incident/I1' or name eq 'a'", "cannot be combined with or"],
    ["minimum lower 3", '"lower" is no operator'],
    ["minimum eq ten", "put a text between ' and '"],
    ["name eq 'open", "does not end with '"],
    ["(name eq 'a'", ") is missing"],
    ["name eq 'a' name", "left over"],
    ["name", "an operator after name is missing at the end"],
    ["", "the id of a field is missing at the end"],
    ["isLinkedTo('any')", ", is missing"],
    ["isLinkedTo('any', null, 'up')", '"up" is no direction'],
    ["isLinkedTo('service/any', null, 'target')", "takes null and 'source' or 'none'"],
    [`${"(".repeat(60)}name eq 'a'${")".repeat(60)}`, "more than 50 deep"],
  ])("%s", (filter, reason) => {
    const error = errorIn(ask("asset", filter));
    expect(error).toMatchObject({ status: 400, appliesTo: ["$filter"] });
    expect(error.message).toContain(reason);
  });
});
