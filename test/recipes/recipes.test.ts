import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { buildOptions } from "../../src/cli/build/options.js";
import { runCli } from "../../src/cli/main.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../src/model/json.js";
import { compiledPackage, type CompiledPackage } from "../cli/compiled-package.js";
import { builtFiles } from "../cli/project-folder.js";
import { recipeProject, type RecipeProject } from "./recipe-project.js";

const readRecipe = (name: string) => readFileSync(new URL(`../../recipes/${name}`, import.meta.url), "utf8");
const sources = { github: readRecipe("github-actions.yml"), gitlab: readRecipe("gitlab-ci.yml") };

function object(value: JsonValue | undefined): JsonObject {
  if (!isJsonObject(value)) throw new Error(`no object: ${JSON.stringify(value)}`);
  return value;
}

function recipe(source: string): JsonObject {
  const value = parse(source, { merge: true }) as JsonValue;
  return object(value);
}

/** The shell steps of a job in their order, with the environment that the recipe gives them. */
function stepsOf(platform: "github" | "gitlab", job: string): readonly string[] {
  const steps =
    platform === "github"
      ? object(object(recipe(sources.github)["jobs"])[job])["steps"]
      : object(recipe(sources.gitlab)[job])["script"];
  if (!isJsonArray(steps)) throw new Error(`${job} has no steps`);
  return steps.flatMap((step) => {
    const script = isJsonObject(step) ? step["run"] : step;
    return typeof script === "string" && script !== "npm ci" ? [script] : [];
  });
}

