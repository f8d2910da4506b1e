import type { Markdown } from "../../guide/markdown.js";
import type { Condition, Operand } from "../facts.js";
import { asCode, joined, md } from "./markdown-text.js";
import { sourceInWords } from "./phrases.js";
import type { Words } from "./words.js";

/** A condition in the order of words after "if". */
export function conditionInWords(condition: Condition, words: Words): Markdown {
  const { condition: say } = words;
  const operand = (of: Operand) => operandInWords(of, words);
  switch (condition.kind) {
    case "all":
    case "any": {
      const between = condition.kind === "all" ? say.and : say.or;
      const parts = condition.parts.map((part) => {
        const said = conditionInWords(part, words);
        return part.kind === "all" || part.kind === "any" ? md`(${said})` : said;
      });
      return joined(parts, ` ${between} `);
    }
    case "compare":
      return say.compare[condition.operator](operand(condition.left), operand(condition.right));
    case "filled":
      return condition.isNot ? say.notFilled(operand(condition.of)) : say.filled(operand(condition.of));
    case "exists":
      return condition.isNot ? say.missing(operand(condition.of)) : say.exists(operand(condition.of));
    case "true":
      return condition.isNot ? say.isFalse(operand(condition.of)) : say.isTrue(operand(condition.of));
    case "blank":
      return condition.isNot ? say.notBlank(operand(condition.of)) : say.blank(operand(condition.of));
    case "starts with":
      return say.startsWith(operand(condition.of), operand(condition.part), condition.isNot);
    case "ends with":
      return say.endsWith(operand(condition.of), operand(condition.part), condition.isNot);
    case "contains":
      return say.contains(operand(condition.of), operand(condition.part), condition.isNot);
    case "constant":
      return md`${condition.value ? say.always : say.never}`;
    case "code":
      return say.code(asCode(condition.code));
  }
}

function operandInWords(operand: Operand, words: Words): Markdown {
  const { condition: say } = words;
  switch (operand.kind) {
    case "source":
      return sourceInWords(operand.source, words);
    case "literal":
    case "code":
      return asCode(operand.kind === "literal" ? operand.text : operand.code);
    case "size":
      return say.size(operandInWords(operand.of, words));
    case "length":
      return say.length(operandInWords(operand.of, words));
    case "default":
      return say.orElse(operandInWords(operand.of, words), operandInWords(operand.fallback, words));
  }
}
