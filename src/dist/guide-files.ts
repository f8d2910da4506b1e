import { inferredKeys } from "../check/evidence.js";
import type { ActionFile, TargetId } from "../model/action.js";
import type { JsonObject } from "../model/json.js";
import type { BuildRequest, BuiltFile } from "./build.js";
import type { MadeFile } from "./make.js";
import { sha256Of } from "./manifest.js";

/** What is known of a built file when its import guide is written. */
export interface GuideSubject {
  /** The action as the file says it. */
  readonly file: ActionFile;
  readonly target: TargetId;
  /** The path of the file below the out folder. */
  readonly path: string;
  readonly sha256: string;
  readonly actionId: string;
  readonly revision: string;
  /** Milliseconds since the epoch. */
  readonly exportDate: number;
  readonly parameters: JsonObject;
  /** The keys of the file that no evidence confirms. */
  readonly inferredKeys: readonly string[];
}

/** An import guide in both forms. */
export interface Guide {
  readonly markdown: string;
  readonly html: string;
}

/** Writes the import guide of a file, in the words and the language of one customer. */
export type GuideWriter = (subject: GuideSubject) => Guide;

/** The guides of a built file, which stand beside it under its name. */
export function guideFiles(
  built: BuiltFile,
  { file, value, exportDate }: MadeFile,
  request: BuildRequest,
  guide: GuideWriter,
): readonly BuiltFile[] {
  const { markdown, html } = guide({
    file,
    target: request.target,
    path: built.path,
    sha256: sha256Of(built.content),
    actionId: built.action,
    revision: built.revision,
    exportDate,
    parameters: request.parameters,
    inferredKeys: inferredKeys(value, file.root).map((key) => key.name),
  });
  const { customer, action, target, revision, cardType } = built;
  const stem = built.path.replace(/\.json$/, ".guide");
  return [
    { path: `${stem}.md`, content: markdown },
    { path: `${stem}.html`, content: html },
  ].map((part) => ({
    kind: "guide",
    ...part,
    customer,
    action,
    target,
    revision,
    ...(cardType === undefined ? {} : { cardType }),
  }));
}
