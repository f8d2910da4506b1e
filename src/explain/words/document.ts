import type { Language } from "../../customers/customer.js";
import { dayInWords } from "../../guide/dates.js";
import { Inserted, Markdown, onOneLine } from "../../guide/markdown.js";
import { GUIDE_NAMES } from "../../guide/names.js";
import { scheduleValues } from "../../guide/schedule-values.js";
import { rendered } from "../../guide/templates.js";
import { budgetValues, permissionValues } from "../../guide/values.js";
import type { TextLibrary } from "../../text/handlebars-texts.js";
import { dayAt } from "../../topdesk/schedule-runs.js";
import type { Explanation, StartFacts, StepFacts, VariableFacts } from "../facts.js";
import { flattened } from "../risks.js";
import { asCode, asCodeInCell, codes, joined, md } from "./markdown-text.js";
import { cardTypeInWords } from "./phrases.js";
import { riskLines } from "./risk-words.js";
import { stepSentences } from "./sentences.js";
import { summaryLines } from "./summary.js";
import { de } from "./de.js";
import { en } from "./en.js";
import { nl } from "./nl.js";
import type { Words } from "./words.js";

const WORDS: Readonly<Record<Language, Words>> = { nl, en, de };

/** An explanation in the words of a language, as Markdown. */
export function markdownOf(explanation: Explanation, language: Language, texts: TextLibrary): string {
  const words = WORDS[language];
  const guide = guideWords(texts, language);
  const { headings } = words;
  const name = onOneLine(explanation.name);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      headings.short,
      summaryLines(
        explanation,
        words,
        startInWords(explanation.start, words, guide),
        guide.budget(explanation),
      ),
    ],
    [headings.description, descriptionLines(explanation.description)],
    [headings.start, startLines(explanation.start, words, guide)],
    [headings.steps, stepLines(explanation.steps, words)],
    [headings.account, accountLines(explanation, words, guide)],
    [headings.variables, variableLines(explanation.variables, words)],
    [headings.risks, riskLines(explanation, words)],
  ];
  const title = words.title(md`${name === "" ? words.noName : name}`).source;
  const body = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => `## ${heading}\n\n${lines.join("\n")}`);
  return `${[`# ${title}`, headLines(explanation, words).join("\n"), ...body].join("\n\n")}\n`;
}

/** The words that guides have for the same things. */
export interface GuideWords {
  readonly schedule: (start: Extract<StartFacts, { kind: "schedule" }>) => Markdown;
  readonly nextRuns: (start: Extract<StartFacts, { kind: "schedule" }>) => string;
  readonly permission: (needed: Explanation["rights"]["permissions"][number]) => readonly [string, string];
  readonly budget: (explanation: Explanation) => Markdown;
}

function guideWords(library: TextLibrary, language: Language): GuideWords {
  const names = new Set(GUIDE_NAMES);
  const templates = { library, overrides: new Map<string, string>(), language, actionId: "explain" };
  const piece = (name: string, values: object) =>
    rendered(templates, `guide/${name}.${language}.hbs`, wrapped(values), names).trim();
  return {
    schedule: ({ schedule, countedFrom }) =>
      new Markdown(piece("schedule", scheduleValues(schedule, countedFrom, language))),
    nextRuns: ({ schedule, countedFrom }) =>
      piece("next-runs", scheduleValues(schedule, countedFrom, language)),
    permission: (needed) => [
      piece("permission", permissionValues(needed)),
      piece("access", permissionValues(needed)),
    ],
    // A plain number is no text of the file, and needs no quotes.
    budget: ({ requests }) => new Markdown(piece("budget", budgetValues(requests)).replace(/`(\d+)`/g, "$1")),
  };
}

/** Values for a guide's template, in which every string is escaped wherever it is inserted. */
function wrapped(values: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, wrappedValue(value)]));
}

function wrappedValue(value: unknown): unknown {
  if (typeof value === "string") return new Inserted(value);
  if (Array.isArray(value)) return value.map(wrappedValue);
  return typeof value === "object" && value !== null ? wrapped(value) : value;
}

function headLines({ file, root, formatVersion, start }: Explanation, words: Words): readonly string[] {
  const cardType = start.kind === "card" ? cardTypeInWords(start.cardType, words) : undefined;
  const kind = root === "action" ? words.kindOfFile.action : words.kindOfFile.sequence(cardType);
  const version = formatVersion === "" ? md`` : words.kindOfFile.version(md`${formatVersion}`);
  return [
    `| ${words.file} | ${asCodeInCell(file).source} |`,
    "| --- | --- |",
    `| ${words.kind} | ${inCell(kind)}${inCell(version)} |`,
  ];
}

/** Inside of code a bar would end the cell. */
function inCell({ source }: Markdown): string {
  return source.replace(/(?<!\\)\|/g, "\\|");
}