describe.each(["github", "gitlab"] as const)("the %s recipe", (platform) => {
  test("names only commands and options that exist", async () => {
    const commands = [...sources[platform].matchAll(/^(?!\s*#).*?npx topdesk-actions ([a-z]+)(.*)$/gm)];
    expect(commands.length).toBeGreaterThanOrEqual(5);
    for (const [, command = "", rest = ""] of commands) {
      let help = "";
      const terminal = {
        out: (text: string) => void (help += text),
        err: () => undefined,
        color: false,
        env: {},
        cwd: ".",
      };
      expect(await runCli([command, "--help"], terminal)).toBe(0);
      for (const [option] of rest.matchAll(/--[a-z-]+/g)) expect(help).toContain(option);
    }
    expect(Object.keys(buildOptions)).toEqual(
      expect.arrayContaining(["check", "shard", "merge-shards", "summary"]),
    );
  });
});

let program: CompiledPackage;
let built: RecipeProject;
let project: RecipeProject;
beforeAll(async () => {
  program = await compiledPackage();
  built = recipeProject(program.program);
}, 60_000);
afterAll(() => {
  program.remove();
  built.remove();
});
beforeEach(() => {
  project = recipeProject(program.program, built);
});
afterEach(() => project.remove());

const CHANGED = '{ "actions": { "minimum-stock": { "parameters": { "short": "atOrBelow" } } } }';

/** Joins several steps as one machine runs them. */
const scriptOf = (platform: "github" | "gitlab", job: string) => stepsOf(platform, job).join("\n");

describe("check", () => {
  test.each(["github", "gitlab"] as const)(
    "passes when dist/ is fresh, and names what is stale: %s",
    (platform) => {
      const env = { GITHUB_STEP_SUMMARY: join(project.folder, "changes.md") };
      expect(project.run(scriptOf(platform, "check"), env).code).toBe(0);
      project.write("customers/school.json", CHANGED);
      const { code, output } = project.run(scriptOf(platform, "check"), env);
      expect(code).toBe(1);
      expect(output).toContain("stale: dist/school/minimum-stock.action.json");
      expect(project.read("changes.md")).toMatch(
        /\| `school\/minimum-stock.action.json` \| updated \| `\/action\//,
      );
      if (platform === "github") {
        expect(output).toContain("::error file=dist/school/minimum-stock.action.json,title=stale::");
      }
    },
  );
});

describe("difference", () => {
  test("on GitHub shows what changes for customers, step by step", () => {
    const env = {
      RUNNER_TEMP: project.temporary,
      GITHUB_STEP_SUMMARY: join(project.temporary, "summary.md"),
    };
    const [before = "", after = "", ...rest] = stepsOf("github", "difference");
    expect(rest).toEqual([]);
    expect(project.run(before, env).code).toBe(0);
    project.write("customers/school.json", CHANGED);
    expect(project.run(after, env).code).toBe(0);
    const summary = readFileSync(env.GITHUB_STEP_SUMMARY, "utf8");
    expect(summary).toContain("### What changes: ");
    expect(summary).toContain("<summary><code>school/minimum-stock.action.json</code>: different: ");
    expect(summary).toContain("step mark_sufficient\n!   customExecutionCondition:\n");
    expect(summary).not.toContain("stadt/");
  });

  test("on GitLab shows what changes for customers, step by step", () => {
    const base = project.git("rev-parse", "HEAD");
    project.write("customers/school.json", CHANGED);
    project.git("commit", "--all", "--quiet", "--message", "Warn earlier");
    const env = { CI_MERGE_REQUEST_DIFF_BASE_SHA: base, CI_PROJECT_DIR: project.folder };
    const { code, output } = project.run(scriptOf("gitlab", "difference"), env);
    expect(code).toBe(0);
    expect(output).toContain("<summary><code>school/minimum-stock.action.json</code>: different: ");
    expect(project.read("difference.md")).not.toContain("stadt/");
  });
});

/** What an upload and a download of artifacts do to the folders of shards. */
function carryShard(name: string): void {
  cpSync(join(project.folder, name), join(project.temporary, "joined"), { recursive: true });
  rmSync(join(project.folder, name), { recursive: true });
}

function expectRelease(): void {
  const files = readdirSync(join(project.folder, "release"));
  const actions = [
    "school.minimum-stock.action",
    "stadt.minimum-stock.action",
    "stadt.notify-operator-group.incident1.action-sequence",
    "stadt.notify-operator-group.incident2.action-sequence",
  ];
  expect(files.sort()).toEqual(["SHA256SUMS", ...builtFiles(...actions)].sort());
  expect(project.run("cd release && sha256sum --check --strict SHA256SUMS").code).toBe(0);
  expect(project.read("release/SHA256SUMS").trimEnd().split("\n")).toHaveLength(13);
  expect(project.read("release/manifest.json")).toBe(project.read("dist/manifest.json"));
  const verified =
    "npx topdesk-actions verify release/stadt.minimum-stock.action.json --manifest release/manifest.json";
  expect(project.run(verified)).toMatchObject({ code: 0 });
}

describe("a release", () => {
  test("on GitHub is built by shards, joined, and attached with checksums", () => {
    const jobs = object(recipe(sources.github)["jobs"]);
    const shards = object(object(object(jobs["build"])["strategy"])["matrix"])["shard"];
    if (!isJsonArray(shards)) throw new Error("no shards");
    for (const [index] of shards.entries()) {
      expect(project.run(scriptOf("github", "build"), { SHARD: `${index + 1}/${shards.length}` }).code).toBe(
        0,
      );
      carryShard("shard");
    }
    cpSync(join(project.temporary, "joined"), join(project.folder, "joined"), { recursive: true });
    // Each step starts in the checkout again.
    for (const step of stepsOf("github", "publish")) expect(project.run(step, { TAG: "v1" }).code).toBe(0);
    expectRelease();
    const [call = ""] = project.calls("gh");
    expect(call).toMatch(/^release upload v1 release\/SHA256SUMS release\/manifest\.json .*--clobber$/);
  });

  test("on GitLab is built by shards, joined, and uploaded with checksums", () => {
    const count = Number(object(recipe(sources.gitlab)["build"])["parallel"]);
    for (let index = 1; index <= count; index += 1) {
      const env = { CI_NODE_INDEX: String(index), CI_NODE_TOTAL: String(count) };
      expect(project.run(scriptOf("gitlab", "build"), env).code).toBe(0);
      carryShard("joined");
    }
    cpSync(join(project.temporary, "joined"), join(project.folder, "joined"), { recursive: true });
    const env = {
      CI_API_V4_URL: "https://gitlab.example/api/v4",
      CI_PROJECT_ID: "7",
      CI_COMMIT_TAG: "v1",
      CI_JOB_TOKEN: "x",
    };
    expect(project.run(scriptOf("gitlab", "publish"), env)).toMatchObject({ code: 0 });
    expectRelease();
    expect(project.calls("curl")).toHaveLength(14);
    expect(project.calls("curl")[0]).toContain("packages/generic/topdesk-actions/v1/");
  });
});
