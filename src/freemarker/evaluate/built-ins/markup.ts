import { plain, type BuiltInTable, type Site } from "../built-in.js";
import { asText, escapedInto } from "../coerce.js";
import { wrongType } from "../describe.js";
import { Failure } from "../failure.js";
import type { OutputFormat } from "../output-format.js";
import type { Run } from "../run.js";
import { textValue } from "../value.js";

function formatOf(site: Site, run: Run): OutputFormat {
  const format = site.format ?? run.format;
  if (format.escape !== undefined) return format;
  throw new Failure(
    "invalid-value",
    `?${site.name} cannot be used where nothing is escaped.`,
    site.expression,
  );
}

export const MARKUP_BUILT_INS: BuiltInTable = {
  esc: plain((operand, site, run) => {
    const format = formatOf(site, run);
    return operand.kind === "markup" ? operand : escapedInto(format, asText(operand, site.target, run));
  }),
  no_esc: plain((operand, site, run) => {
    const format = formatOf(site, run);
    if (operand.kind === "markup") return operand;
    return { kind: "markup", format, markup: asText(operand, site.target, run), source: undefined };
  }),
  markup_string: plain((operand, site, run) => {
    if (operand.kind !== "markup") throw wrongType(site.target, operand, "markup", run);
    return textValue(operand.markup);
  }),
};
