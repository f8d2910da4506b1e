import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseJson } from "../../src/model/json.js";
import { projectFolder, type ProjectFolder } from "./project-folder.js";

let project: ProjectFolder;
beforeEach(() => {
  project = projectFolder();
  project.write("export.json", fixture("on-call"));
});
afterEach(() => project.remove());

function fixture(name: string): string {
  return readFileSync(new URL(`../simulate/fixtures/${name}.action-sequence.json`, import.meta.url), "utf8");
}

describe("explain", () => {
  test("says in Dutch, on standard output, what an export does", async () => {
    const { code, out, err } = await project.run("explain export.json");
    expect(code).toBe(0);
    expect(err).toBe("");
    expect(out).toContain("Leest een melding uit TOPdesk");
    expect(out).toContain("naar een ander systeem: ‘oncall.example.com’");
    expect(out).toContain("Persoonsgegevens verlaten TOPdesk");
  });

  test.each([
    ["en", "Reads an incident from TOPdesk"],
    ["de", "Liest einen Incident aus TOPdesk"],
  ])("says it in %s", async (language, sentence) => {
    expect((await project.run(`explain export.json --language ${language}`)).out).toContain(sentence);
  });

  test("gives a page, Markdown, and the facts for a program", async () => {
    expect((await project.run("explain export.json --format html")).out).toMatch(
      /^<!DOCTYPE html>\n<html lang="nl">/,
    );
    expect((await project.run("explain export.json --format markdown")).out).toMatch(/^# Uitleg: /);
    const facts = parseJson((await project.run("explain export.json --format json")).out);
    expect(facts).toMatchObject({
      root: "actionSequence",
      start: { kind: "card", cardType: "incident1" },
      steps: [
        { deed: { effect: "reads", object: { resource: "incidents" } } },
        { deed: { effect: "sends", isWriting: true, system: { address: { host: "oncall.example.com" } } } },
      ],
      risks: [{ kind: "personal data leaves" }],
    });
  });

  test("explains what build writes", async () => {
    await project.run("build");
    const { code, out } = await project.run("explain dist/default/minimum-stock.action.json --language en");
    expect(code).toBe(0);
    expect(out).toContain("every day at 12:00");
    expect(out).toContain("Sends a mail with TOPdesk. To: the variable ‘mail_to’.");
  });

  test("explains a file with a byte order mark and other line ends", async () => {
    const text = fixture("on-call").replaceAll("\n", "\r\n");
    project.write("edited.json", `\uFEFF${text}`);
    const { code, out } = await project.run("explain edited.json --language en");
    expect(code).toBe(0);
    expect(out).toContain("Reads an incident from TOPdesk");
    expect(out).toContain("the file is not exactly as TOPdesk writes it");
  });

  // A change board must not be told of a GET where TOPdesk may take the other one.
  const TWICE = fixture("on-call").replace('"method": "GET"', '"method": "DELETE", "method": "GET"');
  const HUGE = fixture("on-call").replace('"name": "', `"name": "${"x".repeat(100 * 1024 * 1024)}`);
  const deep = `{"action": ${"[".repeat(10_000)}${"]".repeat(10_000)}}`;
  test.each([
    ["nothing", "", /^topdesk-actions: bad\.json.*: The file is empty/],
    ["half an export", fixture("on-call").slice(0, 900), /bad\.json:\d+:\d+: The file ends in the middle/],
    ["another JSON file", '{"name": "x"}', /bad\.json.*: The file is no action/],
    ["a list", "[1, 2]", /bad\.json.*: The file is no action/],
    ["10,000 levels", deep, /bad\.json.*: The file is nested 10001 levels deep/],
    ["a key that stands twice", TWICE, /bad\.json:\d+:\d+: The key "method" stands twice/],
    ["100 MB", HUGE, /bad\.json: The file has 101 MB; at most 32 MB are read/],
    ["no text", new Uint8Array([0xff, 0xfe, 0x00]), /bad\.json.*: The file is not UTF-8/],
  ])("refuses %s in one line and without a stack trace", async (_what, content, message) => {
    project.write("bad.json", content);
    const { code, out, err } = await project.run("explain bad.json");
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("says that a file does not exist", async () => {
    const { code, err } = await project.run("explain nowhere.json");
    expect(code).toBe(2);
    expect(err).toBe("topdesk-actions: nowhere.json: The file does not exist. Check the name of the file.\n");
  });

  test.each(["--language fr", "--format pdf", "--language nl --language en"])(
    "refuses %s",
    async (options) => {
      const { code, out } = await project.run(`explain export.json ${options}`);
      expect(code).toBe(2);
      expect(out).toBe("");
    },
  );
});
