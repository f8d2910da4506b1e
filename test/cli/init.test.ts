import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../../src/cli/main.js";
import type { Terminal } from "../../src/cli/terminal.js";
import { packageFolder } from "../../src/cli/project.js";
import { mailProblems } from "../actions/mail-html.js";
import { projectFolder, type CommandRun, type ProjectFolder } from "./project-folder.js";

let project: ProjectFolder;
beforeEach(() => {
  project = projectFolder();
  project.delete("customers");
  project.write("package.json", '{ "type": "module", "dependencies": { "topdesk-actions": "1" } }');
});
afterEach(() => project.remove());

type Answer = string | readonly string[] | Error;

interface Conversation extends CommandRun {
  readonly questions: readonly string[];
}

/** Runs a command with somebody at the terminal who gives these answers, one after the other. */
async function talk(args: readonly string[], answers: readonly Answer[]): Promise<Conversation> {
  const questions: string[] = [];
  const rest = [...answers];
  let err = "";
  const next = (question: string) => {
    questions.push(question);
    const answer = rest.shift();
    if (answer === undefined) throw new Error(`nobody answers ${question}`);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const terminal: Terminal = {
    out: () => undefined,
    err: (text) => void (err += text),
    color: false,
    ask: (question) => Promise.resolve(next(question)).then(String),
    choose: (question, choices) => {
      const answer = next(`${question} ${choices.map(({ value }) => value).join("|")}`);
      return Promise.resolve(typeof answer === "string" ? [answer] : answer);
    },
    env: {},
    cwd: project.path,
  };
  const code = await runCli(args, terminal);
  expect(rest).toEqual([]);
  return { code, out: "", err, questions };
}

const customer = (id: string): unknown => JSON.parse(project.read(`customers/${id}.json`));

/** Errors and warnings of a build of everything. */
async function findings(): Promise<readonly string[]> {
  const { out } = await project.run("build --json");
  const report = JSON.parse(out) as { readonly diagnostics: readonly { code: string; severity: string }[] };
  return report.diagnostics.filter(({ severity }) => severity !== "info").map(({ code }) => code);
}

describe("init customer in a script", () => {
  test("makes a customer with what is usual, in an empty folder, that builds without findings", async () => {
    const { code, err, out } = await project.run("init customer acme");
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(project.read("customers/acme.json")).toBe(`{
  "$schema": "../node_modules/topdesk-actions/schemas/customer.schema.json",
  "language": "nl",
  "actions": {
    "minimum-stock": {
      "targets": ["action"]
    }
  }
}
`);
    expect(err).toContain("created customers/acme.json\n");
    expect(err).toContain("npx topdesk-actions build --customer acme\n");
    expect((await project.run("build --customer acme")).code).toBe(0);
    expect(await findings()).toEqual([]);
    expect(project.files("dist")).toContain("acme/minimum-stock.action.guide.html");
  });

  test("takes all from flags", async () => {
    const flags =
      "--name Acme --language en --action minimum-stock --action notify-operator-group --schedule-time 07:30 --time-zone Europe/London";
    expect((await project.run(`init customer acme ${flags}`)).code).toBe(0);
    expect(customer("acme")).toMatchObject({
      name: "Acme",
      language: "en",
      branding: { organisation: "Acme" },
      actions: {
        "minimum-stock": {
          parameters: { schedule: { frequency: "DAILY", time: "07:30", timeZone: "Europe/London" } },
        },
        "notify-operator-group": {},
      },
    });
    expect(await findings()).toEqual([]);
  });

  test("extends a base and says only what differs", async () => {
    project.write(
      "customers/base.json",
      '{ "abstract": true, "language": "de", "actions": { "minimum-stock": { "targets": ["action"] } } }',
    );
    expect((await project.run("init customer acme --extends base")).code).toBe(0);
    expect(customer("acme")).toEqual({ $schema: expect.any(String) as string, extends: "base" });
    expect(await findings()).toEqual([]);
    expect(project.files("dist")).toContain("acme/minimum-stock.action.json");
  });

  test("goes to the folder that the config or --customers names", async () => {
    project.write("topdesk-actions.config.ts", 'export default { customers: "clients" };');
    expect((await project.run("init customer acme")).code).toBe(0);
    expect((await project.run("init customer acme --customers more/of-them")).err).toContain(
      "build --customer acme --customers more/of-them",
    );
    expect(project.files("clients")).toEqual(["acme.json"]);
    expect(project.read("more/of-them/acme.json")).toContain('"../../node_modules/topdesk-actions/schemas/');
  });

  test("finds the schema where the package is installed, or in its own checkout", async () => {
    mkdirSync(join(project.path, "node_modules/topdesk-actions"), { recursive: true });
    mkdirSync(join(project.path, "deep/er"), { recursive: true });
    await runCli(["init", "customer", "acme"], {
      ...silent,
      cwd: join(project.path, "deep/er"),
    });
    expect(project.read("deep/er/customers/acme.json")).toContain(
      '"../../../node_modules/topdesk-actions/schemas/customer.schema.json"',
    );
    const { schemaPath } = await import("../../src/cli/package-place.js");
    const checkout = packageFolder.replace(/\/$/, "");
    expect(schemaPath("customer", checkout, join(checkout, "customers"))).toBe(
      "../schemas/customer.schema.json",
    );
  });
});

const silent: Terminal = { out: () => undefined, err: () => undefined, color: false, env: {}, cwd: "." };

describe("init customer refuses in one line, and makes nothing", () => {
  test.each([
    ["init", /^topdesk-actions: init makes a customer or an action\. Write: init customer/],
    ["init customer", /has no id, and there is nobody to ask\. Write it behind init customer/],
    ["init customer ../x", /"\.\.\/x" cannot be the name of a folder/],
    ["init customer a/b", /"a\/b" cannot be the name of a folder/],
    ["init customer /tmp/x", /cannot be the name of a folder/],
    ["init customer CON", /"CON" is the name of a device/],
    ["init customer there", /customers\/there\.json is there already\. Edit it/],
    [
      "init customer THERE",
      /customers\/there\.json is there already, and "THERE" differs from it only in case/,
    ],
    ["init customer acme --extends ther", /no customer or base "ther" to extend.*Did you mean "there"/],
    ["init customer acme --extends broken", /file of "broken" cannot be used/],
    ["init customer acme --action minimum-stok", /no action "minimum-stok"\. Did you mean "minimum-stock"/],
    ["init customer acme --schedule-time 25:00", /time "25:00" does not exist/],
    ["init customer acme --time-zone Mars", /time zone "Mars" does not exist/],
    [
      "init customer acme --action notify-operator-group --schedule-time 08:00",
      /--schedule-time is for actions/,
    ],
    ["init customer acme --language fr", /Argument: language, Given: "fr"/],
    ["init customer acme --name {{parent}}", /could not be built: \{\{parent\}\} stands here/],
    ["init customer acme --customers there.txt", /there\.txt is a file, not a folder/],
    ["init customer acme --name=", /name is empty/],
    ["init customer acme --language nl --language en", /--language is given more than once/],
    ["init custmer acme", /Given: "custmer"/],
  ])("%s", async (command, message) => {
    project.write("customers/there.json", "{}");
    project.write("customers/broken.json", "{");
    project.write("there.txt", "");
    const before = project.files(".");
    const { code, err } = await project.run(command);
    expect(err).toMatch(message);
    expect(code).toBe(2);
    expect(err.trimEnd()).not.toContain("\n");
    expect(project.files(".")).toEqual(before);
  });
});

describe("init customer with somebody at the terminal", () => {
  test("asks for all that no flag says", async () => {
    const { code, questions } = await talk(
      ["init", "customer"],
      ["acme", "Acme College", "en", ["minimum-stock"], "06:45", ""],
    );
    expect(code).toBe(0);
    expect(questions).toEqual([
      "Id of the customer, such as north-school:",
      "What people call it, for the head of its mails (acme):",
      "Language of mails and guides: nl|en|de",
      "What is built for it? minimum-stock|notify-operator-group",
      "When its actions run (12:00):",
      "Time zone (Europe/Amsterdam):",
    ]);
    expect(customer("acme")).toMatchObject({
      name: "Acme College",
      language: "en",
      actions: { "minimum-stock": { parameters: { schedule: { time: "06:45" } } } },
    });
    expect(await findings()).toEqual([]);
  });

  test("asks what it extends when there is something, and then what is built besides", async () => {
    project.write(
      "customers/base.json",
      '{ "abstract": true, "actions": { "minimum-stock": { "targets": ["action"] } } }',
    );
    const { questions } = await talk(["init", "customer", "acme"], ["base", "", "de", [], "", ""]);
    expect(questions[0]).toBe("What does acme extend? |base");
    expect(questions[3]).toBe("What is built for it besides minimum-stock? notify-operator-group");
    expect(customer("acme")).toEqual({
      $schema: expect.any(String) as string,
      extends: "base",
      language: "de",
    });
  });

  test("asks again after an answer that cannot be, and says why", async () => {
    const { code, err } = await talk(
      ["init", "customer", "--name", "Acme", "--language", "nl", "--action", "minimum-stock"],
      ["../x", "", "CON", "acme", "noon", "12:30", "Mars", "Europe/Berlin"],
    );
    expect(code).toBe(0);
    expect(err).toContain('"../x" cannot be the name of a folder on every system.');
    expect(err).toContain('The time "noon" does not exist.');
    expect(customer("acme")).toMatchObject({
      actions: {
        "minimum-stock": { parameters: { schedule: { time: "12:30", timeZone: "Europe/Berlin" } } },
      },
    });
  });

  test("makes nothing when the person stops", async () => {
    const { code, err } = await talk(["init", "customer"], ["acme", new Error("force closed")]);
    expect(code).toBe(2);
    expect(err).toBe("topdesk-actions: Stopped at a question. Nothing was written.\n");
    expect(project.files(".")).toEqual(["package.json"]);
  });

  test("asks nothing with --yes", async () => {
    const { code, questions } = await talk(["init", "customer", "acme", "--yes"], []);
    expect({ code, questions }).toEqual({ code: 0, questions: [] });
  });

  test("init alone asks which of the two", async () => {
    const { questions } = await talk(["init"], ["action", "stuck-assets", "", "nl"]);
    expect(questions).toEqual([
      "What do you want to make? customer|action",
      "Id of the action, such as impacted-assets:",
      "What people call it (Stuck assets):",
      "Language for customers that say none: nl|en|de",
    ]);
    expect(project.files("actions")).toEqual(["stuck-assets.ts"]);
  });
});

describe("init action", () => {
  test("makes an action that builds at once, for a customer that names it", async () => {
    const { code, err } = await project.run("init action stuck-assets");
    expect(code).toBe(0);
    expect(err).toContain("created topdesk-actions.config.ts\n");
    expect(err).toContain("18 texts in nl, en, de");
    expect((await project.run("init customer acme --action stuck-assets")).code).toBe(0);
    expect(await findings()).toEqual([]);
    expect(project.files("dist/acme")).toContain("stuck-assets.action.json");
    expect((await project.run("validate --closed dist/acme/stuck-assets.action.json")).code).toBe(0);
    expect((await project.run("verify dist/acme/stuck-assets.action.json")).code).toBe(0);
  });

  test.each(["nl", "en", "de"])(
    "its mail and guide are fine in %s, as HTML and as plain text",
    async (language) => {
      await project.run("init action stuck-assets");
      project.write("customers/html.json", settings(language, "html"));
      project.write("customers/text.json", settings(language, "text"));
      expect(await findings()).toEqual([]);
      const simulated = (id: string) =>
        project.run(`simulate dist/${id}/stuck-assets.action.json --mail-out mails/${id}`);
      const runs = [await simulated("html"), await simulated("text")];
      for (const { code, out } of runs) {
        expect(code).toBe(0);
        expect(out).toContain("2 done, 0 skipped, 0 failed");
        expect(out).toContain("IMPACTED: 1");
      }
      // What is written to look at has a policy besides, which the mail has not.
      const mail = project.read("mails/html/mail-001.html").replace(/<meta http-equiv[^>]*>/, "");
      expect(await mailProblems(mail)).toEqual([]);
      expect(mail).toContain(`<html lang="${language}">`);
      expect(project.read("dist/html/stuck-assets.action.guide.md")).toContain("Stuck assets");
    },
  );

  test("sends no mail when there is nothing to tell", async () => {
    await project.run("init action stuck-assets");
    project.write("customers/acme.json", settings("en", "html"));
    await project.run("build");
    const { out } = await project.run("simulate dist/acme/stuck-assets.action.json --stocks 0");
    expect(out).toContain("1 done, 1 skipped, 0 failed; 1 request, 0 mails");
  });

  test("is in the language that was asked for when a customer says none, and carries its name", async () => {
    expect((await project.run("init action stuck-assets --language de --name Stillstand")).code).toBe(0);
    project.write("customers/acme.json", '{ "actions": { "stuck-assets": {} } }');
    expect(await findings()).toEqual([]);
    expect(project.read("dist/acme/stuck-assets.action.json")).toContain('"name": "Stillstand"');
    expect(project.read("dist/acme/stuck-assets.action.json")).toContain("Assets mit dem Status");
  });

  test("a second one is added to the config, and both build", async () => {
    await project.run("init action stuck-assets");
    const { err } = await project.run("init action url");
    expect(err).toContain("added to topdesk-actions.config.ts\n");
    expect(project.read("topdesk-actions.config.ts")).toContain("{ actions: [stuckAssets, urlAction] }");
    project.write("customers/acme.json", '{ "actions": { "stuck-assets": {}, "url": {} } }');
    expect(await findings()).toEqual([]);
    expect(project.files("dist/acme").filter((file) => file.endsWith(".json"))).toHaveLength(2);
  });

  test.each(["topdesk-actions.config.mjs", "topdesk-actions.config.js"])("is added to %s", async (config) => {
    project.write(
      config,
      'import { join } from "node:path";\n\nexport default { actions: [], out: join("a", "b") };\n',
    );
    expect((await project.run("init action stuck-assets")).err).toContain(`added to ${config}\n`);
    expect((await project.run("list")).out).toContain("\nstuck-assets\n");
  });

  test("a config of another shape stays as it is, and the lines to add are said", async () => {
    const config = "const actions = [];\nexport default { actions };\n";
    project.write("topdesk-actions.config.mjs", config);
    const { code, err } = await project.run("init action stuck-assets");
    expect(code).toBe(0);
    expect(project.read("topdesk-actions.config.mjs")).toBe(config);
    expect(err).toContain('import { stuckAssets } from "./actions/stuck-assets.ts";');
    expect(err).toContain("actions: [..., stuckAssets]");
  });

  test("a config that does not take the action stays as it is", async () => {
    const config =
      'import { join } from "node:path";\nconst other = { actions: [] };\nexport default { out: join("a", other.actions.join()) };\n';
    project.write("topdesk-actions.config.mjs", config);
    const { err } = await project.run("init action stuck-assets");
    expect(project.read("topdesk-actions.config.mjs")).toBe(config);
    expect(err).toContain("Add to topdesk-actions.config.mjs:");
  });

  test("puts its texts where the config has them", async () => {
    mkdirSync(join(project.path, "words"));
    project.write(
      "topdesk-actions.config.ts",
      'import { defineConfig } from "topdesk-actions";\nexport default defineConfig({ actions: [], templates: "words" });\n',
    );
    await project.run("init action stuck-assets");
    expect(project.files("words")).toHaveLength(18);
    project.write("customers/acme.json", '{ "actions": { "stuck-assets": {} } }');
    expect(await findings()).toEqual([]);
  });

  test.each([
    ['{ "type": "module" }', ["npm install topdesk-actions"]],
    ['{ "devDependencies": { "topdesk-actions": "1" } }', ["npm pkg set type=module"]],
    ["{", ["npm pkg set type=module", "npm install topdesk-actions"]],
    [undefined, ["npm init -y", "npm pkg set type=module", "npm install topdesk-actions"]],
  ])("says what the project lacks when its package.json is %j", async (manifest, commands) => {
    if (manifest === undefined) project.delete("package.json");
    else project.write("package.json", manifest);
    const { err } = await project.run("init action stuck-assets");
    const said = [...err.matchAll(/^ {2}\d\. (npm .*)$/gm)].map(([, command]) => command);
    expect(said).toEqual(commands);
  });

  describe("refuses in one line, and makes nothing", () => {
    test.each([
      ["init action", /has no id, and there is nobody to ask/],
      ["init action ../x", /cannot be the id of an action/],
      ["init action a/b", /cannot be the id of an action/],
      ["init action CON", /cannot be the id of an action/],
      ["init action con", /"con" is the name of a device/],
      ["init action shared", /folder with texts of all actions/],
      ["init action minimum-stock", /There is an action "minimum-stock" already/],
      ["init action there", /^topdesk-actions: actions\/there\.ts is there already/],
      [
        "init action case",
        /actions\/Case\.ts is there already; actions\/case\.ts differs from it only in case/,
      ],
      ["init action words", /templates\/words\/mail\.nl\.hbs is there already/],
      ["init action folder", /templates\/Folder is there already; templates\/folder differs/],
      ["init action acme --extends base", /--extends is for init customer/],
      ["init action acme --name {{x}}", /The name has "\{\{"/],
    ])("%s", async (command, message) => {
      project.write("actions/there.ts", "");
      project.write("actions/Case.ts", "");
      project.write("templates/words/mail.nl.hbs", "");
      project.write("templates/Folder/mail.nl.hbs", "");
      const before = project.files(".");
      const { code, err } = await project.run(command);
      expect(code).toBe(2);
      expect(err).toMatch(message);
      expect(err.trimEnd()).not.toContain("\n");
      expect(project.files(".")).toEqual(before);
    });

    test("with a config that cannot be loaded", async () => {
      project.write("topdesk-actions.config.ts", "export default 5;");
      const { code, err } = await project.run("init action stuck-assets");
      expect({ code, files: project.files(".") }).toEqual({
        code: 2,
        files: ["package.json", "topdesk-actions.config.ts"],
      });
      expect(err).toMatch(/It exports no config/);
    });

    test("where its texts should go is a file", async () => {
      writeFileSync(join(project.path, "templates"), "");
      const { code, err } = await project.run("init action stuck-assets");
      expect(code).toBe(2);
      expect(err).toContain("templates is a file, not a folder.");
      expect(project.files(".")).toEqual(["package.json", "templates"]);
    });
  });
});

function settings(language: string, mailFormat: string): string {
  return JSON.stringify({ language, actions: { "stuck-assets": { parameters: { mailFormat } } } });
}

test("tsc --strict accepts the files of an action, whatever its id", async () => {
  for (const id of ["stuck-assets", "delete", "url", "define", "greater-than"]) {
    expect((await project.run(`init action ${id} --language en`)).code).toBe(0);
  }
  const options: ts.CompilerOptions = {
    strict: true,
    noUnusedLocals: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ["lib.es2023.d.ts"],
    types: ["node"],
    typeRoots: [join(packageFolder, "node_modules/@types")],
    paths: { "topdesk-actions": [join(packageFolder, "src/index.ts")] },
  };
  const program = ts.createProgram([join(project.path, "topdesk-actions.config.ts")], options);
  // The package's own sources are checked with the project, by stricter rules.
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(project.path));
  expect(files.filter(({ fileName }) => fileName.includes("/actions/delete.ts"))).toHaveLength(1);
  const problems = [
    ...program.getOptionsDiagnostics(),
    ...files.flatMap((file) => ts.getPreEmitDiagnostics(program, file)),
  ].map(
    ({ file, messageText }) =>
      `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
  );
  expect(problems).toEqual([]);
}, 60_000);

test("the package ships the skeleton", () => {
  const manifest: unknown = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  expect(manifest).toMatchObject({ files: expect.arrayContaining(["skeleton"]) as unknown });
});
