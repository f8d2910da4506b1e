import type { Element } from "../tree.js";
import { NEXT, type Execute } from "./compiled.js";
import { compileAssign, compileCapture } from "./directives/assignment.js";
import { compileAttempt } from "./directives/attempt.js";
import { compileBlock } from "./directives/block.js";
import { compileDirectiveCall } from "./directives/call.js";
import { compileIf, compileSwitch } from "./directives/condition.js";
import { compileInterpolation } from "./directives/interpolation.js";
import { compileItemsDirective, compileList, compileSep } from "./directives/loop.js";
import { compileMacro } from "./directives/macro.js";
import { compileSetting } from "./directives/setting.js";
import { compileSimple } from "./directives/simple.js";
import { notSimulated } from "./failure.js";
import { deeper, WEIGHT_OF_ELEMENT, type Surroundings } from "./surroundings.js";

/** Makes content ready to be rendered. */
export function compileBody(elements: readonly Element[], around: Surroundings): Execute {
  const steps: Execute[] = [];
  for (const element of elements) {
    const step = compileElement(element, around);
    if (step !== undefined) steps.push(step);
  }
  const [only] = steps;
  if (only === undefined) return () => NEXT;
  if (steps.length === 1) {
    return (run) => {
      run.step();
      return only(run);
    };
  }
  return (run) => {
    for (const step of steps) {
      run.step();
      const signal = step(run);
      if (signal !== NEXT) return signal;
    }
    return NEXT;
  };
}

/** Undefined for what does nothing when it is reached. */
function compileElement(element: Element, outer: Surroundings): Execute | undefined {
  const around = deeper(outer, element, WEIGHT_OF_ELEMENT);
  switch (element.kind) {
    case "text":
    case "noparse":
      return compileText(around.texts.get(element) ?? element.text);
    case "interpolation":
      return compileInterpolation(element, around);
    case "comment":
    case "header":
      return undefined;
    case "if":
      return compileIf(element, around);
    case "list":
      return compileList(element, around);
    case "items":
      return compileItemsDirective(element, around);
    case "sep":
      return compileSep(element, around);
    case "assign":
      return compileAssign(element, around);
    case "capture":
      return compileCapture(element, around);
    case "switch":
      return compileSwitch(element, around);
    case "macro":
    case "function":
      return compileMacro(element, around);
    case "directive call":
      return compileDirectiveCall(element, around);
    case "attempt":
      return compileAttempt(element, around);
    case "block":
      return compileBlock(element, around);
    case "simple":
      return compileSimple(element, around);
    case "setting":
      return compileSetting(element, around);
    case "broken":
      return () => {
        throw notSimulated("a template with syntax errors", element);
      };
  }
}

function compileText(text: string): Execute | undefined {
  if (text === "") return undefined;
  return (run) => {
    run.print(text);
    return NEXT;
  };
}
