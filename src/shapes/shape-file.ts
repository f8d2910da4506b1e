import { validateShape } from "../check/validators.gen.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { OBJECT_KINDS, type Keys, type Shape } from "./shape.js";

/** The name of the file in a customer's folder that says in which shape its TOPdesk writes actions. */
export const SHAPE_FILE = "shape.json";

/** A shape, or in words why a value is none. */
export type ShapeReading =
  | { readonly kind: "shape"; readonly shape: Shape }
  | { readonly kind: "wrong"; readonly pointer: string; readonly message: string };

interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}

const validate: Validator = validateShape;

function isShape(value: unknown): value is Shape & JsonObject {
  return validate(value);
}

/** Reads the JSON value of a shape file. */
export function readShape(value: JsonValue): ShapeReading {
  if (!isShape(value)) return wrong(value);
  for (const kind of OBJECT_KINDS) {
    const twice = fieldWrittenTwice(value.objects[kind]);
    if (twice !== undefined) {
      const message = `The field "${twice}" stands at two keys.`;
      return { kind: "wrong", pointer: `/objects/${kind}`, message };
    }
  }
  const { variables, headers, objects, words } = value;
  return { kind: "shape", shape: { variables, headers, objects, words } };
}

function wrong(value: JsonValue): ShapeReading {
  if (!isJsonObject(value)) return { kind: "wrong", pointer: "", message: "The file holds no JSON object." };
  // The deepest place is the nearest to what is wrong: a slot is compared with every kind of slot.
  const [error] = [...(validate.errors ?? [])].sort(
    (left, right) => right.instancePath.length - left.instancePath.length,
  );
  const message = `It does not fit schemas/shape.schema.json: it ${error?.message ?? "differs"}.`;
  return { kind: "wrong", pointer: error?.instancePath ?? "", message };
}

function fieldWrittenTwice(keys: Keys | undefined): string | undefined {
  const seen = new Set<string>();
  const visit = (inner: Keys): string | undefined => {
    for (const slot of Object.values(inner)) {
      if ("from" in slot) {
        if (seen.has(slot.from)) return slot.from;
        seen.add(slot.from);
      } else if ("object" in slot) {
        const below = visit(slot.object);
        if (below !== undefined) return below;
      }
    }
    return undefined;
  };
  return keys === undefined ? undefined : visit(keys);
}

/** The content of a shape file. */
export function shapeFileText(shape: Shape, schemaPath?: string): string {
  const content = { ...(schemaPath === undefined ? {} : { $schema: schemaPath }), ...shape };
  return `${JSON.stringify(content, null, 2)}\n`;
}
