import { execFileSync, spawn } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseJson } from "../../src/model/json.js";
import { projectFolder, type ProjectFolder } from "./project-folder.js";

let project: ProjectFolder;
beforeEach(() => {
  project = projectFolder();
});
afterEach(() => project.remove());

const SECRET = "ab1cd-ef2gh-ij3kl-mn4op-qr5st";

interface Step {
  readonly name: string;
  readonly [key: string]: unknown;
}

function step(name: string, more: Readonly<Record<string, unknown>> = {}): Step {
  return {
    type: "HTTP_REQUEST",
    name,
    method: "GET",
    url: `https://x/${name}`,
    headers: [],
    body: "",
    ...more,
  };
}

/** An export with these steps, as TOPdesk writes it. */
function exported(steps: readonly Step[], variables: readonly object[] = [], more: object = {}): string {
  const configuration = { variables, mappingDefinitions: [], steps };
  return JSON.stringify(
    { formatVersion: "2.10", exportDate: 1, action: { name: "A", ...more, configuration } },
    null,
    4,
  );
}

const five = ["a", "b", "c", "d", "e"].map((name) => step(name));

/** The steps with one of them changed. */
const having = (name: string, fields: object) =>
  five.map((old) => (old.name === name ? { ...old, ...fields } : old));

function write(base: string, ours: string, theirs: string): void {
  project.write("base.json", base);
  project.write("ours.json", ours);
  project.write("theirs.json", theirs);
}

const merge = (options = "") => project.run(`merge base.json ours.json theirs.json ${options}`);

