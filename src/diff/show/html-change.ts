import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../model/json.js";
import { own } from "../../targets/restore.js";
import { printable } from "../../simulate/report/printable.js";
import type { Segment } from "../text/segments.js";
import { shortenedMarks } from "./long-lines.js";
import type { Hunk, ShownChange, ShownEdit } from "./shown.js";
import {
  contentOf,
  fieldsInWords,
  innerSteps,
  keyInWords,
  moveInWords,
  named,
  placeInWords,
  rootInWords,
  valueInWords,
} from "./words.js";

/** Text as HTML that shows exactly this text, also what cannot be seen. */
export function htmlText(text: string): string {
  return printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

type Sign = "+" | "-" | "~";

const CLASSES = { "+": "added", "-": "removed", "~": "changed" } as const satisfies Record<Sign, string>;

/** What a screen reader says in place of the sign. */
const LABELS = { "+": "added", "-": "removed", "~": "changed" } as const satisfies Record<Sign, string>;

/** One change as an item of a list. */
export function changeHtml(change: ShownChange): string {
  switch (change.kind) {
    case "root":
      return item("~", "kind", code(`${rootInWords(change.before)} → ${rootInWords(change.after)}`));
    case "value":
      return editHtml(keyInWords(change), change.edit);
    case "variable-added":
      return item("+", change.name, code(fieldsInWords(change.fields)));
    case "variable-removed":
      return item("-", change.name, code(fieldsInWords(change.fields)));
    case "header-added":
      return item("+", `header ${change.name}`, code(fieldsInWords(change.fields)));
    case "header-removed":
      return item("-", `header ${change.name}`, code(fieldsInWords(change.fields)));
    case "step-added":
      return stepHtml("+", named(change.step), placeInWords(change.step), change.content);
    case "step-removed":
      return stepHtml("-", named(change.step), placeInWords(change.step), change.content);
    case "step-renamed":
      return item("~", "name", code(`${named(change.step.before)} → ${named(change.step.after)}`));
    case "step-moved":
      return item("~", "moved", htmlText(moveInWords(change.step)));
  }
}

function item(sign: Sign, key: string, content: string, more = ""): string {
  const mark = `<span class="sign" role="img" aria-label="${LABELS[sign]}">${sign}</span>`;
  return `<li class="${CLASSES[sign]}">${mark}<span class="key">${htmlText(key)}</span> ${content}${more}</li>\n`;
}

function code(text: string): string {
  return `<code>${htmlText(text)}</code>`;
}

const ONLY_SECRET = '<span class="note">only what is hidden differs</span>';

function editHtml(key: string, edit: ShownEdit): string {
  switch (edit.kind) {
    case "added":
      return item("+", key, code(valueInWords(edit.value)));
    case "removed":
      return item("-", key, code(valueInWords(edit.value)));
    case "changed": {
      const { before, after, marks, onlySecret } = edit;
      const [left, right] = [
        marks === undefined ? htmlText(valueInWords(before)) : marksHtml(marks.before, "del"),
        marks === undefined ? htmlText(valueInWords(after)) : marksHtml(marks.after, "ins"),
      ];
      const rows = lineRow("minus", "", "", "-", left) + lineRow("plus", "", "", "+", right);
      return item("~", key, onlySecret ? ONLY_SECRET : "", table(rows));
    }
    case "lines":
      return item("~", key, edit.onlySecret ? ONLY_SECRET : "", table(edit.hunks.map(hunkRows).join(GAP)));
  }
}

const GAP = '<tr class="gap"><td colspan="4">⋮</td></tr>\n';

function table(rows: string): string {
  return `\n<table class="lines">\n<tbody>\n${rows}</tbody>\n</table>\n`;
}

function hunkRows({ beforeLine, afterLine, lines }: Hunk): string {
  let before = beforeLine;
  let after = afterLine;
  return lines
    .map(({ sign, text, marks }) => {
      const shown = (tag: "del" | "ins") => (marks === undefined ? htmlText(text) : marksHtml(marks, tag));
      if (sign === "-") return lineRow("minus", String(before++), "", "-", shown("del"));
      if (sign === "+") return lineRow("plus", "", String(after++), "+", shown("ins"));
      return lineRow("same", String(before++), String(after++), "", htmlText(text));
    })
    .join("");
}

function lineRow(
  kind: "minus" | "plus" | "same",
  before: string,
  after: string,
  sign: string,
  html: string,
): string {
  return `<tr class="${kind}"><td class="number">${before}</td><td class="number">${after}</td><td class="mark">${sign}</td><td>${html}</td></tr>\n`;
}

/** A page has more room than a terminal, but not for lines of many thousand characters. */
const PAGE = { beside: 120, longest: 600 };

function marksHtml(marks: readonly Segment[], tag: "del" | "ins"): string {
  return shortenedMarks(marks, PAGE)
    .map(({ text, changed }) => (changed ? `<${tag}>${htmlText(text)}</${tag}>` : htmlText(text)))
    .join("");
}

function stepHtml(sign: "+" | "-", name: string, place: string, content: JsonObject): string {
  const note = `<span class="note">${htmlText(place)}</span>`;
  return item(sign, `step ${name}`, note, contentHtml(sign, content));
}

function contentHtml(sign: "+" | "-", content: JsonObject): string {
  const keys = contentOf(content).map(([key, value]) =>
    key === "headers" ? headersHtml(sign, value) : item(sign, key, textHtml(sign, value)),
  );
  const inner = innerSteps(content).map((step) => {
    const name = own(step, "name");
    const title = typeof name === "string" && name !== "" ? name : "without a name";
    return item(sign, `step ${title}`, "", contentHtml(sign, step));
  });
  const items = [...keys, ...inner].join("");
  return items === "" ? "" : `\n<ul>\n${items}</ul>\n`;
}

function headersHtml(sign: "+" | "-", value: JsonValue): string {
  const headers = isJsonArray(value) ? value.filter(isJsonObject) : [];
  return headers
    .map(({ name, ...fields }) =>
      item(sign, `header ${typeof name === "string" ? name : ""}`, code(fieldsInWords(fields))),
    )
    .join("");
}

/** A text of several lines keeps them. */
function textHtml(sign: "+" | "-", value: JsonValue): string {
  if (typeof value !== "string" || !value.includes("\n")) return code(valueInWords(value));
  const kind = sign === "+" ? "plus" : "minus";
  const rows = value.split("\n").map((line, index) => {
    const number = String(index + 1);
    return lineRow(kind, sign === "-" ? number : "", sign === "+" ? number : "", sign, htmlText(line));
  });
  return table(rows.join(""));
}
