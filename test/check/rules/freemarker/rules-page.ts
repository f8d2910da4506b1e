import { CODES } from "../../../../src/check/codes.js";
import { freemarkerRules } from "../../../../src/check/rules/freemarker/index.js";
import type { FreemarkerRule } from "../../../../src/check/rules/freemarker/rule.js";
import type { Sample } from "../../../../src/check/rules/freemarker/sample.js";
import { placedSteps, textsOf } from "../../../../src/model/walk.js";

/** The page that lists the rules, in Markdown. */
export function rulesPage(): string {
  const lines = [
    "# Rules about FreeMarker texts",
    "",
    "<!-- Generated from src/check/rules/freemarker (npm run golden:update). Do not edit. -->",
    "",
    "Every URL, header, body, condition and value of an action is FreeMarker. `build` and `validate` report these mistakes in",
    "them before TOPdesk meets them. `--severity TA315=off` sets how grave a rule is.",
    "",
    "| code | what is wrong | severity |",
    "| --- | --- | --- |",
    ...freemarkerRules.map(
      ({ code }) => `| [${code}](#${code.toLowerCase()}) | ${CODES[code].title} | ${CODES[code].severity} |`,
    ),
    "",
    ...freemarkerRules.flatMap(section),
  ];
  return lines.join("\n");
}

function section({ code, explanation, bad, good }: FreemarkerRule): readonly string[] {
  const { title, severity } = CODES[code];
  return [
    `## ${code}`,
    "",
    `**${title.charAt(0).toUpperCase()}${title.slice(1)}** (${severity}). ${explanation}`,
    "",
    "Found:",
    "",
    ...bad.flatMap(block),
    "Fine:",
    "",
    ...good.flatMap(block),
  ];
}

function block({ steps, trigger }: Sample): readonly string[] {
  const action = { name: "", description: "", variables: [], steps };
  const placed = placedSteps({ root: "action", formatVersion: "", exportDate: 0, action });
  const lines = placed.flatMap((place) =>
    textsOf(place)
      .filter(({ text }) => text !== "" && text !== "https://example.com" && text !== "application/json")
      .map(({ key, text }) => {
        const plain = place.step.kind === "http" && key === "body" && !place.step.escapeBodyValues;
        const note = plain ? " (escapeBodyValues: false)" : "";
        return `${placed.length > 1 ? `${place.step.name}.` : ""}${key}${note}: ${text}`;
      }),
  );
  if (trigger !== undefined) lines.unshift(`trigger: ${trigger.type}`);
  return ["```text", ...lines, "```", ""];
}
