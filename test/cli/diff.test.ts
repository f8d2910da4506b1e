import { spawnSync } from "node:child_process";
import { HtmlValidate } from "html-validate";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parseJson } from "../../src/model/json.js";
import { compiledPackage, type CompiledPackage } from "./compiled-package.js";
import { projectFolder, type ProjectFolder } from "./project-folder.js";

let project: ProjectFolder;
beforeEach(() => {
  project = projectFolder();
});
afterEach(() => project.remove());

/** An export as TOPdesk writes it: a classic sequence of two steps. */
const SEQUENCE = {
  formatVersion: "2.10",
  exportDate: 1624993270377,
  actionSequence: {
    name: "Assign the owner",
    description: "Step 1\nStep 2",
    structureName: "changeactivity2",
    configuration: {
      variables: [
        { name: "address", value: "https://topdesk.example" },
        { name: "api_password", value: "" },
      ],
      mappingDefinitions: [],
      steps: [step("get_asset", ""), step("set_owner", '{\n  "op": "replace",\n  "path": "/owner"\n}')],
    },
  },
};

function step(name: string, body: string) {
  return {
    name,
    method: body === "" ? "GET" : "PATCH",
    url: `\${_variables.address?no_esc}/tas/api/${name}`,
    headers: [
      { name: "Authorization", value: "Basic ${_base64(_variables.user + ':' + _variables.api_password)}" },
    ],
    escapeBodyValues: true,
    body,
    executionCondition: "ALWAYS",
    customExecutionCondition: "",
  };
}

const written = JSON.stringify(SEQUENCE, null, 4);

/** The sequence with parts of its text replaced. */
function changed(...replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((text, [old, fresh]) => text.replaceAll(old, fresh), written);
}

const SECRET = "ab1cd-ef2gh-ij3kl-mn4op-qr5st";

