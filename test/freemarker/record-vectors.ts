// Asks the real Apache FreeMarker about every template in test/golden/freemarker/parse.jsonl and writes its answers there.
//   npm run vectors:record -- <folder of the oracle>/run.sh
// A new vector is a line with an id and a template. Needs Java, and the oracle that lies beside this project's checkout.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { readVectors, vectorsFile } from "./vectors.js";

const command = process.argv[2];
if (command === undefined) throw new Error("Name the oracle's run.sh.");
const vectors = readVectors();
const input = vectors
  .map(({ id, template }) => `${JSON.stringify({ id, template, mode: "parse" })}\n`)
  .join("");
const { stdout, stderr, status } = spawnSync(command, {
  input,
  encoding: "utf8",
  maxBuffer: 100_000_000,
});
if (status !== 0) throw new Error(stderr);
const answers = stdout.trimEnd().split("\n");
if (answers.length !== vectors.length)
  throw new Error(`${answers.length} answers to ${vectors.length} vectors`);

const LONGEST_MESSAGE = 160;
const lines = vectors.map(({ id, template }, index) => {
  const answer: unknown = JSON.parse(answers[index] ?? "");
  if (typeof answer !== "object" || answer === null || Reflect.get(answer, "id") !== id)
    throw new Error(`no answer to ${id}`);
  const [ok, line, column, kind, error] = ["ok", "line", "column", "kind", "error"].map((name): unknown =>
    Reflect.get(answer, name),
  );
  if (ok === true) return JSON.stringify({ id, template, ok });
  return JSON.stringify({
    id,
    template,
    ok,
    line,
    column,
    kind,
    error: String(error).slice(0, LONGEST_MESSAGE),
  });
});
writeFileSync(vectorsFile, `${lines.join("\n")}\n`);
console.log(
  `${lines.length} vectors recorded, ${lines.filter((line) => line.includes('"ok":true')).length} valid`,
);
