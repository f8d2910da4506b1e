#!/usr/bin/env node
import { runCli } from "../lib/cli/bundle.js";

const color = process.stderr.isTTY === true && process.env.NO_COLOR === undefined;

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  color,
  env: process.env,
  cwd: process.cwd(),
});
