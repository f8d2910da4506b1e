import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { isJsonObject, parseJson } from "../src/model/json.js";
import type { Mutant } from "./mutants.js";
import type { ParseVector } from "./compare.js";

/** Asks the real FreeMarker, behind a program that reads and writes JSON lines, whether templates are valid. */
export async function askOracle(
  command: string,
  mutants: readonly Mutant[],
): Promise<readonly ParseVector[]> {
  const oracle = spawn(command, { stdio: ["pipe", "pipe", "inherit"] });
  const vectors: ParseVector[] = [];
  const failed = new Promise<never>((_, reject) => oracle.once("error", reject));
  const answered = (async () => {
    for await (const line of createInterface({ input: oracle.stdout })) {
      const answer = parseJson(line);
      const mutant = mutants[vectors.length];
      if (!isJsonObject(answer) || mutant === undefined) throw new Error(`the oracle said: ${line}`);
      // A template that fails only when it runs is valid.
      const ok = answer["ok"] === true || answer["phase"] === "runtime";
      const position = typeof answer["line"] === "number" ? { line: answer["line"] } : {};
      vectors.push({ ...mutant, ok, ...position });
    }
  })();
  for (const { template } of mutants) oracle.stdin.write(`${JSON.stringify({ template, mode: "parse" })}\n`);
  oracle.stdin.end();
  await Promise.race([answered, failed]);
  if (vectors.length !== mutants.length)
    throw new Error(`the oracle answered ${vectors.length} of ${mutants.length}`);
  return vectors;
}
