import type { Options } from "yargs";

const PREFIX = "TOPDESK_ACTIONS_";

/**
 * Adds options that the environment sets (`TOPDESK_ACTIONS_OUT=build`) and the arguments do not.
 *
 * Only options of the command itself are read, so that a variable that is meant for one command disturbs no other.
 *
 * @returns the arguments, with the added options at the end
 */
export function withEnvironment(
  args: readonly string[],
  options: Readonly<Record<string, Options>>,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const added = Object.entries(options).flatMap(([name, option]) => {
    const value = env[PREFIX + name.toUpperCase().replaceAll("-", "_")];
    const given = args.some(
      (arg) => arg === `--${name}` || arg.startsWith(`--${name}=`) || arg === `--no-${name}`,
    );
    if (value === undefined || value === "" || given) return [];
    return [option.type === "boolean" ? booleanOption(name, value) : `--${name}=${value}`];
  });
  const separator = args.indexOf("--");
  return separator < 0
    ? [...args, ...added]
    : [...args.slice(0, separator), ...added, ...args.slice(separator)];
}

function booleanOption(name: string, value: string): string {
  return ["0", "false", "no", "off"].includes(value.toLowerCase()) ? `--no-${name}` : `--${name}`;
}
