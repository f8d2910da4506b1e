import type { Command } from "../command.js";
import { initOptions } from "../init/options.js";

/** `init customer`, `init action` */
export const initCommand: Command = {
  name: "init",
  options: initOptions,
  add: (cli, terminal, done) =>
    cli.command(
      "init [what] [id]",
      "Make a new customer, or a new action of your own",
      (yargs) =>
        yargs
          .positional("what", { choices: ["customer", "action"], describe: "What to make" })
          .positional("id", { type: "string", describe: "Its id: the name of its file" })
          .options(initOptions)
          .example("$0 init customer", "asks, and writes customers/<id>.json")
          .example("$0 init customer acme --language en --schedule-time 07:30", "for scripts")
          .example("$0 init action impacted-assets", "an action of your own that builds at once"),
      async ({ what, yes, ...given }) => {
        // Loaded when it is asked for: other commands start without it.
        const { init } = await import("../init/init.js");
        await init(what, given, yes ? withoutQuestions(terminal) : terminal);
        done(0);
      },
    ),
};

function withoutQuestions<T extends object>(terminal: T): T {
  return { ...terminal, ask: undefined, choose: undefined };
}
