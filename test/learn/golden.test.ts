import { readdirSync, readFileSync } from "node:fs";
import { expect, describe, test } from "vitest";
import { reportOf } from "../../src/cli/learn/report.js";
import { findingsOf } from "../../src/learn/findings.js";
import { learn } from "../../src/learn/learn.js";
import { parseJson } from "../../src/model/json.js";
import { shapeFileText } from "../../src/shapes/shape-file.js";
import { inShape } from "../../src/shapes/translate.js";
import { serialize } from "../../src/targets/serialize.js";

const golden = new URL("../golden/learn/", import.meta.url);
const built = parseJson(
  readFileSync(new URL("../../dist/sample-municipality/minimum-stock.action.json", import.meta.url), "utf8"),
);

// Each folder holds an export for which somebody followed the sheet by hand.
describe.each(readdirSync(golden))("%s", (name) => {
  const lesson = learn([parseJson(readFileSync(new URL(`${name}/daily.json`, golden), "utf8"))]);
  if (lesson.kind !== "learned") throw new Error(JSON.stringify(lesson));
  const path = (file: string) => new URL(`${name}/${file}`, golden).pathname;

  test("the shape that is learned", async () => {
    await expect(shapeFileText(lesson.shape)).toMatchFileSnapshot(path("shape.json"));
  });

  test("what a person is told of it", async () => {
    const { found, otherAssignments } = lesson;
    const report = reportOf({ findings: findingsOf(found), otherAssignments, hadShape: false }, false);
    await expect(report).toMatchFileSnapshot(path("report.txt"));
  });

  test("an action that is built in it, on a schedule that the export did not have", async () => {
    await expect(serialize(inShape(built, lesson.shape))).toMatchFileSnapshot(path("minimum-stock.json"));
  });
});