describe("merge", () => {
  test.skipIf(process.platform === "win32")("writes into a pipe, and leaves it a pipe", async () => {
    const content = exported(five);
    write(content, content, content);
    const pipe = join(project.path, "pipe");
    execFileSync("mkfifo", [pipe]);
    const reader = spawn("cat", [pipe], { stdio: ["ignore", "pipe", "ignore"] });
    let read = "";
    reader.stdout.on("data", (part: Buffer) => (read += part.toString()));
    const closed = new Promise((resolve) => reader.on("close", resolve));
    try {
      const { code } = await merge("--out pipe");
      expect(code).toBe(0);
      expect(statSync(pipe).isFIFO()).toBe(true);
      await closed;
      expect(read).toBe(content);
    } finally {
      reader.kill();
    }
  });

  test("brings what the customer changed into the new release, with unknown keys and in the customer's order of keys", async () => {
    const ours = [
      { name: "a", type: "HTTP_REQUEST", odd: { id: 7 }, ...five[0], url: "https://customer" },
      ...five.slice(1),
    ];
    const theirs = [...having("b", { method: "POST" }), step("f")];
    write(exported(five), exported(ours), exported(theirs));
    const { code, out, err } = await merge("--out merged.json");
    expect({ code, out, err }).toEqual({ code: 0, out: "", err: "Merged into merged.json.\n" });
    const expected = [ours[0], { ...five[1], method: "POST" }, ...five.slice(2), step("f")];
    expect(project.read("merged.json")).toBe(exported(expected as readonly Step[]));
  });

  test("merges texts by line", async () => {
    const body = (first: string, last: string) => ({ body: `${first}\nx\ny\n${last}` });
    write(
      exported(having("a", body("1", "2"))),
      exported(having("a", body("ours", "2"))),
      exported(having("a", body("1", "theirs"))),
    );
    const { code, out } = await merge();
    expect(code).toBe(0);
    expect(out).toBe(exported(having("a", body("ours", "theirs"))));
  });

  test.each([
    ["the same line", "1\nours\n3\n4", "1\ntheirs\n3\n4"],
    ["lines next to each other", "1\nours\n3\n4", "1\n2\ntheirs\n4"],
    ["a line, and one put in before it", "1\nours\n3\n4", "1\nmore\n2\n3\n4"],
    ["a line that one side removes", "1\nours\n3\n4", "1\n3\n4"],
  ])("does not merge texts of which both sides changed %s", async (_name, ours, theirs) => {
    write(
      exported(having("a", { body: "1\n2\n3\n4" })),
      exported(having("a", { body: ours })),
      exported(having("a", { body: theirs })),
    );
    const { code, err } = await merge();
    expect(code).toBe(1);
    expect(err).toContain("step a: body\n  Both sides changed it");
  });

  test("merges the order of steps, and moves into containers", async () => {
    const [a, b, c, d, e] = five;
    const loop = (steps: readonly unknown[]) => step("loop", { type: "LOOP", subSteps: steps });
    const list = (...steps: readonly (Step | undefined)[]) =>
      exported(steps.filter((one) => one !== undefined));
    write(list(a, b, c, d, e, loop([])), list(b, c, a, d, e, loop([])), list(a, b, c, e, loop([d])));
    expect((await merge()).out).toBe(list(b, c, a, e, loop([d])));
  });

  test("names a conflict by step and key with its three values, and writes nothing", async () => {
    write(
      exported(five),
      exported(having("b", { url: "https://ours" })),
      exported(having("b", { url: "https://theirs" })),
    );
    const { code, out, err } = await merge("--out merged.json");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toBe(
      [
        "step b: url",
        "  Both sides changed it, each in its own way.",
        '  base   "https://x/b"',
        '  ours   "https://ours"',
        '  theirs "https://theirs"',
        "",
        "1 conflict. Nothing was written. Make the two sides agree there and merge again, or let one of them win with --prefer.",
        "",
      ].join("\n"),
    );
    expect(project.files(".")).not.toContain("merged.json");
  });

  test("--prefer lets one side win, and says where", async () => {
    write(
      exported(five),
      exported(having("b", { url: "https://ours" })),
      exported(having("b", { url: "https://theirs" })),
    );
    for (const side of ["ours", "theirs"]) {
      const { code, out, err } = await merge(`--prefer ${side}`);
      expect(code).toBe(0);
      expect(out).toBe(exported(having("b", { url: `https://${side}` })));
      expect(err).toContain(`step b: url`);
      expect(err).toContain(`Merged; 1 conflict decided for ${side}.`);
    }
  });

  test("never shows a secret", async () => {
    const variables = (value: string) => [{ name: "api_password", value }];
    write(
      exported(five, variables("")),
      exported(five, variables(SECRET)),
      exported(five, variables(`x${SECRET}`)),
    );
    for (const options of ["", "--json --out merged.json"]) {
      const { code, out, err } = await merge(options);
      expect(code).toBe(1);
      expect(out + err).toContain("api_password");
      expect(out + err).toContain("•••");
      expect(out + err).not.toContain(SECRET.slice(0, 11));
    }
  });

  const without = (name: string) => five.filter((one) => one.name !== name);
  const moved = (name: string, place: number) => {
    const rest = without(name);
    return [...rest.slice(0, place), ...five.filter((one) => one.name === name), ...rest.slice(place)];
  };
  const loopOf = (name: string, ...steps: readonly (Step | undefined)[]) =>
    step(name, { type: "LOOP", subSteps: steps });

  test.each([
    [
      "one removes a step that the other changes",
      without("c"),
      having("c", { method: "PUT" }),
      "removed",
      "c",
    ],
    ["one removes a step that the other moves", without("c"), moved("c", 0), "removed", "c"],
    ["both add a step at one place", [...five, step("x")], [...five, step("y")], "order", undefined],
    ["both move a step, to two places", moved("a", 2), moved("a", 4), "order", undefined],
    ["both give a step another name", having("a", { name: "p" }), having("a", { name: "q" }), "value", "p"],
    ["both give one name to two steps", having("a", { name: "p" }), having("e", { name: "p" }), "name", "p"],
    [
      "one removes a loop into which the other puts a step",
      five,
      [...five, loopOf("loop", step("inner"), step("second"))],
      "removed",
      "loop",
      [...five, loopOf("loop", step("inner"))],
    ],
  ] as const)("%s: a conflict", async (_name, ours, theirs, kind, name, base: readonly Step[] = five) => {
    write(exported(base), exported(ours), exported(theirs));
    const { code, out } = await merge("--json --out merged.json");
    expect(code).toBe(1);
    const owner = name === undefined ? { in: "configuration" } : { in: "step", name };
    expect(parseJson(out)).toMatchObject({ version: 1, written: null, conflicts: [{ kind, owner }] });
    const other = await project.run("merge base.json theirs.json ours.json");
    expect(other.code).toBe(1);
  });

  test("the same change on both sides is no conflict", async () => {
    const changed = [...having("b", { method: "PUT" }), step("x")];
    write(exported(five), exported(changed, [], { note: 1 }), exported(changed));
    const { code, out } = await merge();
    expect(code).toBe(0);
    expect(out).toBe(exported(changed, [], { note: 1 }));
  });

  test("warns when the merged file has a mistake that neither side has", async () => {
    const renamed = five.map((old) => (old.name === "a" ? { ...old, name: "first" } : old));
    const reading = [...five, step("f", { url: "https://x/${_responses.a.body.id}" })];
    write(exported(five), exported(renamed), exported(reading));
    const { code, err } = await merge("--out merged.json");
    expect(code).toBe(0);
    expect(err).toContain("_responses.a");
    expect(err).toContain("Neither of the two files had these findings");
  });

  test("files of two kinds cannot be merged", async () => {
    write(exported(five), exported(five), exported(five).replace('"action"', '"actionSequence"'));
    const { code, err } = await merge();
    expect(code).toBe(2);
    expect(err).toContain('theirs.json has the root key "actionSequence"');
  });

  test.each([
    ["merge base.json ours.json", "An argument is missing."],
    ["merge base.json ours.json nowhere.json", "nowhere.json: The file does not exist."],
    ["merge base.json ours.json bad.json", 'bad.json:1:21: The key "a" stands twice'],
    ["merge base.json ours.json base.json --json", "needs a place of its own"],
    ["merge base.json ours.json base.json --out customers", "customers cannot be written"],
    ["merge base.json ours.json base.json --out no/such/folder/x.json", "cannot be written"],
    ["merge base.json ours.json base.json --prefer mine", "Choices"],
  ])("%s", async (command, message) => {
    write(exported(five), exported(having("a", { url: "https://ours" })), exported(five));
    project.write("bad.json", '{"action": {"a": 1, "a": 2}}');
    const { code, out, err } = await project.run(command);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });
});
