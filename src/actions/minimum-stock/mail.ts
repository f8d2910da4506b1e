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
import { decimal } from "../../builders/decimal.js";
import { html, markup, onlyIf, text, type Text } from "../../builders/text.js";
import type { Mail } from "../../builders/mail.js";
import type { ListValue, Presence, Value } from "../../builders/value.js";
import type { Shape } from "../../builders/shape.js";
import type { VariableReference } from "../../builders/variable.js";
import { LARGEST_PAGE } from "../../topdesk/assets.js";
import { mailWords, NUMBER_SIGNS } from "../mail-words.js";
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

/** Text in the format of the mail. */
export type MailText = Text<"html"> | Text<"plain">;

/** The row of one stock in the mail: of its table, or a line of its list. */
export function rowOf(parameters: MinimumStockParameters, texts: ActionTexts, stock: ShortStock): MailText {
  const signs = NUMBER_SIGNS[parameters.language];
  const note = stock.partlyCounted && onlyIf(stock.partlyCounted, texts.plain("partial"));
  const values = {
    stock: stock.name,
    partial: note ?? "",
    present: decimal(stock.present, signs),
    minimum: decimal(stock.minimum, signs),
    shortBy: decimal(minus(stock.minimum, stock.present), signs),
  };
  return parameters.mailFormat === "html"
    ? texts.html("row", values)
    : text`\n${texts.plain("row-text", values)}`;
}

/** The rows that a variable holds, and one more. */
export function withRow(rows: VariableReference, row: MailText): MailText {
  return row.content === "html" ? html`${markup(rows)}${row}` : text`${rows}${row}`;
}

/** The mail around the rows; it says so when not all stocks, or not all that is in a stock, could be counted. */
export function mailAbout<Item extends Shape>(
  parameters: MinimumStockParameters,
  texts: ActionTexts,
  people: { readonly from: VariableReference; readonly to: VariableReference },
  stocks: StockPage<Item>,
  rows: MailText,
  partlyCounted?: Condition,
): Mail {
  const missesStocks = or(
    greaterThan(orElse(stocks.count, 0), size(stocks.dataSet)),
    and(not(exists(stocks.count)), atLeast(size(stocks.dataSet), LARGEST_PAGE)),
  );
  const values = {
    atOrBelow: parameters.short === "atOrBelow",
    incomplete: noteWhen(missesStocks, parameters, texts, "incomplete"),
    partlyCounted: partlyCounted ? noteWhen(partlyCounted, parameters, texts, "partly-counted") : "",
    rows,
  };
  return { ...people, ...mailWords(texts, parameters.mailFormat, values) };
}

/** A sentence of its own in the mail, in the format of the mail. */
function noteWhen(
  condition: Condition,
  { language, mailFormat }: MinimumStockParameters,
  texts: ActionTexts,
  name: string,
): MailText {
  const words = texts.plain(name, { limit: LARGEST_PAGE.toLocaleString(language) });
  return mailFormat === "html"
    ? onlyIf(condition, texts.html("note", { words }))
    : onlyIf(condition, text`${words}\n\n`);
}
