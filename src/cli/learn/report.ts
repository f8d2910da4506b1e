import { plural } from "../../check/format/stylish.js";
import type { ShapeFinding } from "../../learn/findings.js";
import type { JsonValue } from "../../model/json.js";

/** What a person is told of a lesson. */
export interface LessonReport {
  readonly findings: readonly ShapeFinding[];
  readonly otherAssignments: readonly JsonValue[];
  /** Whether something was known before. */
  readonly hadShape: boolean;
}

const TITLES: Readonly<Record<ShapeFinding["status"], string>> = {
  contradicted: "contradicted: this TOPdesk writes it otherwise than our schemas",
  confirmed: "confirmed: as in our schemas",
  extra: "extra: keys that our schemas do not have",
  "not found": "not found: the exports do not tell",
};

const ORDER = ["contradicted", "extra", "confirmed", "not found"] as const;

const COLORS: Readonly<Record<ShapeFinding["status"], number>> = {
  contradicted: 33,
  extra: 36,
  confirmed: 32,
  "not found": 90,
};

/** The findings in words, what needs to be looked at first. */
export function reportOf({ findings, otherAssignments, hadShape }: LessonReport, color: boolean): string {
  const paint = (status: ShapeFinding["status"], text: string) =>
    color ? `\u001B[${COLORS[status]}m${text}\u001B[0m` : text;
  const width = Math.min(60, Math.max(...findings.map(({ name }) => name.length)));
  const sections = ORDER.flatMap((status) => {
    const ofStatus = findings.filter((finding) => finding.status === status);
    if (ofStatus.length === 0) return [];
    const lines = ofStatus.map((finding) => `  ${lineOf(finding, width)}`);
    return [[paint(status, TITLES[status]), ...lines, ""].join("\n")];
  });
  const counts = ORDER.map(
    (status) => `${findings.filter((finding) => finding.status === status).length} ${status}`,
  );
  return `${[...sections, ...notes(findings, otherAssignments, hadShape), `${counts.join(", ")}.`].join("\n")}\n`;
}

function lineOf({ name, evidence, instead, status }: ShapeFinding, width: number): string {
  const inferred = evidence === "inferred" && status === "confirmed" ? "was inferred" : "";
  const note = instead ?? inferred;
  const separator = status === "contradicted" ? " -> " : status === "extra" ? " = " : "    ";
  return note === "" ? name : `${name.padEnd(width)}${separator}${note}`;
}

function notes(
  findings: readonly ShapeFinding[],
  otherAssignments: readonly JsonValue[],
  hadShape: boolean,
): readonly string[] {
  const notFound = findings.filter(({ status }) => status === "not found");
  const hasTrigger = findings.some(({ name, status }) => name === "action.trigger" && status !== "not found");
  const noTrigger =
    "No schedule of the sheet is in the file. If the action had one when it was exported, this TOPdesk does not write it: build the target action-plain and set the schedule on the screen.";
  const others = otherAssignments.map((word) => JSON.stringify(word)).join(", ");
  return [
    ...(hasTrigger ? [] : [noTrigger]),
    ...(others === "" ? [] : [`Another way of assigning a variable is written ${others}.`]),
    ...(notFound.length === 0
      ? []
      : [
          `${plural(notFound.length, "thing")} ${notFound.length === 1 ? "was" : "were"} not found: ${hadShape ? "as learned before, or " : ""}as our schemas have it.`,
        ]),
  ];
}
