import { inferredKeys } from "../check/evidence.js";
import { parametersInForce } from "../builders/parameters-in-force.js";
import type { Guide, GuideRequest } from "../guide/request.js";
import type { BuildRequest, BuiltFile } from "./build.js";
import type { MadeFile } from "./make.js";
import { sha256Of } from "./manifest.js";

/** What is known of a built file when its import guide is written. */
export type GuideSubject = Omit<GuideRequest, "customer" | "texts" | "overrides" | "fileOf">;

/**
 * Writes the import guide of a file, in the words and the language of one customer.
 *
 * @throws TextError when a template cannot be rendered
 */
export type GuideWriter = (subject: GuideSubject) => Guide;

/** The guides of a built file, which stand beside it under its name. */
export function guideFiles(
  built: BuiltFile,
  { file, value, exportDate, trigger }: MadeFile,
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
    parameters: parametersInForce(request.definition, request.parameters),
    trigger,
    variables: request.variables ?? {},
    isLearned: file.root === "action" && request.shape !== undefined,
    inferredKeys: inferredKeys(value, file.root, request.shape).map((key) => key.name),
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
