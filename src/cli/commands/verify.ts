import { dirname, join, relative, resolve } from "node:path";
import type { Options } from "yargs";
import { MANIFEST_NAME, readManifest, type Manifest } from "../../dist/manifest.js";
import { provenanceOf, type Provenance } from "../../dist/provenance.js";
import type { Command } from "../command.js";
import type { Shape } from "../../shapes/shape.js";
import { chosenShapes, shapeOptions } from "../load-shapes.js";
import { readBytes } from "../project.js";
import { CommandError, type ExitCode, type Terminal } from "../terminal.js";

interface VerifyOptions {
  readonly file: string;
  readonly manifest: string | undefined;
  readonly json: boolean;
  /** The shapes that the file may be in besides ours. */
  readonly shapes: readonly Shape[];
}

const options = {
  manifest: {
    type: "string",
    requiresArg: true,
    describe: "The manifest of the release (default: dist/manifest.json)",
  },
  json: { type: "boolean", default: false, describe: "Report as JSON on standard output" },
  customers: shapeOptions.customers,
} as const satisfies Readonly<Record<string, Options>>;

/** `verify FILE` */
export const verifyCommand: Command = {
  name: "verify",
  options,
  add: (cli, terminal, done) =>
    cli.command(
      "verify <file>",
      "Say which release, customer and action a file came from, or that it was changed since",
      (yargs) =>
        yargs
          .positional("file", {
            type: "string",
            demandOption: true,
            describe: "A built file, wherever it is now",
          })
          .options(options)
          .example("$0 verify minimum-stock.action.json", "is this what we built?")
          .example("$0 verify import.json --manifest release/manifest.json", "by the manifest of a release"),
      async ({ file, manifest, json, customers }) => {
        const shapes = await chosenShapes({ customers }, terminal);
        done(await verify({ file, manifest, json, shapes }, terminal));
      },
    ),
};

async function verify(
  { file, manifest: named, json, shapes }: VerifyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const bytes = await readBytes(resolve(terminal.cwd, file));
  if (typeof bytes === "string") throw new CommandError(`${file}: ${bytes}`, "Check the name of the file.");
  const manifestPath = resolve(terminal.cwd, named ?? join("dist", MANIFEST_NAME));
  const manifest = await readManifestFile(manifestPath, named, terminal);
  const provenance = provenanceOf(bytes, file, manifest, dirname(manifestPath), shapes);
  const shownManifest = relative(terminal.cwd, manifestPath).replaceAll("\\", "/");
  if (json) terminal.out(`${JSON.stringify({ file, manifest: shownManifest, ...provenance }, null, 2)}\n`);
  else terminal.out(inWords(file, provenance, shownManifest));
  return provenance.status === "unchanged" ? 0 : 1;
}

async function readManifestFile(
  path: string,
  named: string | undefined,
  terminal: Terminal,
): Promise<Manifest> {
  const bytes = await readBytes(path);
  const shown = named ?? relative(terminal.cwd, path);
  if (typeof bytes === "string") {
    throw new CommandError(
      `The manifest ${shown} cannot be read.`,
      "Name the release's manifest with --manifest.",
    );
  }
  const manifest = readManifest(Buffer.from(bytes).toString("utf8"));
  if (manifest === undefined) {
    throw new CommandError(
      `${shown} is no manifest.`,
      "Name the manifest.json that build wrote, with --manifest.",
    );
  }
  return manifest;
}

function inWords(file: string, provenance: Provenance, manifest: string): string {
  switch (provenance.status) {
    case "unchanged":
      return `${file} is as it was built:\n${provenance.origins.map((origin) => originInWords(origin)).join("")}`;
    case "changed":
      return `${file} was changed since it was built. It is nearest to:\n${originInWords(provenance.nearest)}${differenceInWords(provenance)}`;
    case "unknown":
      return `${file} is unknown: ${provenance.reason} (looked in ${manifest})\n`;
  }
}

function originInWords({ path, entry }: Extract<Provenance, { status: "changed" }>["nearest"]): string {
  const { customer, action, target, cardType, revision, toolVersion } = entry;
  return [
    `  file      ${path}`,
    `  customer  ${customer}`,
    `  action    ${action}, revision ${revision}`,
    `  target    ${target}${cardType === undefined ? "" : `, card type ${cardType}`}`,
    `  release   topdesk-actions ${toolVersion}`,
    "",
  ].join("\n");
}

const MOST_KEYS = 20;

function differenceInWords({ keys, comparison }: Extract<Provenance, { status: "changed" }>): string {
  switch (comparison) {
    case "original missing":
      return "What was changed cannot be shown: the original is not beside the manifest.\n";
    case "layout only":
      return "Every value is the same; only layout, line ends or encoding differ.\n";
    case "export date only":
      return "Only exportDate differs, which TOPdesk writes with each export. The action is the same.\n";
    case "keys": {
      const lines = keys.slice(0, MOST_KEYS).map((key) => `  ${key}\n`);
      const more = keys.length > MOST_KEYS ? `  … and ${keys.length - MOST_KEYS} more\n` : "";
      return `These keys differ:\n${lines.join("")}${more}`;
    }
  }
}
