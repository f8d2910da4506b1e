import type { FileChange } from "../../dist/out-folder.js";
import type { BuildMode } from "./options.js";

const MOST_ROWS = 500;
const MOST_KEYS = 5;

/**
 * A Markdown table of the files that changed and the keys in them, for a summary of a CI run.
 *
 * @param count how many files changed, of which `changes` may hold only the first
 */
export function changeTable(changes: readonly FileChange[], count: number, mode: BuildMode): string {
  const changed = changes.filter(({ change }) => change !== "unchanged");
  const title = mode === "write" ? "Files that were written" : "Files that would change";
  if (changed.length === 0) return `### ${title}\n\nNone.\n\n`;
  const rows = changed.slice(0, MOST_ROWS).map(({ path, change, keys = [] }) => {
    const more = keys.length > MOST_KEYS ? ` and ${keys.length - MOST_KEYS} more` : "";
    const named = keys.slice(0, MOST_KEYS).map((key) => `\`${inCell(key)}\``);
    return `| \`${inCell(path)}\` | ${change} | ${named.join(" ")}${more} |\n`;
  });
  const rest = count > MOST_ROWS ? `\n… and ${count - MOST_ROWS} more.\n` : "";
  return `### ${title}\n\n| file | change | keys |\n| --- | --- | --- |\n${rows.join("")}${rest}\n`;
}

function inCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("`", "'").replaceAll(/\s/g, " ");
}
