#!/usr/bin/env node
import { ask, choose, runCli } from "../lib/cli/bundle.js";

const color = process.stderr.isTTY === true && process.env.NO_COLOR === undefined;

// A reader that stops early (`| head`) is no mistake; output that cannot be written is one, in one line.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    process.exitCode = error.code === "EPIPE" ? (process.exitCode ?? 0) : 2;
    if (error.code !== "EPIPE" && stream === process.stdout) {
      process.stderr.write(`topdesk-actions: The output could not be written: ${error.code}.\n`);
    }
  });
}

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  color,
  outColor: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  overwrites: process.stderr.isTTY === true,
  ...(process.stdin.isTTY === true && process.stderr.isTTY === true ? { ask, choose } : {}),
  env: process.env,
  cwd: process.cwd(),
});
