/** One of the things that a person can choose. */
export interface Choice {
  readonly value: string;
  /** In words. */
  readonly label: string;
  /** Whether it is chosen unless the person says otherwise. */
  readonly isUsual?: boolean;
}

/** The world around a command, handed in so that commands can be run without a process of their own. */
export interface Terminal {
  /** Data, for programs. */
  readonly out: (text: string) => void;
  /** Words, for people. */
  readonly err: (text: string) => void;
  /** Whether words for people may have colours. */
  readonly color: boolean;
  /** Whether data may have colours, where a person reads it. Default: no. */
  readonly outColor?: boolean;
  /** Whether a line of words can be written over, as on a screen. Default: no. */
  readonly overwrites?: boolean;
  /** Asks the person for a line. Missing where there is nobody to ask. */
  readonly ask?: (question: string, answer: "shown" | "hidden") => Promise<string>;
  /** Lets the person choose one of several, or any number. Missing where there is nobody to ask. */
  readonly choose?: (
    question: string,
    choices: readonly Choice[],
    count: "one" | "any",
  ) => Promise<readonly string[]>;
  /** Ends commands that go on until they are told to stop. Default: Ctrl-C. */
  readonly stopSignal?: AbortSignal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Paths are relative to this folder. */
  readonly cwd: string;
}

/** What a command ends with: 0 fine, 1 findings or a difference, 2 could not do it. */
export type ExitCode = 0 | 1 | 2;

/** The command could not do what was asked. Shown without a stack trace; the exit code is 2. */
export class CommandError extends Error {
  override readonly name = "CommandError";

  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}
