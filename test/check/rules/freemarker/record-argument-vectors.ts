// Asks the real Apache FreeMarker how many arguments each built-in takes and writes its answers down.
//   node --import tsx test/check/rules/freemarker/record-argument-vectors.ts <folder of the oracle>/run.sh
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import {
  ARGUMENTS,
  argumentVectorsFile,
  COUNTED,
  MOST_ARGUMENTS,
  TARGETS,
  templateFor,
  type ArgumentVector,
} from "./argument-vectors.js";

const command = process.argv[2];
if (command === undefined) throw new Error("Name the oracle's run.sh.");

type Asked = Omit<ArgumentVector, "answer">;
const asked: Asked[] = COUNTED.flatMap((builtIn) =>
  ["none" as const, ...Array.from({ length: MOST_ARGUMENTS + 1 }, (_, count) => count)].map((given) => ({
    builtIn,
    given,
  })),
);
const settings = { date_format: "iso", time_format: "iso", datetime_format: "iso" };
const requests = asked.flatMap(({ builtIn, given }, index) =>
  TARGETS.flatMap((target) =>
    (given === "none" || given === 0 ? ARGUMENTS.slice(0, 1) : ARGUMENTS).map((argument) => {
      const brackets = given === "none" ? "" : `(${Array(given).fill(argument).join(", ")})`;
      const use = given === "none" ? "<#if x?is_method && !x?is_string>${x}</#if>" : "";
      const template = templateFor(builtIn, target, brackets) + use;
      return { id: String(index), template, outputFormat: "HTML", settings };
    }),
  ),
);
const { stdout, stderr, status } = spawnSync(command, {
  input: requests.map((request) => `${JSON.stringify(request)}\n`).join(""),
  encoding: "utf8",
  maxBuffer: 200_000_000,
  env: { ...process.env, FM_ORACLE_CACHE: process.env["FM_ORACLE_CACHE"] ?? "/tmp/fm" },
});
if (status !== 0) throw new Error(stderr);

const answers = asked.map(() => new Set<string>());
for (const line of stdout.trimEnd().split("\n")) {
  const answer: unknown = JSON.parse(line);
  if (typeof answer !== "object" || answer === null) throw new Error(line);
  const error = String(Reflect.get(answer, "error") ?? "");
  answers[Number(Reflect.get(answer, "id"))]?.add(kindOf(error, Reflect.get(answer, "ok") === true));
}

function kindOf(error: string, isFine: boolean): string {
  if (isFine) return "fits";
  const [message = ""] = error.split("\n");
  if (/arguments? but has received|parameters?$/.test(message)) return "count";
  // The value of the built-in itself is what cannot be called, or what cannot be printed.
  if (/^For ".*" callee: Expected a method/.test(message)) return "method";
  if (/^For "\$\{\.\.\.\}" content: .*method/.test(message)) return "method";
  // The value or an argument is of the wrong type: that comes after the arguments were counted.
  return /as argument #\d+/.test(message) ? "fits" : "type";
}

const lines = asked.map(({ builtIn, given }, index) => {
  const found = answers[index] ?? new Set();
  // Where one value takes so many arguments, they fit: what other values say is about another kind of value.
  const answer = ["fits", "count", "method"].find((kind) => found.has(kind));
  return JSON.stringify({ builtIn, given, answer: answer ?? "type" });
});
writeFileSync(argumentVectorsFile, `${lines.join("\n")}\n`);
console.log(`${lines.length} answers recorded`);
