import type { Diagnostic, Severity } from "../../check/diagnostic.js";
import type { Code } from "../../check/codes.js";
import type { Markdown } from "../../guide/markdown.js";
import type { Explanation, Risk } from "../facts.js";
import { SAID_AS_RISK } from "../risks.js";
import { findingInWords } from "./findings.js";
import { asCode, codes, joined, md } from "./markdown-text.js";
import { dataInWords, systemInWords } from "./phrases.js";
import type { Words } from "./words.js";

/** The risks of an action and the findings of `validate`, the gravest first. */
export function riskLines({ risks, findings, file }: Explanation, words: Words): readonly string[] {
  const risky = risks.flatMap((risk) => riskInWords(risk, words));
  const found = findingsInWords(findings, words);
  if (risky.length + found.length === 0) return [words.risk.none];
  const closing =
    found.length === 0 ? [] : ["", words.finding.closing(asCode(`topdesk-actions validate ${file}`)).source];
  return [...[...risky, ...found].map((line) => `- ${line.source}`), ...closing];
}

/** A risk in sentences. */
export function riskInWords(risk: Risk, words: Words): readonly Markdown[] {
  const { risk: say } = words;
  switch (risk.kind) {
    case "unencrypted":
      return [say.unencrypted(codes(risk.steps), systemInWords(risk.system, words))];
    case "credentials leave":
      return [
        say.credentials(
          codes(risk.variables),
          systemInWords(risk.system, words),
          codes(risk.steps),
          risk.opensTopdesk,
        ),
      ];
    case "personal data leaves": {
      const [system, steps] = [systemInWords(risk.system, words), codes(risk.steps)];
      return [
        ...(risk.personal.length === 0
          ? []
          : [say.personal(dataInWords(risk.personal, words), system, steps)]),
        ...(risk.freeText.length === 0
          ? []
          : [say.freeText(dataInWords(risk.freeText, words), system, steps)]),
      ];
    }
    case "personal data mailed":
      return [say.mailed(dataInWords([...risk.personal, ...risk.freeText], words), codes(risk.steps))];
    case "address from data":
      return [say.addressFromData(dataInWords(risk.from, words), codes(risk.steps))];
    case "no address":
      return [say.noAddress(asCode(risk.text), codes(risk.steps))];
    case "deletes":
      return [say.deletes(codes(risk.steps))];
    case "unknown step":
      return [say.unknownStep(codes(risk.steps))];
    case "unknown method":
      return [say.unknownMethod(codes(risk.steps))];
    case "many requests":
      return [say.manyRequests(risk.most, risk.limit)];
    case "endless":
      return [say.endless(codes(risk.lists))];
    case "unconfirmed keys":
      return [
        say.unconfirmed(
          joined(
            risk.keys.map((key) => asCode(key)),
            ", ",
          ),
        ),
      ];
  }
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Findings of one code are told once, with their steps. */
function findingsInWords(findings: readonly Diagnostic[], words: Words): readonly Markdown[] {
  const told = findings.filter(({ code }) => !SAID_AS_RISK.includes(code));
  return SEVERITIES.flatMap((severity) => {
    const ofSeverity = told.filter((finding) => finding.severity === severity);
    const byCode = [...new Set(ofSeverity.map(({ code }) => code))];
    return byCode.map((code) =>
      findingLine(
        code,
        severity,
        ofSeverity.filter((finding) => finding.code === code),
        words,
      ),
    );
  });
}

function findingLine(code: Code, severity: Severity, found: readonly Diagnostic[], words: Words): Markdown {
  const { finding: say, language } = words;
  const steps = [...new Set(found.flatMap(({ step }) => (step === undefined ? [] : [step])))];
  const sentence = md`**${say[severity]} ${code}:** ${findingInWords(code, language)}`;
  const times = found.length > 1 ? md` (${found.length}×)` : md``;
  return steps.length === 0 ? md`${sentence}${times}.` : md`${sentence}${times} ${say.steps(codes(steps))}.`;
}
