import { buildOptions, readSettings, type BuildArguments } from "../build/options.js";
import { runMerge } from "../build/merge.js";
import { runBuild } from "../build/run.js";
import { runWatch } from "../build/watch.js";
import type { Command } from "../command.js";
import { loadProject, type Project } from "../load-config.js";
import { CommandError } from "../terminal.js";

/** `build` */
export const buildCommand: Command = {
  name: "build",
  options: buildOptions,
  add: (cli, terminal, done) =>
    cli.command(
      "build",
      "Build every action of every customer into the out folder",
      (yargs) =>
        yargs
          .options(buildOptions)
          .conflicts("check", "dry-run")
          .conflicts("watch", ["check", "dry-run", "shard", "merge-shards"])
          .conflicts("merge-shards", "shard")
          .example("$0 build", "build everything into dist/")
          .example("$0 build --action minimum-stock --target action", "build one file")
          .example("$0 build --check", "in CI: is dist/ up to date?")
          .example("$0 build --shard 2/4", "the second of four machines"),
      async ({ watch, mergeShards, ...given }) => {
        const settingsIn = (project: Project) => readSettings(given, project, terminal.cwd);
        if (watch === true && given.json) throw excluding("--watch", "--json");
        if (mergeShards === true && isNarrowed(given))
          throw excluding("--merge-shards", "--customer, --action and --target");
        if (watch === true) {
          done(await runWatch(settingsIn, terminal));
          return;
        }
        const project = await loadProject(terminal.cwd);
        const settings = settingsIn(project);
        done(
          mergeShards === true ? runMerge(settings, terminal) : await runBuild(project, settings, terminal),
        );
      },
    ),
};

/** Options that always have a value cannot be told to conflict. */
function excluding(first: string, others: string): CommandError {
  return new CommandError(`${first} and ${others} are mutually exclusive.`, "Leave one out.");
}

function isNarrowed({ customer, action, target }: BuildArguments): boolean {
  return [customer, action, target].some((names) => names.length > 0);
}
