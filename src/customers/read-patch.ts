import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { PATCH_OPERATIONS, type PatchOperation } from "./customer.js";
import { meant, type Findings } from "./findings.js";
import { readTargets, reportUnknownKeys, type Path } from "./read-values.js";

const KEYS = ["op", "path", "value", "from", "reason", "targets"];

/** A JSON Pointer (RFC 6901): nothing, or keys after slashes, with ~ only as ~0 and ~1. */
const POINTER = /^(?:\/(?:[^~/]|~[01])*)*$/;

/** The entries of a patch; those that are wrong are left out and reported. */
export function readPatch(
  value: JsonValue | undefined,
  path: Path,
  findings: Findings,
): readonly PatchOperation[] {
  if (value === undefined) return [];
  if (!isJsonArray(value)) {
    const hint = 'Write [{ "op": "replace", "path": "/action/name", "value": "...", "reason": "..." }].';
    findings.report("TA509", path, "The patch is no list.", hint);
    return [];
  }
  return value.flatMap((entry, index) => readEntry(entry, [...path, index], findings) ?? []);
}

function readEntry(entry: JsonValue, path: Path, findings: Findings): PatchOperation | undefined {
  if (!isJsonObject(entry)) {
    findings.report(
      "TA509",
      path,
      "The entry of the patch is no object.",
      `Its keys are: ${KEYS.join(", ")}.`,
    );
    return undefined;
  }
  const before = findings.count;
  reportUnknownKeys(entry, KEYS, path, findings);
  const op = readOperation(entry["op"], path, findings);
  const target = readPointer(entry, "path", path, findings);
  const from = op === "move" || op === "copy" ? readPointer(entry, "from", path, findings) : undefined;
  const needsValue = op === "add" || op === "replace" || op === "test";
  const { value } = entry;
  const reason = readReason(entry["reason"], path, findings);
  if (needsValue && value === undefined) {
    findings.report("TA509", path, `The entry "${op}" has no value.`, "Give it the key value.");
  }
  const targets = readTargets(entry["targets"], [...path, "targets"], findings);
  if (findings.count > before || op === undefined || target === undefined || reason === undefined)
    return undefined;
  return {
    op,
    path: target,
    ...(needsValue && value !== undefined ? { value } : {}),
    ...(from === undefined ? {} : { from }),
    reason,
    ...(targets === undefined ? {} : { targets }),
    place: findings.placeOf(path),
  };
}

function readReason(value: JsonValue | undefined, path: Path, findings: Findings): string | undefined {
  if (typeof value === "string" && value.trim() !== "") return value;
  const message = "The entry of the patch has no reason.";
  findings.report(
    "TA509",
    [...path, "reason"],
    message,
    "Say why the file is changed: the next person asks.",
  );
  return undefined;
}

function readOperation(
  value: JsonValue | undefined,
  path: Path,
  findings: Findings,
): PatchOperation["op"] | undefined {
  const op = PATCH_OPERATIONS.find((candidate) => candidate === value);
  if (op === undefined) {
    const hint = meant(typeof value === "string" ? value : "", PATCH_OPERATIONS);
    const message =
      value === undefined ? "The entry of the patch has no op." : `There is no op ${JSON.stringify(value)}.`;
    findings.report("TA509", [...path, "op"], message, hint);
  }
  return op;
}

function readPointer(
  entry: JsonObject,
  key: "path" | "from",
  path: Path,
  findings: Findings,
): string | undefined {
  const pointer = entry[key];
  if (typeof pointer === "string" && POINTER.test(pointer)) return pointer;
  const message =
    pointer === undefined ? `The entry of the patch has no ${key}.` : `The ${key} is no JSON Pointer.`;
  findings.report(
    "TA509",
    [...path, key],
    message,
    "Write keys and indexes after slashes, such as /action/name.",
  );
  return undefined;
}
