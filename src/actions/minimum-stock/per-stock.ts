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
  not,
  notEmpty,
  orElse,
  plus,
  size,
  times,
  toNumber,
  type Condition,
} from "../../builders/operations.js";
import { afterSuccessWhen, always, when, type Run } from "../../builders/run.js";
import { each, markup, naming, renaming, text } from "../../builders/text.js";
import type { Value } from "../../builders/value.js";
import type { VariableReference } from "../../builders/variable.js";
import { topdeskApi, type TopdeskApi } from "../../topdesk/api.js";
import { bulkItemsInStock, countInStock, stocksWithMinimum } from "../../topdesk/assets.js";
import { standardVariables } from "../../topdesk/standard-variables.js";
import { hasMinimum, isShort, mailAbout, rowOf, withRow } from "./mail.js";
import type { MinimumStockParameters } from "./parameters.js";

/**
 * Counts what is in each stock with a request of its own, in a loop.
 *
 * `open_marks` is the number of things that still have to succeed: for each stock its requests, and that it was either
 * found sufficient or remembered. The step right after each of them takes one off, so when anything fails no mail is
 * sent, whatever TOPdesk makes of steps that were skipped and of answers from the turn before.
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
    const marksForEach = parameters.countBulkItems ? 4 : 2;
    const openMarks = flow.assign("start_open_marks", "open_marks", times(stocksToCount, marksForEach));
    const shortStocks = flow.assign("start_short_stocks", "short_stocks", "");
    const partlyCounted = parameters.countBulkItems
      ? flow.assign("start_partly_counted", "partly_counted", "")
      : undefined;
    const turn: Turn = { flow, topdesk, parameters, openMarks };

    flow.forEach("each_stock", stocks.dataSet, "stock", (stock) => {
      const minimum = asNumber(
        flow.assign("read_minimum", "minimum", toNumber(stock.minimum), { run: always }),
      );
      flow.when(hasMinimum(minimum), () => {
        const count = parameters.countBulkItems
          ? countAssetsAndBulkItems(turn, stock.id)
          : countAssets(turn, stock.id);
        const short = isShort(parameters, count.present, minimum);
        mark(turn, "mark_sufficient", when(and(count.known, not(short))));
        const row = rowOf(parameters, texts, { name: orElse(stock.name, stock.id), minimum, ...count });
        flow.assign("remember_short", shortStocks, withRow(shortStocks, row), {
          run: when(and(count.known, short)),
        });
        mark(turn, "mark_remembered", afterSuccessWhen(and(count.known, short)));
        if (partlyCounted !== undefined && count.partlyCounted !== undefined) {
          flow.assign("note_partly_counted", partlyCounted, "yes", {
            run: when(and(count.known, short, count.partlyCounted)),
          });
        }
      });
    });

    const people = { from: variables.mail_from, to: variables.mail_to };
    const rows = parameters.mailFormat === "html" ? markup(shortStocks) : text`${shortStocks}`;
    const anyPartlyCounted = partlyCounted && notEmpty(partlyCounted);
    topdesk.mail("send_mail", mailAbout(parameters, texts, people, stocks, rows, anyPartlyCounted), {
      run: when(and(equal(orElse(openMarks, ""), "0"), notEmpty(shortStocks))),
    });
  },
};

/** What the steps of one turn of the loop need. */
interface Turn {
  readonly flow: Flow;
  readonly topdesk: TopdeskApi;
  readonly parameters: MinimumStockParameters;
  readonly openMarks: VariableReference;
}

interface StockCount {
  readonly present: Value<"number">;
  /** Whether there is an answer to read. */
  readonly known: Condition;
  readonly partlyCounted?: Condition;
}

function countAssets(turn: Turn, stockId: Value<"text">): StockCount {
  const request = countInStock(stockId, turn.parameters.onlyOperational);
  const present = turn.topdesk.send("count_assets", request, { run: always }).body.count;
  const known = exists(present);
  mark(turn, "mark_assets_counted", afterSuccessWhen(known));
  return { present, known };
}

function countAssetsAndBulkItems(turn: Turn, stockId: Value<"text">): StockCount {
  const assets = countAssets(turn, stockId);
  const { dataSet, total } = turn.topdesk.send("get_bulk_items", bulkItemsInStock(stockId), {
    run: always,
  }).body;
  mark(turn, "mark_bulk_items_counted", afterSuccessWhen(exists(dataSet)));
  const known = and(assets.known, exists(dataSet));
  const withBulkItems = naming("present", assets.present, (present) => {
    const added = each(dataSet, "line", (line) => renaming(present, plus(present, line.quantity)));
    return text`${added}${present}`;
  });
  const present = asNumber(
    turn.flow.assign("add_bulk_items", "present", withBulkItems, { run: when(known) }),
  );
  mark(turn, "mark_bulk_items_added", afterSuccessWhen(known));
  return { present, known, partlyCounted: greaterThan(orElse(total, 0), size(dataSet)) };
}

function mark({ flow, openMarks }: Turn, name: string, run: Run): void {
  flow.assign(name, openMarks, minus(asNumber(openMarks), 1), { run });
}
