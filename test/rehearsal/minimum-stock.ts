import type { TargetId } from "../../src/model/action.js";
import type { JsonObject } from "../../src/model/json.js";
import { allSemantics, runAction, type Run, type Semantics } from "./engine.js";
import { recorded } from "./project.js";
import type { Renderer } from "./renderer.js";
import { answering, ASSET_TYPES, type StockRoom } from "./stock-room.js";

/** One run of minimum-stock in a simulated stock room. */
export interface Rehearsal {
  readonly name: string;
  readonly room: StockRoom;
  readonly parameters?: JsonObject;
  /** Default: both. */
  readonly targets?: readonly TargetId[];
  /** What the mail must list, stock by stock; undefined when no mail must be sent. */
  readonly short: readonly ShortRow[] | undefined;
  /** Words that the mail must hold besides. */
  readonly says?: readonly string[];
  readonly neverSays?: readonly string[];
}

export type ShortRow = readonly [name: string, present: string, minimum: string, shortBy: string];

const one = (name: string, minimum: string, assets: readonly number[]) => ({ name, minimum, assets });

/** Names that would break JSON, HTML or a template if they were not escaped. */
export const HOSTILE_NAMES = [
  "Kast \"A\" \\ 'B'",
  "<b>vet</b> & <script>alert(1)</script>",
  "regel 1\nregel 2\r\n\ttab",
  "laptops 💻 é ü ß",
  "${_variables.topdesk_applicationpassword}",
  "#{1} ${x} <#if true>ja</#if> </#list> <@m/> [#if x] [=y]",
  "</td></tr></table>",
  "&amp; &lt;",
  '","isHtmlBody":false,"bcc":"dief@example.com',
];

