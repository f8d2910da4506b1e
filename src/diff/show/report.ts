import type { ShownDifference } from "./shown.js";

/** What was compared, and what came of it: one pair of files, or all pairs of two folders. */
export interface DiffReport {
  /** What the two sides are called: files, folders, or a customer's build. */
  readonly before: string;
  readonly after: string;
  readonly files: readonly FileReport[];
}

/** What became of one file. `path` is the file's below the two folders, or "" for a pair of files. */
export type FileReport =
  | { readonly status: "compared"; readonly path: string; readonly difference: ShownDifference }
  | { readonly status: "added" | "removed"; readonly path: string; readonly name: string }
  /** It cannot be compared. */
  | { readonly status: "unusable"; readonly path: string; readonly message: string; readonly hint: string };

/** The word for all files together. */
export type ReportResult = "identical" | "same-meaning" | "different" | "unusable";

/** What the report says in one word: the gravest of all files. */
export function resultOf({ files }: DiffReport): ReportResult {
  const results = files.map((file): ReportResult => {
    if (file.status === "unusable") return "unusable";
    return file.status === "compared" ? file.difference.result : "different";
  });
  const order = ["unusable", "different", "same-meaning"] as const;
  return order.find((result) => results.includes(result)) ?? "identical";
}

/** How many files came of each word. */
export function countsOf({
  files,
}: DiffReport): Readonly<Record<"compared" | "changed" | "added" | "removed" | "unusable", number>> {
  const count = (test: (file: FileReport) => boolean) => files.filter(test).length;
  return {
    compared: count(({ status }) => status === "compared"),
    changed: count((file) => file.status === "compared" && file.difference.result === "different"),
    added: count(({ status }) => status === "added"),
    removed: count(({ status }) => status === "removed"),
    unusable: count(({ status }) => status === "unusable"),
  };
}
