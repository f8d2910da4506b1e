import type { ActionFile } from "./action.js";
import type { Step } from "./step.js";

/** A step and where it stands. */
export interface PlacedStep {
  readonly step: Step;
  /** Keys and indexes from the root of the file down to the step. */
  readonly path: readonly (string | number)[];
  /** The containers around it, outermost first. */
  readonly containers: readonly Step[];
}

/** All steps of a file in the order in which they stand, each container before its sub-steps. */
export function placedSteps(file: ActionFile): readonly PlacedStep[] {
  return placed(file.action.steps, [file.root, "configuration", "steps"], []);
}

function placed(
  steps: readonly Step[],
  path: readonly (string | number)[],
  containers: readonly Step[],
): readonly PlacedStep[] {
  return steps.flatMap((step, index) => {
    const here = { step, path: [...path, index], containers };
    const inner = placed(step.subSteps ?? [], [...here.path, "subSteps"], [...containers, step]);
    return [here, ...inner];
  });
}

/** One FreeMarker text of a file and where it stands. */
export interface PlacedText {
  readonly place: PlacedStep;
  /** The step's key that holds it; for headers `headers`. */
  readonly key: string;
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** All FreeMarker texts of a step. */
export function textsOf(place: PlacedStep): readonly PlacedText[] {
  const { step, path } = place;
  const at = (key: string, text: string): PlacedText => ({ place, key, path: [...path, key], text });
  const condition = at("customExecutionCondition", step.customExecutionCondition);
  switch (step.kind) {
    case "http": {
      const headers = step.headers.map((header, index) => ({
        place,
        key: "headers",
        path: [...path, "headers", index, "value"],
        text: header.value,
      }));
      return [at("url", step.url), ...headers, at("body", step.body), condition];
    }
    case "assign":
      return [at("valueTemplate", step.valueTemplate), condition];
    case "loop":
      return [at("collectionTemplate", step.collectionTemplate), condition];
    case "unknown":
      return [condition];
  }
}
