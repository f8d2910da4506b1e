import type { ActionBody } from "../../builders/define-action.js";
import {
  and,
  constant,
  equal,
  exists,
  indexOf,
  itemAt,
  orElse,
  plus,
  toNumber,
} from "../../builders/operations.js";
import { when } from "../../builders/run.js";
import {
  each,
  naming,
  onlyIf,
  renaming,
  sequence,
  text,
  type Content,
  type Text,
} from "../../builders/text.js";
import type { ListValue, Presence, Reference, Value } from "../../builders/value.js";
import { topdeskApi } from "../../topdesk/api.js";
import { stocksWithCount } from "../../topdesk/assets.js";
import { standardVariables } from "../../topdesk/standard-variables.js";
import { hasMinimum, isShort, mailAbout, rowOf, type ShortStock } from "./mail.js";
import type { MinimumStockParameters } from "./parameters.js";

/**
 * Counts what is in all stocks with one request for each asset type, without a loop around requests.
 *
 * Every answer lists all stocks with the number of assets of one type; the templates of the mail step add them up.
 */
export const perAssetType: ActionBody<MinimumStockParameters> = {
  unmet: (parameters) => [
    ...(parameters.assetTypes.length > 0
      ? []
      : ["Set the parameter assetTypes to the ids of the asset types that are kept in stock."]),
    ...(parameters.countBulkItems
      ? ["Bulk items take a request for each stock: set countBulkItems to false, or use the target action."]
      : []),
    ...(parameters.onlyOperational
      ? [
          "The count per asset type cannot leave out assets by status: set onlyOperational to false, or use the target action.",
        ]
      : []),
  ],
  record: (flow, parameters, { texts }) => {
    flow.schedule(parameters.schedule);
    const variables = flow.variables(standardVariables);
    const topdesk = topdeskApi(flow, {
      user: variables.topdesk_user,
      password: variables.topdesk_applicationpassword,
    });

    const [first, ...others] = parameters.assetTypes.map(
      (id, index) =>
        topdesk.send(`count_asset_type_${index + 1}`, stocksWithCount(parameters.minimumField, id)).body,
    );
    if (first === undefined) return;

    const answered = and(exists(first.dataSet), ...others.map((page) => exists(page.dataSet)));
    const anyShort = naming("any_short", constant(false), (found) => {
      const marks = forShortStocks(parameters, first, others, () => renaming(found, constant(true)));
      return text`${marks}${found}`;
    });
    const rows = forShortStocks(parameters, first, others, (stock) => rowOf(parameters, texts, stock));
    const people = { from: variables.mail_from, to: variables.mail_to };
    topdesk.mail("send_mail", mailAbout(parameters, texts, people, first, rows), {
      run: when(onlyIf(answered, anyShort, text`false`)),
    });
  },
};

type CountedStocks = Reference<ReturnType<typeof stocksWithCount>["answer"]>;

/** The text of `body` once for each stock that is short. A stock that is missing in an answer is never short. */
function forShortStocks<C extends Content>(
  parameters: MinimumStockParameters,
  first: CountedStocks,
  others: readonly CountedStocks[],
  body: (stock: ShortStock) => Text<C>,
): Text<C> {
  return each(first.dataSet, "stock", (stock) =>
    naming("minimum", toNumber(stock.minimum), (minimum) =>
      naming("present", toNumber(stock.linked), (present) =>
        naming("answers", constant(1), (answers) => {
          const row = body({ name: orElse(stock.name, stock.id), present, minimum });
          const additions = others.map((page) => additionOf(page, stock, { present, answers }));
          const complete = and(equal(answers, others.length + 1), isShort(parameters, present, minimum));
          const counted = sequence(row.content, [...additions, onlyIf(complete, row)]);
          return onlyIf(and(hasMinimum(minimum), exists(stock.linked)), counted);
        }),
      ),
    ),
  );
}

/** Adds what one answer counted for a stock. Nothing is added when the answer does not have the stock. */
function additionOf(
  page: CountedStocks,
  stock: Reference<ItemOf<CountedStocks["dataSet"]>>,
  { present, answers }: { readonly present: Value<"number">; readonly answers: Value<"number"> },
): Text<"none"> {
  const isStock = (same: CountedStock) => and(equal(orElse(same.id, ""), stock.id), exists(same.linked));
  const add = (same: CountedStock) =>
    sequence("none", [
      renaming(present, plus(present, toNumber(same.linked))),
      renaming(answers, plus(answers, 1)),
    ]);
  // Every answer is in the same order, so the stock is nearly always at the same place.
  const there = itemAt(page.dataSet, indexOf(stock));
  const search = each(page.dataSet, "same", (same) => onlyIf(isStock(same), add(same)));
  return onlyIf(isStock(there), add(there), search);
}

interface CountedStock {
  readonly id: Value<"text", Presence>;
  readonly linked: Value<"numeric", Presence>;
}

type ItemOf<List> = List extends ListValue<infer Item> ? Item : never;
