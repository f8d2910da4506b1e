import { checkBytes } from "../../check/check.js";
import { recognized, type Recognized } from "../../check/recognize.js";
import { firstDifference } from "../../shapes/first-difference.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../model/json.js";
import type { Shape } from "../../shapes/shape.js";
import { fromShape, inShape } from "../../shapes/translate.js";
import { rootKeyOf } from "../../targets/read.js";
import { keptLayout, readJson } from "../read-json.js";
import { CommandError, type Terminal } from "../terminal.js";

/** An export that can be read. */
export interface ReadExport {
  /** As our schemas have it. */
  readonly value: JsonObject;
  /** The shape that it came in; undefined for ours. */
  readonly shape: Shape | undefined;
  /** Whether its bytes are those that TOPdesk writes for its value. */
  readonly hasUsualLayout: boolean;
}

/**
 * Reads an export for the commands that turn it into something else.
 *
 * @param shapes those that it may be in besides ours
 * @throws CommandError when it is none, or when its JSON says something that would be lost
 */
export async function readExport(
  name: string,
  shapes: readonly Shape[],
  terminal: Terminal,
): Promise<ReadExport> {
  const { bytes, parsed } = await readJson(name, terminal);
  const { value: ours, shape } = parsed.kind === "unusable" ? NOTHING : inOurShape(parsed.value, shapes);
  if (parsed.kind === "unusable" || !isJsonObject(ours) || rootKeyOf(ours) === undefined) {
    const [first] = checkBytes(bytes, { file: name, strictness: "open" });
    const place = first?.line === undefined ? "" : `:${first.line}:${first.column ?? 1}`;
    throw new CommandError(
      `${name}${place}: ${first?.message ?? "The file is not an action."}`,
      first?.hint ?? "Give the file that TOPdesk writes with Export.",
    );
  }
  const { text, value } = parsed;
  const layout = keptLayout(name, text, value);
  const difference = shape && firstDifference(value, inShape(ours, shape));
  if (difference !== undefined) {
    throw new CommandError(
      `${name} is in the shape of a customer's TOPdesk, but for what stands at ${difference}.`,
      "Learn the shape again, from an export of this TOPdesk as it is now: topdesk-actions learn --sheet.",
    );
  }
  const hasUsualLayout = layout.kind === "same" && parsed.diagnostics.length === 0;
  return { value: ours, shape, hasUsualLayout };
}

const NOTHING = { value: null, shape: undefined };

/** Nothing of the export is left out: what a shape has other values for stays as an unknown key. */
function inOurShape(value: JsonValue, shapes: readonly Shape[]): Recognized {
  const { shape } = recognized(value, shapes);
  return { value: shape === undefined ? value : fromShape(value, shape, "kept"), shape };
}
