import type { Markdown } from "../../guide/markdown.js";
import type { Explanation, RequestFacts } from "../facts.js";
import { flattened } from "../risks.js";
import { joined, md } from "./markdown-text.js";
import { objectInWords, systemInShort, systemInWords, valueInWords } from "./phrases.js";
import { riskInWords } from "./risk-words.js";
import type { Words } from "./words.js";

/** The action in a few lines. */
export function summaryLines(
  explanation: Explanation,
  words: Words,
  start: Markdown,
  budget: Markdown,
): readonly string[] {
  const { short: say } = words;
  const requests = flattened(explanation.steps).flatMap(({ deed }) =>
    deed.kind === "request" ? [deed] : [],
  );
  const line = (label: string, said: Markdown) => `- ${md`**${label}:** ${said}`.source}`;
  const list = (said: readonly Markdown[], none: string = say.nothing) => {
    const distinct = [...new Map(said.map((one) => [one.source, one])).values()];
    return distinct.length === 0 ? md`${none}` : joined(distinct, "; ");
  };
  const { findings } = explanation;
  const risks = explanation.risks.flatMap((risk) => riskInWords(risk, words));
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  const isQuiet = risks.length + errors + warnings === 0;
  return [
    line(say.start, start),
    line(say.reads, list(requests.flatMap((request) => readInWords(request, words)))),
    line(say.writes, list(requests.flatMap((request) => writtenInWords(request, words)))),
    line(
      say.mails,
      list(
        requests.flatMap((request) => mailInWords(request, words)),
        say.noMails,
      ),
    ),
    line(say.sends, list(requests.flatMap((request) => sentInWords(request, words)))),
    line(say.costs, budget),
    line(say.beware, md`${isQuiet ? words.risk.none : say.risks(risks.length, errors, warnings)}`),
  ];
}

function readInWords({ effect, object, system }: RequestFacts, words: Words): readonly Markdown[] {
  if (effect !== "reads") return [];
  const where = systemInWords(system, words);
  return [
    object === undefined ? where : md`${objectInWords(object, words)} (${systemInShort(system, words)})`,
  ];
}

function writtenInWords({ effect, object, system }: RequestFacts, words: Words): readonly Markdown[] {
  const isOne = effect === "creates" || undefined;
  const what = object === undefined ? undefined : objectInWords(object, words, isOne);
  switch (effect) {
    case "creates":
    case "adds":
    case "changes":
    case "deletes":
    case "unknown":
      return what === undefined ? [] : [md`${words.deed[effect](what)} (${systemInShort(system, words)})`];
    case "reads":
    case "sends":
    case "sends mail":
      return [];
  }
}

function mailInWords({ mail, effect }: RequestFacts, words: Words): readonly Markdown[] {
  if (effect !== "sends mail") return [];
  if (!mail?.isReadable) return [md`${words.mail.unreadable}`];
  const recipients = [...mail.to, ...mail.cc, ...mail.bcc].map((value) => valueInWords(value, words));
  const subject =
    mail.subject === undefined ? [] : [md`${words.mail.subject}: ${valueInWords(mail.subject, words)}`];
  return [joined([md`${words.mail.to}: ${joined(recipients, ", ")}`, ...subject], " – ")];
}

function sentInWords(
  { system, isWriting, data, credentials }: RequestFacts,
  words: Words,
): readonly Markdown[] {
  if (system.kind === "topdesk") return [];
  // What stands in an address, or logs in, goes there as well.
  return isWriting || data.length + credentials.length > 0 ? [systemInWords(system, words)] : [];
}
