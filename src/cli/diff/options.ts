import type { Options } from "yargs";

export const DIFF_FORMATS = ["text", "json", "html", "markdown"] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/** The options of `diff`, for yargs. */
export const diffOptions = {
  format: { choices: DIFF_FORMATS, default: "text", describe: "How to write what differs" },
  color: { type: "boolean", describe: "Colours in text (default: when a person reads it)" },
  customer: {
    type: "string",
    requiresArg: true,
    describe: "Compare the file with what is built for this customer",
  },
  action: { type: "string", requiresArg: true, describe: "With --customer: the action to build" },
  target: {
    type: "string",
    requiresArg: true,
    describe: "With --customer: the target to build (default: the customer's own, of the file's kind)",
  },
  "card-type": {
    type: "string",
    requiresArg: true,
    describe: "With --customer: the card type to build (default: the file's)",
  },
  customers: {
    type: "string",
    requiresArg: true,
    describe:
      "Folder with the customers and the shapes of their files (default: customers; with --customer the config's)",
  },
  git: { type: "boolean", default: false, describe: "Take the arguments that git gives to a diff driver" },
  textconv: { type: "boolean", default: false, describe: "Write one file as lines, for git's textconv" },
} as const satisfies Readonly<Record<string, Options>>;

/** What `diff` was asked to do. */
export interface DiffOptions {
  readonly files: readonly string[];
  readonly format: DiffFormat;
  readonly color?: boolean | undefined;
  readonly customer?: string | undefined;
  readonly action?: string | undefined;
  readonly target?: string | undefined;
  readonly cardType?: string | undefined;
  readonly customers?: string | undefined;
  readonly git: boolean;
  readonly textconv: boolean;
}
