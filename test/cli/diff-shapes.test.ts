import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isJsonObject, parseJson, type JsonObject, type JsonValue } from "../../src/model/json.js";
import type { Shape } from "../../src/shapes/shape.js";
import { shapeFileText } from "../../src/shapes/shape-file.js";
import { CANONICAL_KEYS } from "../../src/shapes/canonical.js";
import { inShape } from "../../src/shapes/translate.js";
import { otherShape } from "../shapes/other-shape.js";
import { projectFolder, type ProjectFolder } from "./project-folder.js";

let project: ProjectFolder;
beforeEach(() => {
  project = projectFolder();
  project.write("customers/acme.json", '{ "actions": { "minimum-stock": {} } }');
  project.write("customers/acme/shape.json", shapeFileText(otherShape));
});
afterEach(() => project.remove());

const ours = readFileSync(new URL("../../dist/default/minimum-stock.action.json", import.meta.url), "utf8");

/** The text of a file as acme's TOPdesk writes it. */
function theirs(text: string, shape: Shape = otherShape): string {
  return JSON.stringify(inShape(parseJson(text), shape), null, 4);
}

/** A file of acme's TOPdesk with other values at some keys of the whole automation. */
function withKeys(text: string, keys: JsonObject): string {
  const file = objectIn(parseJson(text));
  return JSON.stringify({ ...file, automation: { ...objectIn(file["automation"]), ...keys } }, null, 4);
}

function objectIn(value: JsonValue | undefined): JsonObject {
  if (!isJsonObject(value)) throw new Error("no object");
  return value;
}

