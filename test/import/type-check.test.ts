import { fileURLToPath } from "node:url";
import fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import { generate } from "../../src/import/generate.js";
import * as packageExports from "../../src/index.js";
import { anyExport } from "../targets/random-export.js";
import { anyAction } from "./random-action.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the compiler says of some modules, under the settings of this project. They are in memory only. */
function complaintsAbout(modules: ReadonlyMap<string, string>): readonly string[] {
  const config = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile.bind(ts.sys));
  const { options } = ts.parseJsonConfigFileContent({ ...config.config, include: [] }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  host.fileExists = (name) => modules.has(name) || ts.sys.fileExists(name);
  host.readFile = (name) => modules.get(name) ?? ts.sys.readFile(name);
  const program = ts.createProgram([...modules.keys()], options, host);
  return [...modules.keys()].flatMap((name) => {
    const file = program.getSourceFile(name);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map(({ messageText }) => {
      return `${ts.flattenDiagnosticMessageText(messageText, " ")}\n${modules.get(name) ?? ""}`;
    });
  });
}

test("code that is made of an export compiles, whatever is in the export", { timeout: 60_000 }, async () => {
  const values = [...fc.sample(anyAction, 60), ...fc.sample(anyExport, 20)];
  const modules = new Map<string, string>();
  for (const [index, value] of values.entries()) {
    const generation = await generate(value, packageExports, (code) => Promise.resolve(code));
    if (generation.kind === "failed") throw new Error(generation.reason);
    modules.set(`${root}src/generated-${index}.ts`, generation.module.code);
  }
  expect(complaintsAbout(modules)).toEqual([]);
});

test("a mistake in such code would be found", () => {
  const code = 'import { text } from "topdesk-actions";\nexport const x: number = text`a`;\n';
  const name = `${root}src/generated.ts`;
  expect(complaintsAbout(new Map([[name, code]]))).toHaveLength(1);
});
