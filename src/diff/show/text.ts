import { isJsonObject, type JsonObject, type JsonValue } from "../../model/json.js";
import { own } from "../../targets/restore.js";
import { paintWith, type Paint } from "../../simulate/report/paint.js";
import { printable } from "../../simulate/report/printable.js";
import type { Segment } from "../text/segments.js";
import { shortenedLine, shortenedMarks } from "./long-lines.js";
import type { Hunk, ShownChange, ShownDifference, ShownEdit } from "./shown.js";
import {
  contentOf,
  fieldsInWords,
  grouped,
  innerSteps,
  keyInWords,
  moveInWords,
  named,
  placeInWords,
  rootInWords,
  valueInWords,
  verdict,
} from "./words.js";

/** A difference as a person reads it in a terminal. */
export function differenceText(difference: ShownDifference, color: boolean): string {
  const paint = paintWith(color);
  const blocks = grouped(difference.changes).map(({ title, changes }) => {
    const indent = title === "" ? "" : "  ";
    const lines = changes.flatMap((change) => changeLines(change, paint).map((line) => indent + line));
    return [...(title === "" ? [] : [paint("bold", printable(title))]), ...lines].join("\n");
  });
  return [verdictLine(difference, paint), ...blocks].join("\n\n") + "\n";
}

function verdictLine(difference: ShownDifference, paint: Paint): string {
  return paint(difference.result === "different" ? "yellow" : "green", verdict(difference));
}

type Sign = "-" | "+" | "~";

const COLORS = { "-": "red", "+": "green", "~": "yellow" } as const satisfies Record<Sign, string>;

function signed(sign: Sign, text: string, paint: Paint): string {
  return paint(COLORS[sign], `${sign} ${shortenedLine(printable(text))}`);
}

function changeLines(change: ShownChange, paint: Paint): readonly string[] {
  switch (change.kind) {
    case "root":
      return [signed("~", `kind: ${rootInWords(change.before)} → ${rootInWords(change.after)}`, paint)];
    case "value":
      return editLines(keyInWords(change), change.edit, paint);
    case "variable-added":
      return [signed("+", `${change.name}: ${fieldsInWords(change.fields)}`, paint)];
    case "variable-removed":
      return [signed("-", `${change.name}: ${fieldsInWords(change.fields)}`, paint)];
    case "header-added":
      return [signed("+", `header ${change.name}: ${fieldsInWords(change.fields)}`, paint)];
    case "header-removed":
      return [signed("-", `header ${change.name}: ${fieldsInWords(change.fields)}`, paint)];
    case "step-added":
      return stepLines("+", named(change.step), placeInWords(change.step), change.content, paint);
    case "step-removed":
      return stepLines("-", named(change.step), placeInWords(change.step), change.content, paint);
    case "step-renamed":
      return [signed("~", `name: ${named(change.step.before)} → ${named(change.step.after)}`, paint)];
    case "step-moved":
      return [signed("~", `moved: ${moveInWords(change.step)}`, paint)];
  }
}

/** What happened to a value, as lines for a terminal. */
export function editLines(key: string, edit: ShownEdit, paint: Paint): readonly string[] {
  switch (edit.kind) {
    case "added":
      return [signed("+", `${key}: ${valueInWords(edit.value)}`, paint)];
    case "removed":
      return [signed("-", `${key}: ${valueInWords(edit.value)}`, paint)];
    case "changed":
      return [signed("~", heading(key, edit.onlySecret), paint), ...valueLines(edit, paint)];
    case "lines":
      return [
        signed("~", heading(key, edit.onlySecret), paint),
        ...edit.hunks.flatMap((hunk) => hunkLines(hunk, paint)),
      ];
  }
}

function heading(key: string, onlySecret: boolean): string {
  return onlySecret ? `${key}: only what is hidden differs` : `${key}:`;
}

function valueLines(
  { before, after, marks }: Extract<ShownEdit, { readonly kind: "changed" }>,
  paint: Paint,
): readonly string[] {
  if (marks === undefined) {
    return [`  ${signed("-", valueInWords(before), paint)}`, `  ${signed("+", valueInWords(after), paint)}`];
  }
  return [`  ${markedLine("-", marks.before, paint)}`, `  ${markedLine("+", marks.after, paint)}`];
}

/** A line with its changed parts in inverse, or without colours in brackets that no template has. */
function markedLine(sign: "-" | "+", marks: readonly Segment[], paint: Paint): string {
  const parts = shortenedMarks(marks).map(({ text, changed }) => {
    const shown = printable(text);
    if (!changed) return paint(COLORS[sign], shown);
    const inverse = paint([COLORS[sign], "inverse"], shown);
    return inverse === shown ? `⟦${shown}⟧` : inverse;
  });
  return `${paint(COLORS[sign], `${sign} `)}${parts.join("")}`;
}

function hunkLines({ beforeLine, afterLine, lines }: Hunk, paint: Paint): readonly string[] {
  const place = beforeLine === afterLine ? `line ${beforeLine}` : `line ${beforeLine} → ${afterLine}`;
  return [
    paint("cyan", `  @@ ${place}`),
    ...lines.map(({ sign, text, marks }) => {
      if (sign === " ") return `    ${shortenedLine(printable(text))}`;
      return `  ${marks === undefined ? signed(sign, text, paint) : markedLine(sign, marks, paint)}`;
    }),
  ];
}

/** So many lines of one text of a step that came or went are shown. */
const MOST_LINES = 12;

function stepLines(
  sign: "-" | "+",
  name: string,
  place: string,
  content: JsonObject,
  paint: Paint,
): readonly string[] {
  const title = paint([COLORS[sign], "bold"], printable(`${sign} step ${name}`));
  return [`${title}  ${paint("dim", printable(place))}`, ...contentLines(sign, content, paint)];
}

function contentLines(sign: "-" | "+", content: JsonObject, paint: Paint): readonly string[] {
  const keys = contentOf(content).flatMap(([key, value]) => {
    if (key === "headers") return headerLines(sign, value, paint);
    if (typeof value !== "string") return [signed(sign, `  ${key}: ${valueInWords(value)}`, paint)];
    const [first = "", ...rest] = value.split("\n");
    const more = rest.length > MOST_LINES ? [`… ${rest.length - MOST_LINES} more lines`] : [];
    return [
      signed(sign, `  ${key}: ${first}`, paint),
      ...[...rest.slice(0, MOST_LINES), ...more].map((line) => signed(sign, `      ${line}`, paint)),
    ];
  });
  const inner = innerSteps(content).flatMap((step) => {
    const name = own(step, "name");
    const title = typeof name === "string" && name !== "" ? name : "without a name";
    return [
      signed(sign, `  step ${title}`, paint),
      ...contentLines(sign, step, paint).map((line) => `  ${line}`),
    ];
  });
  return [...keys, ...inner];
}

function headerLines(sign: "-" | "+", value: JsonValue, paint: Paint): readonly string[] {
  const headers = Array.isArray(value) ? value.filter(isJsonObject) : [];
  return headers.map((header) => {
    const { name, ...fields } = header;
    return signed(sign, `  header ${typeof name === "string" ? name : ""}: ${fieldsInWords(fields)}`, paint);
  });
}
