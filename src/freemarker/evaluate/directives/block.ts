import { fixedText } from "../../string-literal.js";
import type { Block } from "../../tree.js";
import { compileBody } from "../compile-elements.js";
import { type Execute } from "../compiled.js";
import { notSimulated } from "../failure.js";
import { JAVA_WHITE_SPACE } from "../java-text.js";
import { OUTPUT_FORMATS } from "../output-format.js";
import type { Surroundings } from "../surroundings.js";

/** The directives that change how their content is printed. */
export function compileBlock(element: Block, around: Surroundings): Execute {
  const { body, expression, variable } = element;
  switch (element.name) {
    case "compress":
      return compileCompress(element, around);
    case "outputformat":
      return compileOutputFormat(element, around);
    case "autoesc":
      return compileBody(body, { ...around, autoEscapes: true });
    case "noautoesc":
      return compileBody(body, { ...around, autoEscapes: false });
    case "escape":
      if (expression === undefined || variable === undefined) return refuse(element);
      return compileBody(body, { ...around, escape: { variable, expression, outer: around.escape } });
    case "noescape":
      return compileBody(body, { ...around, escape: around.escape?.outer });
    case "transform":
      return refuse(element);
  }
}

function refuse(element: Block): Execute {
  return () => {
    throw notSimulated(`#${element.name}`, element);
  };
}

function compileOutputFormat(element: Block, around: Surroundings): Execute {
  const { expression } = element;
  if (expression?.kind !== "string" || expression.parts.some((part) => typeof part !== "string"))
    return refuse(element);
  const format = OUTPUT_FORMATS.get(fixedText(expression));
  if (format === undefined) return refuse(element);
  return compileBody(element.body, { ...around, format });
}

function compileCompress({ body }: Block, around: Surroundings): Execute {
  const execute = compileBody(body, around);
  return (run) => {
    const before = run.output;
    run.output = "";
    const signal = execute(run);
    const text = run.output;
    run.output = before;
    run.print(compressed(text));
    return signal;
  };
}

const WHITE_SPACE = new RegExp(`${JAVA_WHITE_SPACE}+`, "g");

/** White space becomes one line break when it holds one, else one space; at both ends it goes. */
export function compressed(text: string): string {
  return text.replace(WHITE_SPACE, (space, offset: number) => {
    if (offset === 0 || offset + space.length === text.length) return "";
    return /\r\n?|\n/.exec(space)?.[0] ?? " ";
  });
}