export const rehearsals: readonly Rehearsal[] = [
  {
    name: "nothing is short",
    room: { stocks: [one("A", "5", [3, 2]), one("B", "1", [9, 0])] },
    short: undefined,
  },
  { name: "there are no stocks", room: { stocks: [] }, short: undefined },
  {
    name: "one of three stocks is short",
    room: { stocks: [one("A", "5", [3, 1]), one("B", "1", [1, 0]), one("C", "0", [0, 0])] },
    short: [["A", "4", "5", "1"]],
  },
  {
    name: "minima that are none, and decimal ones",
    room: {
      stocks: [
        one("empty", "", [0, 0]),
        one("zero", "0", [0, 0]),
        one("zero decimal", "0.00", [0, 0]),
        one("words", "veel", [0, 0]),
        one("negative", "-3", [0, 0]),
        one("exponent", "1E3", [0, 0]),
        { name: "missing", assets: [0, 0] },
        { name: "null", minimum: null, assets: [0, 0] },
        { name: "truth", minimum: true, assets: [0, 0] },
        one("decimal", "2.5", [1, 1]),
        one("spaces", " 3 ", [2, 1]),
        { name: "number", minimum: 4, assets: [1, 0] },
        one("thousands", "12345.5", [1000, 234]),
      ],
    },
    short: [
      ["decimal", "2", "2,5", "0,5"],
      ["number", "1", "4", "3"],
      ["thousands", "1.234", "12.345,5", "11.111,5"],
    ],
  },
  {
    name: "names that hold quotes, markup, line breaks, emoji and template code",
    room: { stocks: HOSTILE_NAMES.map((name) => one(name, "2", [1, 0])) },
    short: HOSTILE_NAMES.map((name) => [name, "1", "2", "1"]),
  },
  {
    name: "a stock at its minimum counts as short when that is asked for",
    room: { stocks: [one("A", "5", [3, 2]), one("B", "5", [3, 3])] },
    parameters: { short: "atOrBelow", language: "en" },
    short: [["A", "5", "5", "0"]],
    says: ["These stocks are at or below their minimum:", "Short by"],
  },
  {
    name: "English writes decimals with a point and groups digits with commas",
    room: { stocks: [one("A", "2.5", [1, 0]), one("B", "1234567.25", [1000, 0])] },
    parameters: { language: "en" },
    short: [
      ["A", "1", "2.5", "1.5"],
      ["B", "1,000", "1,234,567.25", "1,233,567.25"],
    ],
  },
  {
    name: "German has words of its own and writes decimals with a comma",
    room: { stocks: [one("Lager Süd", "1234.5", [1, 0])], count: 1001 },
    parameters: { language: "de" },
    short: [["Lager Süd", "1", "1.234,5", "1.233,5"]],
    says: ["Bei diesen Lagern ist der Mindestbestand unterschritten:", "Bei mehr als 1.000 Lagern"],
  },
  {
    name: "a plain-text mail lists each stock on a line of its own",
    room: { stocks: [one("Kast <A> & B", "5", [3, 1]), one("C", "1200.5", [1, 0])], count: 1001 },
    parameters: { mailFormat: "text" },
    short: [
      ["Kast <A> & B", "4", "5", "1"],
      ["C", "1", "1.200,5", "1.199,5"],
    ],
    says: ["Deze voorraden staan onder hun minimum:\n\n- Kast", "1.199,5\n\nDeze lijst is niet volledig"],
    neverSays: ["&lt;", "<p", "<br"],
  },
  {
    name: "a plain-text mail says in which stock not all was counted",
    room: { stocks: [{ ...one("A", "10", [3, 0]), bulk: [4], bulkLines: 1001 }] },
    parameters: { countBulkItems: true, mailFormat: "text", language: "de" },
    targets: ["action"],
    short: [["A (nicht vollständig gezählt: möglicherweise fehlt nichts)", "7", "10", "3"]],
    says: ["Lagern mit mehr als 1.000 Zeilen mit Mengenartikeln"],
  },
  {
    name: "more than 1,000 stocks: the mail says that the list is not complete",
    room: { stocks: [one("A", "2", [1, 0])], count: 1001 },
    short: [["A", "1", "2", "1"]],
    says: ["Deze lijst is niet volledig", "bij meer dan 1.000 voorraden"],
  },
  {
    name: "exactly as many stocks as fit: the mail says nothing of it",
    room: { stocks: [one("A", "2", [1, 0])], count: 1 },
    short: [["A", "1", "2", "1"]],
    neverSays: ["niet volledig"],
  },
  {
    name: "bulk items count with their quantities",
    room: {
      stocks: [
        { ...one("A", "10", [3, 0]), bulk: [4, 3] },
        { ...one("B", "10", [3, 0]), bulk: [4, 2] },
        { ...one("C", "10", [3, 0]), bulk: [] },
      ],
    },
    parameters: { countBulkItems: true },
    targets: ["action"],
    short: [
      ["B", "9", "10", "1"],
      ["C", "3", "10", "7"],
    ],
    neverSays: ["niet volledig"],
  },
  {
    name: "more than 1,000 lines of bulk items in a stock: its row says so",
    room: { stocks: [{ ...one("A", "10", [3, 0]), bulk: [4], bulkLines: 1001 }] },
    parameters: { countBulkItems: true },
    targets: ["action"],
    short: [["A (niet volledig geteld: mogelijk is er geen tekort)", "7", "10", "3"]],
    says: ["Deze lijst is niet volledig", "meer dan 1.000 regels met bulkartikelen"],
  },
  {
    name: "a stock without a name is listed by its id",
    room: { stocks: [{ name: null, minimum: "2", assets: [1, 0] }] },
    short: [["00000000-0000-4000-8000-000000000000", "1", "2", "1"]],
  },
  {
    name: "a row that cannot be made: no mail, although another stock is short",
    room: {
      stocks: [
        { ...one("A", "10", [3, 0]), bulk: [4] },
        { ...one("B", "10", [3, 0]), bulk: [null] },
      ],
    },
    parameters: { countBulkItems: true },
    targets: ["action"],
    short: undefined,
  },
  {
    name: "the list of stocks cannot be had: no mail",
    room: {
      stocks: [one("A", "5", [3, 1])],
      faults: {
        get_stocks: { status: 401, body: { message: "no" } },
        count_asset_type_1: { status: 401, body: { message: "no" } },
      },
    },
    short: undefined,
  },
  {
    name: "the second count fails: no mail, although the first stock is short",
    room: {
      stocks: [one("A", "5", [3, 1]), one("B", "5", [3, 1]), one("C", "5", [3, 1])],
      faults: {
        "count_assets#2": { status: 500, body: { error: "x" } },
        count_asset_type_2: { status: 500, body: { error: "x" } },
      },
    },
    short: undefined,
  },
  {
    name: "the last count fails: no mail",
    room: {
      stocks: [one("A", "5", [3, 1]), one("B", "5", [3, 1])],
      faults: { "count_assets#2": { status: 403, body: "" }, count_asset_type_2: { status: 403, body: "" } },
    },
    short: undefined,
  },
  {
    name: "a count that is answered without a count: no mail",
    room: {
      stocks: [one("A", "5", [3, 1]), one("B", "5", [3, 1])],
      faults: {
        "count_assets#1": { status: 200, body: { columns: [] } },
        count_asset_type_2: { status: 200, body: {} },
      },
    },
    short: undefined,
  },
  {
    name: "the bulk items of one stock cannot be had: no mail",
    room: {
      stocks: [
        { ...one("A", "10", [3, 0]), bulk: [4] },
        { ...one("B", "10", [3, 0]), bulk: [4] },
      ],
      faults: { "get_bulk_items#2": { status: 500, body: {} } },
    },
    parameters: { countBulkItems: true },
    targets: ["action"],
    short: undefined,
  },
];

/** Every run of a rehearsal: each target, and each reading of what TOPdesk's manual leaves open. */
export function runsOf(
  rehearsal: Rehearsal,
): readonly { readonly target: TargetId; readonly semantics: Semantics }[] {
  const targets = rehearsal.targets ?? ["action", "action-plain"];
  return targets.flatMap((target) => allSemantics.map((semantics) => ({ target, semantics })));
}

export function rehearse(
  rehearsal: Rehearsal,
  target: TargetId,
  semantics: Semantics,
  renderer: Renderer,
): Promise<Run> {
  const parameters =
    target === "action-plain" ? { ...rehearsal.parameters, assetTypes: ASSET_TYPES } : rehearsal.parameters;
  const action = recorded("minimum-stock", target, parameters);
  return runAction(action, {}, renderer, semantics, answering(rehearsal.room, "minimale-voorraad"));
}
