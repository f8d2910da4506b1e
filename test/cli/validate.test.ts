import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseJson } from "../../src/model/json.js";
import { projectFolder, type ProjectFolder } from "./project-folder.js";

let project: ProjectFolder;
beforeEach(() => {
  project = projectFolder();
});
afterEach(() => project.remove());

describe("validate", () => {
  test("accepts what build writes, also closed", async () => {
    await project.run("build");
    const { code, err } = await project.run(
      "validate --closed dist/default/minimum-stock.action.json dist/default/notify-operator-group.incident1.action-sequence.json",
    );
    expect(code).toBe(0);
    expect(err).toContain("2 files checked: 0 errors, 0 warnings, 1 info");
  });

  test("names file, line, step and what to do", async () => {
    await project.run("build");
    const built = project.read("dist/default/minimum-stock.action.json");
    project.write(
      "changed.json",
      built.replace("${_responses.get_stocks.body.dataSet}", "${_responses.get_stoks.body}"),
    );
    const { code, err } = await project.run("validate changed.json");
    expect(code).toBe(1);
    expect(err).toMatch(/changed\.json\n {2}\d+:\d+ {2}error {2}The text reads _responses\.get_stoks/);
    expect(err).toContain("step each_stock  /action/configuration/steps/3/collectionTemplate");
    expect(err).toContain('Did you mean "get_stocks"?');
  });

  test("writes JSON to standard output and nothing else", async () => {
    project.write("list.json", "[1]");
    const { code, out, err } = await project.run("validate list.json --format json");
    expect(code).toBe(1);
    expect(err).toBe("");
    expect(parseJson(out)).toMatchObject([{ code: "TA113", severity: "error", file: "list.json" }]);
  });

  test("takes its format from the environment when no flag says otherwise", async () => {
    project.write("list.json", "[1]");
    const env = { TOPDESK_ACTIONS_FORMAT: "github" };
    expect((await project.run("validate list.json", env)).out).toContain("::error file=list.json");
    expect((await project.run("validate list.json --format json", env)).out).toContain('"TA113"');
  });

  test.each([
    ["empty", "", "The file is empty."],
    ["cut off", '{"action": {"name": "x', "The file ends in the middle: it was cut off."],
    ["not JSON", "hello", "The file is not JSON"],
    ["not UTF-8", Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d]), "The file is not UTF-8."],
    ["nested 10,000 deep", "[".repeat(10_000) + "]".repeat(10_000), "nested 10000 levels deep"],
    ["without a known root", '{"sequence": {}}', "its keys are: sequence"],
  ])("a file that is %s is one finding", async (_name, content, message) => {
    project.write("bad.json", content);
    const { code, err } = await project.run("validate bad.json");
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(err).toContain("1 file checked: 1 error, 0 warnings");
  });

  test("a file that is not there ends with 2, after the others were checked", async () => {
    project.write("list.json", "[1]");
    const { code, err } = await project.run("validate nowhere.json customers list.json");
    expect(code).toBe(2);
    expect(err).toContain("The file does not exist.");
    expect(err).toContain("This is a folder, not a file.");
    expect(err).toContain("it is JSON, but no object");
  });

  test.each([
    ["validate x.json --severity TA207", '"" does not say how grave TA207 is.'],
    ["validate x.json --severity TA27=off", 'There is no finding "TA27".'],
    ["validate x.json --format xml", "Choices"],
    ["validate", "An argument is missing."],
  ])("%s", async (command, message) => {
    const { code, err } = await project.run(command);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test("--severity changes how grave a finding is", async () => {
    project.write("x.json", '{"actionSequence": {"name": ""}, "extra": 1}');
    expect((await project.run("validate x.json --severity TA101=warning TA115=off")).code).toBe(0);
    expect((await project.run("validate x.json --severity TA101=off --severity TA102=error")).code).toBe(1);
  });
});

describe("list", () => {
  test("shows every action with its parameters, defaults and targets", async () => {
    const { code, out } = await project.run("list");
    expect(code).toBe(0);
    expect(out).toContain("minimum-stock\n");
    expect(out).toContain('minimumField = "minimale-voorraad"');
    expect(out).toContain("card types  incident1, incident2");
  });

  test("--json is for programs", async () => {
    const { out } = await project.run("list --json");
    expect(parseJson(out)).toMatchObject([
      { id: "minimum-stock", targets: ["action", "action-plain"] },
      { id: "notify-operator-group", cardTypes: ["incident1", "incident2"] },
    ]);
  });
});
