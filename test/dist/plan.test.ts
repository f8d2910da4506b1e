import { expect, test } from "vitest";
import { entryFor, type Manifest, type ManifestEntry } from "../../src/dist/manifest.js";
import { planned } from "../../src/dist/plan.js";
import { built } from "./sample-build.js";

const everything = { covers: () => true };
const nothing = { covers: () => false };
const ofCustomer = (customer: string) => ({ covers: (entry: ManifestEntry) => entry.customer === customer });

/** A manifest of files that an older version wrote. */
function before(...paths: readonly string[]): Manifest {
  return new Map(paths.map((path) => [path, entryFor(built(path, "old"), "0.0.1")]));
}

test("a first build writes all files and removes none", () => {
  const files = [built("acme/b.json"), built("acme/a.json")];
  const plan = planned(files, new Map(), everything, "1.0.0");
  expect(plan.files).toEqual(files);
  expect(plan.orphans).toEqual([]);
  expect([...plan.manifest.keys()].sort()).toEqual(["acme/a.json", "acme/b.json"]);
});

test("what is no longer built is an orphan and leaves the manifest", () => {
  const plan = planned([built("acme/a.json")], before("acme/a.json", "acme/gone.json"), everything, "1.0.0");
  expect(plan.orphans).toEqual(["acme/gone.json"]);
  expect([...plan.manifest.keys()]).toEqual(["acme/a.json"]);
});

test("outside of the scope nothing is an orphan, and entries stay word for word", () => {
  const previous = before("acme/gone.json", "other/kept.json");
  const plan = planned([built("acme/a.json")], previous, ofCustomer("acme"), "1.0.0");
  expect(plan.orphans).toEqual(["acme/gone.json"]);
  expect([...plan.manifest.keys()].sort()).toEqual(["acme/a.json", "other/kept.json"]);
  expect(plan.manifest.get("other/kept.json")).toEqual(previous.get("other/kept.json"));
});

test("a file that is built again gets a new entry, also outside of the scope", () => {
  const file = built("acme/a.json", "new");
  const plan = planned([file], before("acme/a.json"), nothing, "1.0.0");
  expect(plan.orphans).toEqual([]);
  expect(plan.manifest).toEqual(new Map([["acme/a.json", entryFor(file, "1.0.0")]]));
});

test("a build of nothing in an empty scope keeps everything", () => {
  const previous = before("acme/a.json");
  expect(planned([], previous, nothing, "1.0.0")).toEqual({ files: [], orphans: [], manifest: previous });
});
