import type { JsonObject } from "../../model/json.js";
import type { Change } from "../change.js";
import { without, type Document, type NamedEntries } from "../document.js";
import { matchSteps } from "../match/match-steps.js";
import { comparedFields, pairedByName } from "./named.js";
import { stepChanges } from "./steps.js";
import { valueChanges } from "./values.js";

/** Everything that two exports say differently, from the top of the file to the last step. */
export function documentChanges(before: Document, after: Document): readonly Change[] {
  return [
    ...rootChange(before, after),
    ...keyChanges(before, after),
    ...stepChanges(matchSteps(before, after)),
  ];
}

function rootChange(before: Document, after: Document): readonly Change[] {
  return before.root === after.root ? [] : [{ kind: "root", before: before.root, after: after.root }];
}

/** TOPdesk writes the moment of each export: it says nothing about the action. */
const EXPORT_DATE = "exportDate";

function keyChanges(before: Document, after: Document): readonly Change[] {
  return [
    ...valueChanges({
      owner: { in: "file" },
      before: without(before.file, [EXPORT_DATE]),
      after: without(after.file, [EXPORT_DATE]),
      beforePath: [],
      afterPath: [],
    }),
    ...valueChanges({
      owner: { in: "action" },
      before: before.action,
      after: after.action,
      beforePath: [before.root],
      afterPath: [after.root],
    }),
    ...configurationChanges(before, after),
    ...variableChanges(before.variables, after.variables),
  ];
}

function configurationChanges(before: Document, after: Document): readonly Change[] {
  const owner =
    before.configuration === undefined || after.configuration === undefined ? "action" : "configuration";
  const inside = owner === "configuration" ? ["configuration"] : [];
  return valueChanges({
    owner: { in: owner },
    before: configurationOf(before, after),
    after: configurationOf(after, before),
    beforePath: [before.root, ...inside],
    afterPath: [after.root, ...inside],
  });
}

/**
 * The keys of the configuration. An empty list says something only where the other file has no list at all, and so
 * does a configuration.
 */
function configurationOf(document: Document, other: Document): JsonObject {
  const { configuration, variables, topSteps } = document;
  if (configuration === undefined) return {};
  const keys = {
    ...configuration,
    ...(variables?.entries.length === 0 && other.variables === undefined ? { variables: [] } : {}),
    ...(topSteps?.length === 0 && other.topSteps === undefined ? { steps: [] } : {}),
  };
  return other.configuration === undefined ? { configuration: keys } : keys;
}

function variableChanges(
  before: NamedEntries | undefined,
  after: NamedEntries | undefined,
): readonly Change[] {
  return pairedByName(before, after, (name) => name).flatMap((pair): readonly Change[] => {
    if (pair.kind !== "both") {
      const { name, fields, path } = pair.entry;
      return [{ kind: `variable-${pair.kind}`, name, fields, path }];
    }
    const changes = valueChanges({
      owner: { in: "variable", name: pair.after.name },
      before: comparedFields(pair.before, "variable"),
      after: comparedFields(pair.after, "variable"),
      beforePath: pair.before.path,
      afterPath: pair.after.path,
    });
    // In a map the value stands at the name itself.
    return changes.map((change) =>
      (change.edit.kind === "removed" ? before : after)?.as === "map"
        ? { ...change, path: change.path.filter((_, index) => index !== pair.after.path.length) }
        : change,
    );
  });
}
