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
  times,
  toNumber,
  type Condition,
} from "../../builders/operations.js";
import { afterSuccessWhen, always, when } from "../../builders/run.js";
import { each, html, markup, naming, renaming, text } from "../../builders/text.js";
import type { Value } from "../../builders/value.js";
import type { VariableReference } from "../../builders/variable.js";
import { topdeskApi, type TopdeskApi } from "../../topdesk/api.js";
import { bulkItemsInStock, countInStock, stocksWithMinimum } from "../../topdesk/assets.js";
import { standardVariables } from "../../topdesk/standard-variables.js";
import { hasMinimum, isShort, mailAbout, rowOf } from "./mail.js";
import type { MinimumStockParameters } from "./parameters.js";

/**
 * Counts what is in each stock with a request of its own, in a loop.
 *
 * `open_counts` is the number of requests that still have to be answered. The step right after each request takes
 * one off when it succeeded, so one failed request means that no mail is sent, whatever TOPdesk makes of steps that
 * were skipped and of answers from the turn before.
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
    const stocksToCount = countWhere(stocks.dataSet, "stock", (stock) => hasMinimum(toNumber(stock.minimum)));
    const requests = parameters.countBulkItems ? times(stocksToCount, 2) : stocksToCount;
    const openCounts = flow.assign("start_open_counts", "open_counts", requests);
    const shortStocks = flow.assign("start_short_stocks", "short_stocks", "");
    const count: Count = { flow, topdesk, parameters, openCounts };

    flow.forEach("each_stock", stocks.dataSet, "stock", (stock) => {
      const minimum = asNumber(
        flow.assign("read_minimum", "minimum", toNumber(stock.minimum), { run: always }),
      );
      flow.when(hasMinimum(minimum), () => {
        const { present, known, partlyCounted } = parameters.countBulkItems
          ? countAssetsAndBulkItems(count, stock.id)
          : countAssets(count, stock.id);
        const row = rowOf(parameters, texts, { name: stock.name, present, minimum, partlyCounted });
        flow.assign("remember_short", shortStocks, html`${markup(shortStocks)}${row}`, {
          run: when(and(known, isShort(parameters, present, minimum))),
        });
      });
    });

    const people = { from: variables.mail_from, to: variables.mail_to };
    topdesk.mail("send_mail", mailAbout(parameters, texts, people, stocks, markup(shortStocks)), {
      run: when(and(equal(orElse(openCounts, ""), "0"), notEmpty(shortStocks))),
    });
  },
};

/** What counting needs. */
interface Count {
  readonly flow: Flow;
  readonly topdesk: TopdeskApi;
  readonly parameters: MinimumStockParameters;
  readonly openCounts: VariableReference;
}

interface StockCount {
  readonly present: Value<"number">;
  /** Whether there is an answer to read. */
  readonly known: Condition;
  readonly partlyCounted?: Condition;
}

function countAssets(count: Count, stockId: Value<"text">): StockCount {
  const request = countInStock(stockId, count.parameters.onlyOperational);
  const present = count.topdesk.send("count_assets", request, { run: always }).body.count;
  const known = exists(present);
  markAnswered(count, "mark_assets_counted", known);
  return { present, known };
}

function countAssetsAndBulkItems(count: Count, stockId: Value<"text">): StockCount {
  const assets = countAssets(count, stockId);
  const { dataSet, total } = count.topdesk.send("get_bulk_items", bulkItemsInStock(stockId), {
    run: always,
  }).body;
  markAnswered(count, "mark_bulk_items_counted", exists(dataSet));
  const known = and(assets.known, exists(dataSet));
  const withBulkItems = naming("present", assets.present, (present) => {
    const added = each(dataSet, "line", (line) => renaming(present, plus(present, line.quantity)));
    return text`${added}${present}`;
  });
  const present = asNumber(
    count.flow.assign("add_bulk_items", "present", withBulkItems, { run: when(known) }),
  );
  return { present, known, partlyCounted: greaterThan(total, size(dataSet)) };
}

function markAnswered({ flow, openCounts }: Count, name: string, answered: Condition): void {
  flow.assign(name, openCounts, minus(asNumber(openCounts), 1), { run: afterSuccessWhen(answered) });
}
