// Asks the real Apache FreeMarker every question of cases.ts and writes its answers to test/golden/freemarker/format/answers.jsonl.
//   node --import tsx test/freemarker/format/record-answers.ts <folder of the oracle>/run.sh
// Needs Java 17, whose locale data the answers depend on, and the oracle that lies beside this project's checkout.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { allCases } from "./cases.js";
import { recordingFile } from "./golden.js";
import type { Case } from "./question.js";

const command = process.argv[2];
if (command === undefined) throw new Error("Name the oracle's run.sh.");
const cases = allCases();
const requests = cases.flatMap((question) => question.inputs.map((input) => requestFor(question, input)));
const { stdout, stderr, status } = spawnSync(command, {
  input: requests.map((request) => `${JSON.stringify(request)}\n`).join(""),
  encoding: "utf8",
  maxBuffer: 100_000_000,
  env: { ...process.env, FM_ORACLE_CACHE: process.env["FM_ORACLE_CACHE"] ?? "/tmp/fm" },
});
if (status !== 0) throw new Error(stderr);
const answers = stdout
  .trimEnd()
  .split("\n")
  .map((line) => answerOf(JSON.parse(line)));
if (answers.length !== requests.length)
  throw new Error(`${answers.length} answers to ${requests.length} questions`);

let asked = 0;
const lines = cases.map((question) => {
  const from = asked;
  asked += question.inputs.length;
  return JSON.stringify({ ...question, answers: answers.slice(from, asked) });
});
writeFileSync(recordingFile, `${[JSON.stringify({ now: Date.now() }), ...lines].join("\n")}\n`);
console.log(
  `${answers.length} answers recorded, ${answers.filter((answer) => answer === null).length} of them failures`,
);

function requestFor(question: Case, input: string): object {
  switch (question.ask) {
    case "read number":
      return { template: "${x?number?c}", model: { x: input } };
    case "print number":
      return {
        template: "${x?number?string(f)}",
        model: { x: input, f: question.format },
        settings: { locale: question.locale },
      };
    case "print date":
      return {
        template: `\${x?number?number_to_${question.kind}?string(f)}`,
        model: { x: input, f: question.format },
        settings: { locale: question.locale, time_zone: question.zone },
      };
    case "built-in":
      return {
        template: `\${x?number?number_to_${question.kind}?${question.builtIn}${question.builtIn.startsWith("iso_utc") || question.builtIn.startsWith("iso_local") ? "" : "(a)"}}`,
        model: { x: input, a: question.argument },
        settings: { time_zone: question.zone },
      };
    case "read date":
      return {
        template: `\${x?${question.kind}(f)?long?c}`,
        model: { x: input, f: question.format },
        settings: { locale: question.locale, time_zone: question.zone },
      };
  }
}

function answerOf(answer: unknown): string | null {
  const field = (name: string): unknown =>
    typeof answer === "object" && answer !== null ? Reflect.get(answer, name) : undefined;
  const output = field("output");
  if (field("ok") === true && typeof output === "string") return output;
  if (field("ok") === false && field("phase") === "runtime") return null;
  throw new Error(`No answer: ${JSON.stringify(answer)}`);
}
