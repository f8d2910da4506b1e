import { learn } from "../lib/learn/learn.js";
import { sheetAction } from "../lib/learn/sheet-action.js";
import { isJsonArray, isJsonObject, parseJson, type JsonObject, type JsonValue } from "../lib/model/json.js";
import { median } from "./measure.js";

/** Milliseconds to learn from exports of so many steps, each beside the other so that both see the same machine. */
export function learnTimes(sizes: readonly [number, number]): readonly [number, number] {
  const [small, large] = sizes.map(exportOf);
  if (small === undefined || large === undefined) throw new Error("no sizes");
  learned(large);
  const rounds = Array.from({ length: 7 }, () => [learned(small), learned(large)] as const);
  return [median(rounds.map(([time]) => time)), median(rounds.map(([, time]) => time))];
}

function learned(value: JsonValue): number {
  const start = performance.now();
  if (learn([value]).kind !== "learned") throw new Error("nothing was learned");
  return performance.now() - start;
}

/** The sheet's action with more steps after those of the sheet. */
function exportOf(steps: number): JsonObject {
  const text = JSON.stringify(sheetAction("daily"), (key, value: JsonValue) =>
    key === "steps" && isJsonArray(value)
      ? [...value, ...Array.from({ length: steps - value.length }, (_, index) => anotherStep(value, index))]
      : value,
  );
  const parsed = parseJson(text);
  if (!isJsonObject(parsed)) throw new Error("no object");
  return parsed;
}

function anotherStep(steps: readonly JsonValue[], index: number): JsonValue {
  const step = steps[index % steps.length];
  return isJsonObject(step) ? { ...step, name: `step_${index}` } : null;
}
