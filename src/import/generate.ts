import type { ActionFile } from "../model/action.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { readFile } from "../targets/read.js";
import { own } from "../targets/restore.js";
import { serialize } from "../targets/serialize.js";
import { moduleCode, type ModuleCode } from "./module-code.js";
import type { Refinement } from "./module-state.js";
import { loadedModule, rebuiltValue, type PackageExports } from "./rebuild.js";

/** Generated code whose build gives exactly the export. */
export interface GeneratedModule extends ModuleCode {
  /** Places of steps that the builders could not say, with how they are kept. */
  readonly refinements: ReadonlyMap<string, Refinement>;
}

export type Generation =
  | { readonly kind: "generated"; readonly module: GeneratedModule }
  | {
      readonly kind: "failed";
      readonly reason: string;
      /** Whether the export is the reason, rather than this program. */
      readonly isTooDeep?: boolean;
    };

/** What lays code out. */
export type Formatter = (code: string) => Promise<string>;

/**
 * Turns a file into code and builds that code at once: what it builds must be the file again, to the byte. A step that
 * comes out differently is said with less refinement, until it is kept as it stands.
 */
export async function generate(
  value: JsonObject,
  exports: PackageExports,
  format: Formatter,
): Promise<Generation> {
  const file = readFile(value);
  if (file === undefined) return { kind: "failed", reason: "it has no action" };
  const expected = serialize(value);
  let refinements: ReadonlyMap<string, Refinement> = new Map();
  for (;;) {
    const built = await rebuilt(file, refinements, exports, format);
    if (built.kind === "built" && serialize(built.value) === expected) {
      return { kind: "generated", module: { ...built.module, refinements } };
    }
    const places = built.kind === "built" ? differingSteps(value, built.value, file) : allSteps(value, file);
    const lower = lowered(refinements, places);
    if (lower === undefined) {
      if (built.kind === "failed") return built;
      return { kind: "failed", reason: "what stands around its steps came out differently" };
    }
    refinements = lower;
  }
}

type Built =
  | { readonly kind: "built"; readonly value: JsonObject; readonly module: ModuleCode }
  | Extract<Generation, { readonly kind: "failed" }>;

async function rebuilt(
  file: ActionFile,
  refinements: ReadonlyMap<string, Refinement>,
  exports: PackageExports,
  format: Formatter,
): Promise<Built> {
  try {
    const module = moduleCode(file, refinements);
    const code = await format(module.code);
    const value = rebuiltValue(loadedModule(code, module.name, exports));
    return { kind: "built", value, module: { ...module, code } };
  } catch (error) {
    // Steps that are kept as they stand need fewer levels of calls, in the code and in what lays it out.
    if (error instanceof RangeError) {
      return { kind: "failed", reason: "it is nested too deeply", isTooDeep: true };
    }
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}

const LOWER: Readonly<Record<Refinement, Refinement | undefined>> = {
  builders: "raw texts",
  "raw texts": "raw keys",
  "raw keys": undefined,
};

/** The refinements with some places one step lower; undefined when none of them can go lower. */
function lowered(
  refinements: ReadonlyMap<string, Refinement>,
  places: readonly string[],
): ReadonlyMap<string, Refinement> | undefined {
  const lower = places.flatMap((place): readonly [string, Refinement][] => {
    const next = LOWER[refinements.get(place) ?? "builders"];
    return next === undefined ? [] : [[place, next]];
  });
  return lower.length === 0 ? undefined : new Map([...refinements, ...lower]);
}

function stepsOf(value: JsonValue | undefined, file: ActionFile): readonly JsonValue[] {
  const action = isJsonObject(value) ? own(value, file.root) : undefined;
  const configuration = isJsonObject(action) ? own(action, "configuration") : undefined;
  return listAt(configuration, "steps");
}

function listAt(value: JsonValue | undefined, key: string): readonly JsonValue[] {
  const list = isJsonObject(value) ? own(value, key) : undefined;
  return isJsonArray(list) ? list : [];
}

function allSteps(value: JsonObject, file: ActionFile): readonly string[] {
  return placesIn(stepsOf(value, file), [], "", () => true);
}

/** The innermost steps that came out differently. */
function differingSteps(value: JsonObject, built: JsonObject, file: ActionFile): readonly string[] {
  return placesIn(stepsOf(value, file), stepsOf(built, file), "", (left, right) => {
    return JSON.stringify(left) !== JSON.stringify(right);
  });
}

function placesIn(
  expected: readonly JsonValue[],
  actual: readonly JsonValue[],
  path: string,
  isMeant: (left: JsonValue, right: JsonValue | undefined) => boolean,
): readonly string[] {
  return expected.flatMap((step, index): readonly string[] => {
    const other = actual[index];
    if (!isMeant(step, other)) return [];
    const here = `${path}/${index}`;
    const inner = placesIn(listAt(step, "subSteps"), listAt(other, "subSteps"), `${here}/subSteps`, isMeant);
    return [here, ...inner];
  });
}
