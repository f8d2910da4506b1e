// Exports in the shape of those that are around in public, run against recorded answers.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseJson } from "../../src/model/json.js";
import { readWorld } from "../../src/simulate/world/read.js";
import type { Deed, Trace } from "../../src/simulate/trace.js";
import type { World } from "../../src/simulate/world/world.js";
import { readFile } from "../../src/targets/read.js";
import { PASSWORD, rehearseIn } from "./in-world.js";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");

function recordedWorld(): World {
  const reading = readWorld(fixture("recorded.world.json"), "recorded.world.json");
  if (reading.kind !== "world") throw new Error(JSON.stringify(reading.diagnostics));
  return reading.world;
}

function rehearsed(name: string, change: (world: World) => World = (world) => world): Promise<Trace> {
  const read = readFile(parseJson(fixture(`${name}.action-sequence.json`)));
  if (read === undefined) throw new Error(`${name} is no action`);
  const world = change(recordedWorld());
  return rehearseIn(world, read.action, { card: world.cards?.[read.action.cardType ?? ""] });
}

const requestsIn = ({ steps }: Trace): readonly Extract<Deed, { kind: "request" }>[] =>
  steps.flatMap(({ deed }) => (deed?.kind === "request" ? [deed] : []));

const outcomesIn = ({ steps }: Trace) => steps.map(({ step, outcome }) => `${step}: ${outcome.kind}`);

test("the owner of the asset of a change becomes its operator", async () => {
  const trace = await rehearsed("assign-owner");
  expect(outcomesIn(trace)).toEqual(["find_asset: done", "find_owner: done", "set_owner: done"]);
  const [, , last] = requestsIn(trace);
  expect(last?.request).toMatchObject({
    method: "PATCH",
    url: "https://recorded.example.com/tas/api/operatorChangeActivities/a1b2c3",
    headers: { "Content-Type": "application/json-patch+json", Authorization: "Basic  •••" },
  });
  expect(parseJson(last?.request.body ?? "")).toEqual([
    { op: "replace", path: "/assignee/id", value: "00000050-0000-4000-8000-000000000001" },
  ]);
});

test("without an asset the second step fails at the first item, and the third is skipped", async () => {
  const trace = await rehearsed("assign-owner", (world) => ({
    ...world,
    answers: [
      { method: "GET", path: "/tas/api/assetmgmt/assets", status: 200, body: '{"dataSet": []}' },
      ...(world.answers ?? []).slice(1),
    ],
  }));
  expect(outcomesIn(trace)).toEqual(["find_asset: done", "find_owner: failed", "set_owner: skipped"]);
  expect(trace.steps[1]?.outcome).toMatchObject({
    failure: { kind: "template", place: { key: "url", line: 1 } },
  });
});

test("an incident is made, its text escaped for JSON", async () => {
  const trace = await rehearsed("create-incident");
  expect(outcomesIn(trace)).toEqual(["create: done"]);
  const [create] = requestsIn(trace);
  expect(parseJson(create?.request.body ?? "")).toEqual({
    status: "firstLine",
    briefDescription: 'Scherm "zwart" \\ é 💻\nregel 2',
    callerLookup: { email: "anna@example.com" },
  });
  expect(create?.answer).toMatchObject({ status: 201, body: '{"number": "M2601 008"}' });
});

test("a call is read, and a service outside of TOPdesk is told", async () => {
  const trace = await rehearsed("on-call");
  expect(outcomesIn(trace)).toEqual(["read_call: done", "warn: done"]);
  const [, warn] = requestsIn(trace);
  expect(warn?.request.url).toBe("https://oncall.example.com/hook");
  expect(parseJson(warn?.request.body ?? "")).toEqual({
    Number: 'M2601 "7"',
    Priority: "P1",
    Operator: "Bakker, B.",
    Domain: "recorded.example.com",
  });
});

test("a request that nobody recorded fails, and says where the answer belongs", async () => {
  const trace = await rehearsed("on-call", (world) => ({
    ...world,
    answers: (world.answers ?? []).slice(0, -1),
  }));
  expect(outcomesIn(trace)).toEqual(["read_call: done", "warn: failed"]);
  expect(JSON.stringify(trace.steps[1]?.outcome)).toContain("put the answer into the world file");
});

describe.each(["assign-owner", "create-incident", "on-call"])("%s", (name) => {
  test("shows no password", async () => {
    const text = JSON.stringify(await rehearsed(name));
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toContain(Buffer.from(`api:${PASSWORD}`).toString("base64"));
  });
});