describe("diff reads a file in the shape of a customer's TOPdesk", () => {
  test("the same action in our shape and in the customer's has the same meaning", async () => {
    project.write("ours.json", ours);
    project.write("theirs.json", theirs(ours));
    const { code, out, err } = await project.run("diff ours.json theirs.json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("same meaning, other bytes: keys and words of another TOPdesk\n");
    const same = await project.run("diff theirs.json theirs.json");
    expect(same.out).toContain("identical\n");
  });

  test("a change is told in our words, and its pointer leads into the file as it is written", async () => {
    project.write("before.json", theirs(ours));
    project.write("after.json", theirs(ours.replace('"time": "12:00"', '"time": "07:30"')));
    const text = await project.run("diff before.json after.json");
    expect(text.code).toBe(1);
    expect(text.out).toContain("different: 1 change\n");
    expect(text.out).toContain("trigger.schedule.time");
    const { out } = await project.run("diff before.json after.json --format json");
    expect(out).toContain('"pointer": "/automation/startedBy/at"');
  });

  test("a variable in a map is pointed at by its name", async () => {
    project.write("before.json", theirs(ours));
    project.write("after.json", theirs(ours.replaceAll('"mail_to"', '"mail_for"')));
    const { out } = await project.run("diff before.json after.json --format json");
    expect(out).toContain('"pointer": "/automation/flow/variables/mail_for"');
    expect(out).toContain('"pointer": "/automation/flow/variables/mail_to"');
  });

  test("what was re-indented, re-ordered or exported again in that shape means the same", async () => {
    const text = theirs(ours);
    project.write("a.json", text);
    project.write("indented.json", JSON.stringify(parseJson(text), null, 2));
    const { version, ...rest } = objectIn(parseJson(text));
    project.write("ordered.json", JSON.stringify({ ...rest, version: version ?? null }, null, 4));
    const indented = await project.run("diff a.json indented.json");
    expect(indented).toMatchObject({ code: 0 });
    expect(indented.out).toContain("same meaning, other bytes: indentation or other white space\n");
    const ordered = await project.run("diff a.json ordered.json");
    expect(ordered).toMatchObject({ code: 0 });
    expect(ordered.out).toContain("same meaning, other bytes: order of keys");
  });

  test("a key that only that TOPdesk has counts when it has another value than usual", async () => {
    project.write("a.json", theirs(ours));
    project.write("b.json", withKeys(theirs(ours), { enabled: true }));
    const { code, out } = await project.run("diff a.json b.json");
    expect(code).toBe(1);
    expect(out).toContain("different: 1 change\n");
    expect(out).toContain("+ enabled: true");
  });

  test("a key that is left out where it would hold the usual value is named as layout", async () => {
    const text = theirs(ours);
    project.write("a.json", text);
    project.write("b.json", text.replace(/,\n\s+"retries": 0/, ""));
    const { code, out } = await project.run("diff a.json b.json");
    expect(code).toBe(0);
    expect(out).toContain("keys that hold what TOPdesk always writes are left out in one");
  });

  test("what TOPdesk writes anew each time is no change", async () => {
    const varying: Shape = {
      ...otherShape,
      objects: { ...otherShape.objects, file: { ...otherShape.objects.file, id: { varies: true } } },
    };
    project.write("customers/acme/shape.json", shapeFileText(varying));
    const file = objectIn(parseJson(theirs(ours, varying)));
    project.write("a.json", JSON.stringify({ ...file, id: "e1" }, null, 4));
    project.write("b.json", JSON.stringify({ ...file, id: "e2" }, null, 4));
    const { code, out } = await project.run("diff a.json b.json");
    expect(code).toBe(0);
    expect(out).toContain("same meaning, other bytes: values that TOPdesk writes anew each time\n");
  });

  const { http, file } = CANONICAL_KEYS;
  const slight: Shape = { variables: "list", headers: "list", objects: {}, words: {} };
  test.each<readonly [string, Shape]>([
    ["one word of steps", { ...slight, words: { assignmentType: { TEXT: "REPLACE" } } }],
    ["the number of the format", { ...slight, words: { formatVersion: { "2.10": "3" } } }],
    ["a key more in steps", { ...slight, objects: { http: { ...http, retries: { value: 0 } } } }],
    ["a key more in the file", { ...slight, objects: { file: { ...file, kind: { value: "automation" } } } }],
  ])("a shape that differs from ours in %s only is told from ours", async (_, shape) => {
    project.write("customers/acme/shape.json", shapeFileText(shape));
    project.write("ours.json", ours);
    project.write("theirs.json", theirs(ours, shape));
    expect(theirs(ours, shape)).not.toBe(ours);
    const { code, out } = await project.run("diff ours.json theirs.json");
    expect(out).toContain("same meaning, other bytes: keys and words of another TOPdesk\n");
    expect(code).toBe(0);
  });

  test("secrets in that shape are hidden in every format", async () => {
    const secret = "ab1cd-ef2gh-ij3kl-mn4op-qr5st";
    const filled = (value: string) =>
      theirs(
        ours.replace(
          /("name": "topdesk_applicationpassword",\s+"value": ")[^"]*"/,
          (_, start: string) => `${start}${value}"`,
        ),
      );
    project.write("a.json", filled(secret));
    project.write("b.json", filled(`${secret}-2`));
    for (const format of ["text", "json", "html", "markdown"]) {
      const { code, out } = await project.run(`diff a.json b.json --format ${format}`);
      expect(code).toBe(1);
      expect(out).toContain("topdesk_applicationpassword");
      expect(out).not.toContain(secret);
    }
    expect((await project.run("diff --textconv a.json")).out).not.toContain(secret);
  });

  test("folders, git and --customers know the shapes too", async () => {
    project.write("before/a.json", ours);
    project.write("after/a.json", theirs(ours));
    expect(await project.run("diff before after")).toMatchObject({ code: 0 });
    const git = await project.run("diff --git a.json before/a.json 0 100644 after/a.json 1 100644");
    expect(git.out).toContain("same meaning");
    expect(await project.run("diff before after --customers nowhere")).toMatchObject({ code: 2 });
  });

  test("without the shape the file is refused, with the way to give it", async () => {
    project.delete("customers/acme");
    project.write("a.json", theirs(ours));
    const { code, err } = await project.run("diff a.json a.json");
    expect(code).toBe(2);
    expect(err).toContain("a.json: The file is no action");
    expect(err).toContain("--customers");
  });
});

describe("diff FILE --customer", () => {
  const against = "--customer acme --action minimum-stock";

  test("compares with the build in the customer's shape", async () => {
    await project.run("build --customer acme");
    const built = project.read("dist/acme/minimum-stock.action.json");
    expect(built).toContain('"automation"');
    project.write("export.json", built);
    const same = await project.run(`diff export.json ${against}`);
    expect(same).toMatchObject({ code: 0, err: "" });
    expect(same.out).toContain("identical\n");
    project.write("export.json", built.replace('"DAY"', '"WEEK"'));
    const other = await project.run(`diff export.json ${against}`);
    expect(other.code).toBe(1);
    expect(other.out).toContain("schedule");
  });

  test("a file in our shape is compared by what it says", async () => {
    project.write("ours.json", ours);
    const { code, out } = await project.run(`diff ours.json ${against}`);
    expect(code).toBe(0);
    expect(out).toContain("same meaning, other bytes: keys and words of another TOPdesk");
  });

  test("the shape comes from the folder with the customers", async () => {
    project.write("others/acme.json", project.read("customers/acme.json"));
    project.write("others/acme/shape.json", project.read("customers/acme/shape.json"));
    project.delete("customers");
    project.write("export.json", theirs(ours));
    const { code, err } = await project.run(`diff export.json ${against} --customers others`);
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });
});

describe("merge", () => {
  const newTime = (text: string) => text.replace('"time": "12:00"', '"time": "07:30"');
  const newName = (text: string) => text.replace(/"description": "/, '"description": "Ours. ');

  test("writes its result in the shape of ours, whatever the others are in", async () => {
    project.write("base.json", ours);
    project.write("ours.json", theirs(newName(ours)));
    project.write("theirs.json", newTime(ours));
    const { code, err } = await project.run("merge base.json ours.json theirs.json --out merged.json");
    expect({ code, err }).toEqual({ code: 0, err: "Merged into merged.json.\n" });
    expect(project.read("merged.json")).toBe(theirs(newTime(newName(ours))));
  });

  test("writes in our shape when the customer's copy is in it", async () => {
    project.write("base.json", theirs(ours));
    project.write("ours.json", newName(ours));
    project.write("theirs.json", theirs(newTime(ours)));
    expect((await project.run("merge base.json ours.json theirs.json --out merged.json")).code).toBe(0);
    expect(project.read("merged.json")).toBe(newTime(newName(ours)));
  });

  test("brings a new release into the shape of a copy that nobody changed", async () => {
    project.write("base.json", ours);
    project.write("ours.json", theirs(ours));
    project.write("theirs.json", newTime(ours));
    expect((await project.run("merge base.json ours.json theirs.json --out merged.json")).code).toBe(0);
    expect(project.read("merged.json")).toBe(theirs(newTime(ours)));
  });

  test("keeps ours byte for byte when the release changed nothing", async () => {
    project.write("base.json", ours);
    project.write("ours.json", `${theirs(newName(ours))}\n`);
    project.write("theirs.json", ours);
    expect((await project.run("merge base.json ours.json theirs.json --out merged.json")).code).toBe(0);
    expect(project.read("merged.json")).toBe(project.read("ours.json"));
  });

  test("keeps the keys that only that TOPdesk has, with their values", async () => {
    project.write("base.json", ours);
    project.write("ours.json", withKeys(theirs(ours), { enabled: true, colour: "red" }));
    project.write("theirs.json", newTime(ours));
    expect((await project.run("merge base.json ours.json theirs.json --out merged.json")).code).toBe(0);
    expect(objectIn(objectIn(parseJson(project.read("merged.json")))["automation"])).toMatchObject({
      enabled: true,
      colour: "red",
      startedBy: { at: "07:30" },
    });
  });

  test("a conflict is told in our words", async () => {
    project.write("base.json", ours);
    project.write("ours.json", theirs(ours.replace('"time": "12:00"', '"time": "09:00"')));
    project.write("theirs.json", newTime(ours));
    const { code, err } = await project.run("merge base.json ours.json theirs.json --out merged.json");
    expect(code).toBe(1);
    expect(err).toContain("trigger.schedule.time");
    expect(project.files(".")).not.toContain("merged.json");
  });
});