function descriptionLines(description: string): readonly string[] {
  const lines = description
    .split("\n")
    .map(onOneLine)
    .filter((line) => line !== "");
  return lines.map((line, index) => `> ${md`${line}`.source}${index < lines.length - 1 ? "\\" : ""}`);
}

function startInWords(start: StartFacts, words: Words, guide: GuideWords): Markdown {
  const { start: say } = words;
  switch (start.kind) {
    case "schedule":
      return say.schedule(guide.schedule(start), asCode(start.schedule.timeZone));
    case "webhook":
      return say.webhook(asCode(start.path));
    case "card":
      return say.card(cardTypeInWords(start.cardType, words));
    case "unknown":
      return say.unknown(asCode(start.type));
    case "on the screen":
      return md`${say.onScreen}`;
  }
}

function startLines(start: StartFacts, words: Words, guide: GuideWords): readonly string[] {
  const { start: say } = words;
  switch (start.kind) {
    case "schedule": {
      if (start.nextRuns.length === 0) return [say.unsure];
      const day = dayInWords(dayAt(start.countedFrom, start.schedule.timeZone), words.language);
      return [say.unsure, "", say.nextRuns(day), "", guide.nextRuns(start)];
    }
    case "card":
      return [say.cardUnsure];
    case "webhook":
    case "unknown":
      return [say.unsure];
    case "on the screen":
      return [];
  }
}

/** Deeper steps are told at this level: readers of Markdown give up on lists that are nested without end. */
const DEEPEST_LIST = 12;

function stepLines(steps: readonly StepFacts[], words: Words): readonly string[] {
  if (steps.length === 0) return [words.noSteps];
  return [words.stepsIntroduction, "", ...listLines(steps, words, 1)];
}

function listLines(steps: readonly StepFacts[], words: Words, depth: number): readonly string[] {
  const told = depth < DEEPEST_LIST ? steps : flattened(steps);
  return told.flatMap((step, index) => {
    const marker = `${index + 1}. `;
    const inner = depth < DEEPEST_LIST ? listLines(step.steps, words, depth + 1) : [];
    const indent = " ".repeat(marker.length);
    return [
      `${marker}${md`**${asCode(step.name)}** – ${stepSentences(step, words)}`.source}`,
      ...inner.map((line) => indent + line),
    ];
  });
}

function accountLines(explanation: Explanation, words: Words, guide: GuideWords): readonly string[] {
  const { account: say } = words;
  const { permissions, unknown } = explanation.rights;
  const logins = new Map<string, { readonly names: readonly string[]; readonly steps: string[] }>();
  for (const { name, deed } of flattened(explanation.steps)) {
    if (deed.kind !== "request" || deed.credentials.length === 0) continue;
    const key = JSON.stringify(deed.credentials);
    const login = logins.get(key) ?? { names: deed.credentials, steps: [] };
    login.steps.push(name);
    logins.set(key, login);
  }
  const said = [...logins.values()].map(({ names, steps }) => say.logsIn(codes(names), codes(steps)).source);
  const rows = permissions.map((needed) => {
    const [right, access] = guide.permission(needed);
    return `| ${right} | ${access} | ${codes(needed.steps, asCodeInCell).source} |`;
  });
  const [right, access, steps] = say.columns;
  const table =
    rows.length === 0
      ? [say.noRights]
      : [`| ${right} | ${access} | ${steps} |`, "| --- | --- | --- |", ...rows];
  const others = unknown.map(
    ({ method, path, steps }) => `- ${say.unknown(asCode(`${method} ${path}`), codes(steps)).source}`,
  );
  return [
    ...(said.length === 0 ? [say.none] : said.flatMap((line) => [`- ${line}`])),
    "",
    ...table,
    ...(others.length === 0 ? [] : ["", ...others]),
  ];
}

function variableLines(variables: readonly VariableFacts[], words: Words): readonly string[] {
  const { variables: say } = words;
  if (variables.length === 0) return [say.none];
  const [name, content, used] = say.columns;
  return [
    `| ${name} | ${content} | ${used} |`,
    "| --- | --- | --- |",
    ...variables.map((variable) => {
      const usedBy = [
        ...(variable.steps.length === 0 ? [] : [codes(variable.steps, asCodeInCell)]),
        ...(variable.setBy.length === 0 ? [] : [say.setBy(codes(variable.setBy, asCodeInCell))]),
      ];
      const shown = usedBy.length === 0 ? md`${say.unused}` : joined(usedBy, "; ");
      return `| ${asCodeInCell(variable.name).source} | ${contentInWords(variable, words).source} | ${shown.source} |`;
    }),
  ];
}

function contentInWords({ content, isSecret }: VariableFacts, { variables: say }: Words): Markdown {
  switch (content.kind) {
    case "empty":
      return md`${isSecret ? say.secretEmpty : say.empty}`;
    case "hidden":
      return new Markdown(say.hidden);
    case "not text":
      return md`${say.notText}`;
    case "text":
      return isSecret ? say.secretText(asCodeInCell(content.text)) : asCodeInCell(content.text);
  }
}