describe("diff", () => {
  test("the same sequence for another card type differs in exactly that", async () => {
    project.write("a.json", written);
    project.write("b.json", changed(["changeactivity2", "incident2"]));
    const { code, out, err } = await project.run("diff a.json b.json");
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toBe(
      [
        "--- a.json",
        "+++ b.json",
        "different: 1 change (the same sequence for another card type)",
        "",
        "action",
        "  ~ card type (structureName):",
        '    - "changeactivity2"',
        '    + "incident2"',
        "",
      ].join("\n"),
    );
  });

  test("what TOPdesk only exported again, in another layout, says the same", async () => {
    project.write("a.json", written);
    const { actionSequence, formatVersion } = SEQUENCE;
    const other = { actionSequence, exportDate: 1700000000000, formatVersion };
    project.write("b.json", `\ufeff${JSON.stringify(other, null, 2).replaceAll("\n", "\r\n")}`);
    const { code, out } = await project.run("diff a.json b.json");
    expect(code).toBe(0);
    expect(out).toContain(
      "same meaning, other bytes: export date, order of keys, byte order mark, line ends, indentation or other white space\n",
    );
    expect((await project.run("diff a.json a.json")).out).toContain("identical\n");
  });

  test("the order of variables and headers means nothing, that of steps does", async () => {
    const { configuration } = SEQUENCE.actionSequence;
    const reordered = (key: "variables" | "steps") => ({
      ...SEQUENCE,
      actionSequence: {
        ...SEQUENCE.actionSequence,
        configuration: { ...configuration, [key]: configuration[key].toReversed() },
      },
    });
    project.write("a.json", written);
    project.write("variables.json", JSON.stringify(reordered("variables"), null, 4));
    project.write("steps.json", JSON.stringify(reordered("steps"), null, 4));
    const variables = await project.run("diff a.json variables.json");
    expect(variables.code).toBe(0);
    expect(variables.out).toContain("same meaning, other bytes: order of variables\n");
    const steps = await project.run("diff a.json steps.json");
    expect(steps.code).toBe(1);
    expect(steps.out).toContain("different: 1 change\n");
    expect(steps.out).toMatch(/ ~ moved: /);
  });

  test("variables as a map say the same as variables as a list", async () => {
    const { variables, ...configuration } = SEQUENCE.actionSequence.configuration;
    const map = Object.fromEntries(variables.map(({ name, value }) => [name, value]));
    const other = {
      ...SEQUENCE,
      actionSequence: { ...SEQUENCE.actionSequence, configuration: { variables: map, ...configuration } },
    };
    project.write("a.json", written);
    project.write("b.json", JSON.stringify(other, null, 4));
    const { code, out } = await project.run("diff a.json b.json");
    expect(code).toBe(0);
    expect(out).toContain("variables as a map in one, as a list in the other");
  });

  test("a step without a type is a request, whichever file says so", async () => {
    const file = (type: object) => {
      const configuration = { variables: [], mappingDefinitions: [], steps: [{ ...type, ...step("a", "") }] };
      return JSON.stringify(
        { formatVersion: "2.10", exportDate: 1, action: { name: "A", configuration } },
        null,
        4,
      );
    };
    project.write("a.json", file({}));
    project.write("b.json", file({ type: "HTTP_REQUEST" }));
    project.write("c.json", file({ type: "WAIT" }));
    const same = await project.run("diff a.json b.json");
    expect(same).toMatchObject({ code: 0 });
    expect(same.out).toContain("the type of a request is written out in one only");
    expect((await project.run("diff a.json c.json")).out).toContain(
      '~ type:\n    - "HTTP_REQUEST"\n    + "WAIT"',
    );
  });

  test("a changed line of a text is shown with what changed in it", async () => {
    project.write("a.json", written);
    project.write("b.json", changed(["/owner\\", "/manager\\"]));
    expect((await project.run("diff a.json b.json")).out).toContain(
      [
        "step set_owner",
        "  ~ body:",
        "    @@ line 1",
        "      {",
        '        "op": "replace",',
        '    -   "path": "/⟦owner⟧"',
        '    +   "path": "/⟦manager⟧"',
        "      }",
      ].join("\n"),
    );
    expect((await project.run("diff a.json b.json --color")).out).toContain("\u001b[");
  });

  test.each(["text", "json", "html", "markdown"])(
    "no secret is shown, also when nothing else differs: %s",
    async (format) => {
      const login = (secret: string) =>
        ["Basic ${_base64", `Bearer ${secret}xyz0123456789 \${_base64`] as const;
      const file = (secret: string) =>
        changed(
          [
            '"name": "api_password",\n                    "value": ""',
            `"name": "api_password", "value": "${secret}"`,
          ],
          login(secret),
          [
            '\\n  \\"op',
            `\\n  \\"password\\": \\"${secret}1\\", \\"odd\\": ${Buffer.from(`u:${secret}`).toString("base64")},\\n  \\"op`,
          ],
        );
      project.write("a.json", file(SECRET));
      project.write("b.json", file("zz1cd-ef2gh-ij3kl-mn4op-qr5st"));
      const { code, out } = await project.run(`diff a.json b.json --format ${format}`);
      expect(code).toBe(1);
      expect(out).toContain("•••");
      expect(out).not.toMatch(/[az][bz]1cd|ef2gh|xyz0123|qr5st/);
      expect(out).not.toContain(Buffer.from(SECRET).toString("base64").slice(4, 24));
      expect(out).toMatch(/only what is hidden differs|"onlySecret": true/);
    },
  );

  test("json has one shape for files and folders", async () => {
    project.write("a/x.json", written);
    project.write("b/x.json", changed(["get_asset", "get_owner"]));
    project.write("b/new.json", written);
    project.write("a/manifest.json", "{}");
    const { code, out, err } = await project.run("diff a b --format json");
    expect(code).toBe(1);
    expect(err).toBe("1 file left out, being no export: manifest.json\n");
    expect(parseJson(out)).toMatchObject({
      version: 1,
      result: "different",
      before: "a",
      after: "b",
      files: [
        { status: "added", path: "new.json", name: "Assign the owner" },
        {
          status: "compared",
          path: "x.json",
          result: "different",
          changes: [
            {
              kind: "step-renamed",
              step: {
                before: { name: "get_asset", pointer: "/actionSequence/configuration/steps/0" },
                after: { name: "get_owner", containers: [], after: null },
              },
            },
            { kind: "value", key: ["url"], edit: { kind: "changed", onlySecret: false } },
          ],
        },
      ],
    });
  });

  test("a file in a folder that cannot be read ends with 2, and the others are compared", async () => {
    project.write("a/x.json", written);
    project.write("b/x.json", written.slice(0, 200));
    project.write("a/y.json", written);
    project.write("b/y.json", changed(["incident", "x"]));
    const { code, out } = await project.run("diff a b");
    expect(code).toBe(2);
    expect(out).toContain(
      "x.json\ncould not be compared: after: The file ends in the middle: it was cut off.",
    );
    expect(out).toContain("1 file compared: 0 different, 0 added, 0 removed, 1 that could not be compared\n");
  });

  test("html is one page without scripts, in which everything is escaped", async () => {
    project.write("a.json", written);
    project.write(
      "b.json",
      changed(["Step 2", "<script>alert('1')</script> & \\u202e"], ["set_owner", "<b>"]),
    );
    const { out } = await project.run("diff a.json b.json --format html");
    expect(out).not.toMatch(/<(?:script|link|iframe|img|object|b)\b|url\(|@import|\son\w+=/i);
    expect(out).toContain("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; \\u202e");
    const page = await new HtmlValidate({
      extends: ["html-validate:recommended", "html-validate:a11y"],
      rules: { "long-title": "off", "no-trailing-whitespace": "off", "void-style": "off" },
    }).validateString(out);
    expect(page.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  });

  test("a file is compared with the customer's build", async () => {
    await project.run("build");
    const file = "dist/default/notify-operator-group.incident2.action-sequence.json";
    const same = await project.run(`diff ${file} --customer default --action notify-operator-group`);
    expect(same).toMatchObject({ code: 0, err: "" });
    expect(same.out).toContain(
      "+++ build of default/notify-operator-group.incident2.action-sequence.json\nidentical\n",
    );
    project.write("hand.json", project.read(file).replace('"POST"', '"PUT"'));
    const hand = await project.run("diff hand.json --customer default --action notify-operator-group");
    expect(hand.code).toBe(1);
    expect(hand.out).toContain('    - "PUT"\n    + "POST"');
    const target = await project.run(
      "diff hand.json --customer default --action minimum-stock --target action",
    );
    expect(target.code).toBe(1);
    expect(target.out).toContain("kind: classic action sequence (actionSequence) → action (action)");
  });

  test.each([
    ["diff a.json", "diff compares two files, and here is one. Name two files"],
    ["diff a.json b.json c.json", "here are 3"],
    ["diff a.json nowhere.json", "nowhere.json: The file does not exist."],
    ["diff a.json customers", "customers is a folder, and the other is a file."],
    ["diff customers customers", "There are no exports in customers and customers."],
    ["diff a.json --customer default", "--customer needs the action to compare with."],
    [
      "diff a.json --customer defalt --action minimum-stock",
      'There is no customer "defalt". Did you mean "default"?',
    ],
    ["diff a.json --customer default --action minimum-stok", 'Did you mean "minimum-stock"?'],
    ["diff a.json --customer default --action minimum-stock", 'the file has the root key "actionSequence"'],
    ["diff a.json --customer default --action notify-operator-group", "none of them is changeactivity2"],
    ["diff a.json b.json --action minimum-stock", "--action is for a customer's build."],
    ["diff a.json b.json --format xml", "Choices"],
    ["diff --git a.json b.json", "--git takes the 7 arguments"],
  ])("%s", async (command, message) => {
    project.write("a.json", written);
    project.write("b.json", written);
    const { code, out, err } = await project.run(command);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });

  test.each([
    ["no export", '{"sequence": {}}', "The file is no action"],
    ["both roots", '{"action": {}, "actionSequence": {}}', 'both "action" and "actionSequence"'],
    ["half an export", written.slice(0, 300), "The file ends in the middle"],
    ["10,000 levels deep", "[".repeat(10_000), "nested 10000 levels deep"],
    ["a key that stands twice", '{"action": {"name": "a", "name": "b"}}', 'The key "name" stands twice'],
    [
      "a number too long to hold",
      '{"action": {"id": 12345678901234567891}}',
      "more digits than can be compared",
    ],
  ])("%s is refused in words", async (_name, content, message) => {
    project.write("a.json", written);
    project.write("bad.json", content);
    const { code, out, err } = await project.run("diff a.json bad.json");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`bad.json`);
    expect(err).toContain(message);
  });

  test("odd keys and characters are keys and characters", async () => {
    const odd = (value: string) =>
      `{"action": {"name": "x", "__proto__": {"polluted": ${value}}, "constructor": ${value}, "a\\ud800": "\\udc00\`\${"}}`;
    project.write("a.json", odd("1"));
    project.write("b.json", odd("2"));
    const { code, out } = await project.run("diff a.json b.json");
    expect(code).toBe(1);
    expect(out).toContain("different: 2 changes");
    expect(out).toContain("~ __proto__.polluted:");
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

describe("git", () => {
  let program: CompiledPackage;
  beforeAll(async () => {
    program = await compiledPackage();
  }, 60_000);
  afterAll(() => program.remove());

  function git(...args: readonly string[]) {
    const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
    const { status, stdout, stderr } = spawnSync("git", [...identity, ...args], {
      cwd: project.path,
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  }

  beforeEach(() => {
    git("init", "--quiet");
    project.write(".gitattributes", "dist/**/*.json diff=topdesk\n");
    project.write("dist/acme/a b.json", written);
    project.write("dist/acme/gone.json", written);
    git("add", "--all");
    git("commit", "--quiet", "--message", "first");
  });

  test("shows what changes, as a diff driver", () => {
    git("config", "diff.topdesk.command", `"${process.execPath}" "${program.program}" diff --git`);
    project.write("dist/acme/a b.json", changed(["changeactivity2", "incident2"]));
    project.delete("dist/acme/gone.json");
    project.write("dist/acme/new.json", written);
    project.write("dist/manifest.json", "{}");
    git("add", "--all");
    const { status, stdout, stderr } = git("diff", "--cached", "--ext-diff", "--no-renames");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain(
      "--- a/dist/acme/a b.json\n+++ b/dist/acme/a b.json\ndifferent: 1 change (the same sequence for another card type)\n",
    );
    expect(stdout).toContain("--- a/dist/acme/gone.json\n+++ /dev/null\n- file is gone: Assign the owner\n");
    expect(stdout).toContain("--- /dev/null\n+++ b/dist/acme/new.json\n+ new file: Assign the owner\n");
    expect(stdout).toContain("could not be compared: The file is no action");
  });

  test("shows lines without secrets, by textconv", () => {
    git("config", "diff.topdesk.textconv", `"${process.execPath}" "${program.program}" diff --textconv`);
    project.write("dist/acme/a b.json", changed(["/owner\\", `/manager/?token=${SECRET}\\`]));
    const { status, stdout } = git("diff");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^-\s+"path": "\/owner"$/m);
    expect(stdout).toMatch(/^\+\s+"path": "\/manager\/\?token=•••"$/m);
    expect(stdout).not.toContain(SECRET);
  });
});
