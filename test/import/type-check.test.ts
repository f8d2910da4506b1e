import { fileURLToPath } from "node:url";
import fc from "fast-check";
import ts from "typescript";
import { beforeAll, expect, test } from "vitest";
import { generate } from "../../src/import/generate.js";
import * as packageExports from "../../src/index.js";
import { anyExport } from "../targets/random-export.js";
import { anyAction } from "./random-action.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the compiler says of some modules, under the settings of this project. They are in memory only. */
function complaintsAbout(modules: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const config = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile.bind(ts.sys));
  const { options } = ts.parseJsonConfigFileContent({ ...config.config, include: [] }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  host.fileExists = (name) => modules.has(name) || ts.sys.fileExists(name);
  host.readFile = (name) => modules.get(name) ?? ts.sys.readFile(name);
  const program = ts.createProgram([...modules.keys()], options, host);
  const entries = [...modules.keys()].map((name): readonly [string, readonly string[]] => {
    const file = program.getSourceFile(name);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    const words = found.map(({ messageText }) => {
      return `${ts.flattenDiagnosticMessageText(messageText, " ")}\n${modules.get(name) ?? ""}`;
    });
    return [name, words];
  });
  return new Map(entries);
}

const MISTAKEN = `${root}src/generated-mistaken.ts`;
let complaints: ReadonlyMap<string, readonly string[]> = new Map();

// One program for all: most of its time goes into the package that the modules import.
beforeAll(async () => {
  const values = [...fc.sample(anyAction, 60), ...fc.sample(anyExport, 20)];
  const modules = new Map([
    [MISTAKEN, 'import { text } from "topdesk-actions";\nexport const x: number = text`a`;\n'],
  ]);
  for (const [index, value] of values.entries()) {
    const generation = await generate(value, packageExports, (code) => Promise.resolve(code));
    if (generation.kind === "failed") throw new Error(generation.reason);
    modules.set(`${root}src/generated-${index}.ts`, generation.module.code);
  }
  complaints = complaintsAbout(modules);
}, 60_000);

test("code that is made of an export compiles, whatever is in the export", () => {
  const made = [...complaints].filter(([name]) => name !== MISTAKEN);
  expect(made).toHaveLength(80);
  expect(made.flatMap(([, found]) => found)).toEqual([]);
});

test("a mistake in such code would be found", () => {
  expect(complaints.get(MISTAKEN)).toHaveLength(1);
});
