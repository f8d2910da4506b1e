// Asks the real Apache FreeMarker where it sees the nodes of every template in test/golden/freemarker/positions.jsonl
// and writes its answers there.
//   node --import tsx test/freemarker/record-positions.ts <folder of the oracle>/run.sh
// A new vector is a line with an id, a template and, for square brackets, "tagSyntax":"square". Needs Java, and the
// oracle that lies beside this project's checkout.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { field, positionVectorsFile, readPositionVectors, type RecordedNode } from "./position-vectors.js";

const command = process.argv[2];
if (command === undefined) throw new Error("Name the oracle's run.sh.");
const vectors = readPositionVectors();
const input = vectors.map(({ id, template, tagSyntax }) => {
  // White space that FreeMarker strips is missing in its tree; ours holds the whole source.
  const settings = { whitespace_stripping: "false", tag_syntax: `${tagSyntax}_bracket` };
  return `${JSON.stringify({ id, template, mode: "ast", settings })}\n`;
});
const { stdout, stderr, status } = spawnSync(command, {
  input: input.join(""),
  encoding: "utf8",
  maxBuffer: 100_000_000,
  env: { ...process.env, FM_ORACLE_CACHE: process.env["FM_ORACLE_CACHE"] ?? "/tmp/fm" },
});
if (status !== 0) throw new Error(stderr);
const answers = stdout
  .trimEnd()
  .split("\n")
  .map((line): unknown => JSON.parse(line));

const lines = vectors.map(({ id, template, tagSyntax }, index) => {
  const answer = answers[index];
  if (field(answer, "id") !== id || field(answer, "ok") !== true) throw new Error(`no tree of ${id}`);
  return JSON.stringify({ id, template, tagSyntax, nodes: nodesIn(field(answer, "ast")) });
});
writeFileSync(positionVectorsFile, `${lines.join("\n")}\n`);
console.log(`${lines.length} templates recorded`);

/** The nodes of FreeMarker's tree, each before what is in it. */
function nodesIn(value: unknown): readonly RecordedNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  const [type, at] = ["type", "at"].map((name) => field(value, name));
  const below = [field(value, "params"), field(value, "children"), field(value, "value")].flatMap((part) =>
    typeof part === "object" && part !== null ? nodesIn(part) : [],
  );
  return typeof type === "string" && Array.isArray(at) ? [{ type, at: at.join(",") }, ...below] : below;
}
