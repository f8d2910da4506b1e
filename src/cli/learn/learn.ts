import { plainTextOf } from "../../explain/plain-text.js";
import { pageOf } from "../../guide/page.js";
import type { Language } from "../../customers/customer.js";
import { findingsOf } from "../../learn/findings.js";
import { learn, type Lesson } from "../../learn/learn.js";
import { sheetOf, SHEET_STYLE } from "../../learn/sheet.js";
import type { JsonValue } from "../../model/json.js";
import type { SHEET_FORMATS } from "../commands/learn.js";
import { loadTemplates } from "../project.js";
import { CommandError, type ExitCode, type Terminal } from "../terminal.js";
import { readSample } from "./read-sample.js";
import { reportOf } from "./report.js";
import { allPlace, customerPlace, keepShape, shapeKeptAt, type ShapePlace } from "./shape-place.js";

/** What `learn --sheet` is asked for. */
export interface SheetRequest {
  readonly language: Language;
  readonly format: (typeof SHEET_FORMATS)[number];
}

/** Prints the sheet on standard output. */
export async function printSheet({ language, format }: SheetRequest, terminal: Terminal): Promise<ExitCode> {
  const markdown = sheetOf(language, await loadTemplates());
  terminal.out(inFormat(markdown, language, format));
  return 0;
}

function inFormat(markdown: string, language: Language, format: SheetRequest["format"]): string {
  switch (format) {
    case "markdown":
      return markdown;
    case "text":
      return plainTextOf(markdown, language);
    case "html": {
      const actionName = /^# (.*)$/m.exec(markdown)?.[1] ?? "";
      const facts = {
        actionName,
        organisation: "topdesk-actions",
        language,
        branding: {},
        style: SHEET_STYLE,
      };
      return pageOf(markdown, facts);
    }
  }
}

/** What `learn EXPORT..` is asked for. */
export interface LearnRequest {
  readonly exports: readonly string[];
  readonly customer: string | undefined;
  readonly allCustomers: boolean;
  readonly customers: string | undefined;
  /** Whether what was learned before is forgotten. */
  readonly forget: boolean;
  readonly json: boolean;
}

/**
 * Learns from exports, says what was found, and keeps it where it was asked to.
 *
 * @throws CommandError when an export cannot be read, or tells nothing
 */
export async function learnFrom(request: LearnRequest, terminal: Terminal): Promise<ExitCode> {
  const place = placeOf(request, terminal);
  const values: JsonValue[] = [];
  for (const name of request.exports) values.push(await readSample(name, terminal));
  const before = place === undefined || request.forget ? undefined : await shapeKeptAt(place);
  const lesson = learn(values, before);
  if (lesson.kind !== "learned") throw refusal(lesson, request.exports);
  const findings = findingsOf(lesson.found);
  if (request.json) {
    const { shape, otherAssignments } = lesson;
    terminal.out(`${JSON.stringify({ findings, otherAssignments, shape }, null, 2)}\n`);
  }
  terminal.err(reportOf({ ...lesson, findings, hadShape: before !== undefined }, terminal.color));
  if (place === undefined) {
    terminal.err("Nothing was written. Keep it for a customer with --customer ID.\n");
  } else {
    keepShape(place, lesson.shape);
    terminal.err(
      `${place.shown} is written. From now on, build writes ${place.whose} in this shape, and validate, import, diff, explain and simulate read it.\n`,
    );
  }
  return 0;
}

/** Makes what was learned of one customer the shape of all that have none of their own. */
export async function shareShape(
  { customer, customers }: { readonly customer: string; readonly customers: string | undefined },
  terminal: Terminal,
): Promise<ExitCode> {
  const own = customerPlace(customer, customers, terminal);
  const shape = await shapeKeptAt(own);
  if (shape === undefined) {
    throw new CommandError(
      `There is no shape of ${customer}: ${own.shown} does not exist.`,
      `Learn it first: topdesk-actions learn EXPORT.json --customer ${customer}.`,
    );
  }
  const all = allPlace(customers, terminal);
  keepShape(all, shape);
  terminal.err(`${all.shown} is written. From now on, build writes ${all.whose} in this shape.\n`);
  return 0;
}

function placeOf(request: LearnRequest, terminal: Terminal): ShapePlace | undefined {
  const { customer, allCustomers, customers } = request;
  if (customer !== undefined && allCustomers) {
    throw new CommandError(
      "--customer and --all-customers say two places for one shape.",
      "Learn it for the customer first, then run learn --customer ID --all-customers without exports.",
    );
  }
  if (allCustomers) return allPlace(customers, terminal);
  return customer === undefined ? undefined : customerPlace(customer, customers, terminal);
}

function refusal(
  lesson: Exclude<Lesson, { readonly kind: "learned" }>,
  exports: readonly string[],
): CommandError {
  const name = exports[lesson.export] ?? "";
  return lesson.kind === "unknown"
    ? new CommandError(
        `${name} teaches nothing. ${lesson.reason}`,
        "Follow the sheet to make the action: topdesk-actions learn --sheet.",
      )
    : new CommandError(
        `${name} cannot be learned from: a shape cannot say what stands at ${lesson.pointer === "" ? "its root" : lesson.pointer}, so builds would differ from it there.`,
        "Nothing was written. Please report it, with the export; it holds nothing but the sheet's words.",
      );
}
