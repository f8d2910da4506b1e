import type { ActionBody } from "../../builders/define-action.js";
import type { Flow } from "../../builders/flow.js";
import {
  and,
  asNumber,
  countWhere,
  equal,
  exists,
  greaterThan,
  minus,
  notEmpty,
  orElse,
  plus,
  size,
  toNumber,
  type Condition,
} from "../../builders/operations.js";
import { afterSuccessWhen, always, when } from "../../builders/run.js";
import { each, html, markup, naming, renaming, text } from "../../builders/text.js";
import type { Value } from "../../builders/value.js";
import { topdeskApi, type TopdeskApi } from "../../topdesk/api.js";
import { bulkItemsInStock, countInStock, stocksWithMinimum } from "../../topdesk/assets.js";
import { standardVariables } from "../../topdesk/standard-variables.js";
import { hasMinimum, isShort, mailAbout, rowOf } from "./mail.js";
import type { MinimumStockParameters } from "./parameters.js";

/**
 * Counts what is in each stock with a request of its own, in a loop.
 *
 * `open_counts` is the number of stocks that still have to be counted. It reaches 0 only when every request
 * succeeded, so one failed request means that no mail is sent.
 */
export const perStock: ActionBody<MinimumStockParameters> = {
  record: (flow, parameters, { texts }) => {
    flow.schedule(parameters.schedule);
    const variables = flow.variables(standardVariables);
    const topdesk = topdeskApi(flow, {
      user: variables.topdesk_user,
      password: variables.topdesk_applicationpassword,
    });

    const stocks = topdesk.send("get_stocks", stocksWithMinimum(parameters.minimumField)).body;
    const openCounts = flow.assign(
      "start_open_counts",
      "open_counts",
      countWhere(stocks.dataSet, "stock", (stock) => hasMinimum(toNumber(stock.minimum))),
    );
    const shortStocks = flow.assign("start_short_stocks", "short_stocks", "");

    flow.forEach("each_stock", stocks.dataSet, "stock", (stock) => {
      const minimum = asNumber(
        flow.assign("read_minimum", "minimum", toNumber(stock.minimum), { run: always }),
      );
      flow.when(hasMinimum(minimum), () => {
        const { present, known, partlyCounted } = countStock(flow, topdesk, parameters, stock.id);
        flow.assign("mark_counted", openCounts, minus(asNumber(openCounts), 1), {
          run: afterSuccessWhen(known),
        });
        const row = rowOf(parameters, texts, { name: stock.name, present, minimum, partlyCounted });
        flow.assign("remember_short", shortStocks, html`${markup(shortStocks)}${row}`, {
          run: afterSuccessWhen(and(known, isShort(parameters, present, minimum))),
        });
      });
    });

    const people = { from: variables.mail_from, to: variables.mail_to };
    topdesk.mail("send_mail", mailAbout(parameters, texts, people, stocks, markup(shortStocks)), {
      run: when(and(equal(orElse(openCounts, ""), "0"), notEmpty(shortStocks))),
    });
  },
};

interface StockCount {
  readonly present: Value<"number">;
  /** Whether the requests for this stock were answered. */
  readonly known: Condition;
  readonly partlyCounted: Condition | undefined;
}

function countStock(
  flow: Flow,
  topdesk: TopdeskApi,
  parameters: MinimumStockParameters,
  stockId: Value<"text">,
): StockCount {
  const assets = topdesk.send("count_assets", countInStock(stockId, parameters.onlyOperational), {
    run: always,
  });
  const assetsKnown = exists(assets.body.count);
  if (!parameters.countBulkItems) {
    return { present: assets.body.count, known: assetsKnown, partlyCounted: undefined };
  }
  const { dataSet, total } = topdesk.send("get_bulk_items", bulkItemsInStock(stockId)).body;
  const known = and(assetsKnown, exists(dataSet));
  const withBulkItems = naming("present", assets.body.count, (present) => {
    const added = each(dataSet, "line", (line) => renaming(present, plus(present, line.quantity)));
    return text`${added}${present}`;
  });
  const present = flow.assign("add_bulk_items", "present", withBulkItems, { run: afterSuccessWhen(known) });
  return { present: asNumber(present), known, partlyCounted: greaterThan(total, size(dataSet)) };
}
