import type { ShapeChoice } from "../load-shapes.js";
import { CommandError } from "../terminal.js";

/** What was asked for on the command line. */
export interface SimulateOptions extends ShapeChoice {
  readonly file: string;
  readonly world: string | undefined;
  readonly stocks: number | undefined;
  readonly seed: number;
  readonly url: string | undefined;
  readonly card: string | undefined;
  readonly request: string | undefined;
  readonly variable: readonly string[];
  readonly fault: readonly string[];
  readonly limit: number;
  readonly record: string | undefined;
  readonly mailOut: string | undefined;
  readonly json: boolean;
}

/** More stocks take minutes; TOPdesk gives 1,000 of them at a time. */
const MOST_STOCKS = 20_000;

/** Refuses values and combinations that make no sense. */
export function checkOptions(options: SimulateOptions): void {
  const { stocks, seed, limit, url, record, fault, mailOut } = options;
  if (stocks !== undefined) wholeNumber("stocks", stocks, 0, MOST_STOCKS);
  wholeNumber("seed", seed, 0, 2 ** 32 - 1);
  wholeNumber("limit", limit, 1, Number.MAX_SAFE_INTEGER);
  const allFaults = fault.includes("all");
  if (record !== undefined && url === undefined)
    throw new CommandError("--record keeps real answers.", "Use it with --url.");
  if (allFaults && url !== undefined)
    throw new CommandError(
      "--fault all would send the requests of a run many times.",
      "Keep the answers with --record FILE first, and use --world FILE --fault all.",
    );
  if (allFaults && fault.length > 1)
    throw new CommandError("--fault all tries each fault alone.", "Give no other fault with it.");
  if (allFaults && mailOut !== undefined)
    throw new CommandError("--fault all writes no mails.", "Use --mail-out with one fault, or none.");
}

function wholeNumber(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new CommandError(
    `--${name} needs a whole number from ${least} to ${most}.`,
    `Write --${name} ${Math.max(least, 1)}.`,
  );
}

/** The base of a real TOPdesk's addresses, from what a person wrote. */
export function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol))
    throw new CommandError("--url is no address of a TOPdesk.", "Write --url https://topdesk.example.com.");
  // Not quoted: it holds a password.
  if (url.username !== "" || url.password !== "")
    throw new CommandError(
      "--url holds a login, and options stand in the history of the shell.",
      `Write --url ${url.protocol}//${url.host}, and give the login when asked or in the environment.`,
    );
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "")
    throw new CommandError("--url holds more than the address of a TOPdesk.", `Write --url ${url.origin}.`);
  if (url.protocol === "http:" && !["localhost", "127.0.0.1", "[::1]"].includes(url.hostname))
    throw new CommandError(
      "--url starts with http://, which would send the login unencrypted.",
      `Write --url https://${url.host}.`,
    );
  return url.origin;
}
