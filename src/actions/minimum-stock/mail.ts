import type { ActionTexts } from "../../builders/action-texts.js";
import {
  and,
  atLeast,
  atMost,
  exists,
  greaterThan,
  lessThan,
  minus,
  not,
  or,
  orElse,
  size,
  type Condition,
} from "../../builders/operations.js";
import { decimal, onlyIf, type Text } from "../../builders/text.js";
import type { Mail } from "../../builders/mail.js";
import type { ListValue, Presence, Value } from "../../builders/value.js";
import type { Shape } from "../../builders/shape.js";
import type { VariableReference } from "../../builders/variable.js";
import { LARGEST_PAGE } from "../../topdesk/assets.js";
import type { MinimumStockParameters } from "./parameters.js";

/** One stock that is short. */
export interface ShortStock {
  readonly name: Value<"text">;
  readonly present: Value<"number">;
  readonly minimum: Value<"number">;
  /** When what is present was not counted to the end; undefined when that cannot happen. */
  readonly partlyCounted?: Condition | undefined;
}

/** A page of stocks and how many there are on all pages. */
export interface StockPage<Item extends Shape> {
  readonly count: Value<"number", Presence>;
  readonly dataSet: ListValue<Item>;
}

/** Whether a stock with a minimum above 0 is short. */
export function isShort(
  parameters: MinimumStockParameters,
  present: Value<"number">,
  minimum: Value<"number">,
): Condition {
  return parameters.short === "atOrBelow" ? atMost(present, minimum) : lessThan(present, minimum);
}

/** Whether a stock has a minimum at all: none, 0 and text that is not a number are no minimum. */
export function hasMinimum(minimum: Value<"number">): Condition {
  return greaterThan(minimum, 0);
}

/** The row of one stock in the mail's table. */
export function rowOf(
  parameters: MinimumStockParameters,
  texts: ActionTexts,
  stock: ShortStock,
): Text<"html"> {
  const separator = parameters.language === "nl" ? "," : ".";
  const note = stock.partlyCounted && onlyIf(stock.partlyCounted, texts.plain("partial"));
  return texts.html("row", {
    stock: stock.name,
    partial: note ?? "",
    present: decimal(stock.present, separator),
    minimum: decimal(stock.minimum, separator),
    shortBy: decimal(minus(stock.minimum, stock.present), separator),
  });
}

/** The mail around the rows; it says so when not all stocks, or not all that is in a stock, could be counted. */
export function mailAbout<Item extends Shape>(
  parameters: MinimumStockParameters,
  texts: ActionTexts,
  people: { readonly from: VariableReference; readonly to: VariableReference },
  stocks: StockPage<Item>,
  rows: Text<"html">,
  partlyCounted?: Condition,
): Mail {
  const missesStocks = or(
    greaterThan(orElse(stocks.count, 0), size(stocks.dataSet)),
    and(not(exists(stocks.count)), atLeast(size(stocks.dataSet), LARGEST_PAGE)),
  );
  return {
    ...people,
    subject: texts.plain("subject"),
    body: texts.html("mail", {
      atOrBelow: parameters.short === "atOrBelow",
      incomplete: onlyIf(missesStocks, texts.html("incomplete", limit(parameters))),
      partlyCounted: partlyCounted
        ? onlyIf(partlyCounted, texts.html("partly-counted", limit(parameters)))
        : "",
      rows,
    }),
  };
}

/** The largest page as people write it in each language. */
const LIMITS = { nl: LARGEST_PAGE.toLocaleString("nl"), en: LARGEST_PAGE.toLocaleString("en") };

function limit({ language }: MinimumStockParameters): { readonly limit: string } {
  return { limit: LIMITS[language] };
}
