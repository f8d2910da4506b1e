import type { SeveritySettings } from "../check/check.js";
import { CODES, isCode } from "../check/codes.js";
import type { Severity } from "../check/diagnostic.js";
import { nearest } from "../model/nearest.js";
import { CommandError } from "./terminal.js";

const LEVELS: readonly (Severity | "off")[] = ["error", "warning", "info", "off"];

/** The option that sets how grave findings are, for yargs. */
export const severityOption = {
  type: "string",
  array: true,
  describe: "How grave a finding is: CODE=error, warning, info or off",
  requiresArg: true,
} as const;

/**
 * Reads the values of `--severity`.
 *
 * @throws CommandError when a code or a level does not exist
 */
export function readSeverities(values: readonly string[] = []): SeveritySettings {
  const settings = values.map((value) => {
    const [code = "", word = ""] = value.split("=");
    const level = LEVELS.find((candidate) => candidate === word);
    if (!isCode(code)) {
      const near = nearest(code, Object.keys(CODES));
      throw new CommandError(
        `There is no finding "${code}".`,
        near === undefined ? "Write a code such as TA207." : `Did you mean "${near}"?`,
      );
    }
    if (level === undefined) {
      throw new CommandError(
        `"${word}" does not say how grave ${code} is.`,
        `Write ${code}=${LEVELS.join(`, ${code}=`)}.`,
      );
    }
    return [code, level] as const;
  });
  return Object.fromEntries(settings);
}
