/**
 * A small evaluator of FreeMarker expressions over numbers and truth values, with the precedences of its manual
 * ("Expressions", operator precedence), to judge where `src/` puts parentheses.
 */
type Outcome = number | boolean;

/** @throws Error on source that is not such an expression */
export function evaluated(source: string): Outcome {
  const tokens = source.match(/\d+(?:\.\d+)?|[a-z]+|&&|\|\||==|!=|[-+*!()]/g) ?? [];
  let at = 0;
  const take = (): string => {
    at += 1;
    return tokens[at - 1] ?? "";
  };

  function leftToRight(operators: Operators, operand: () => Outcome): Outcome {
    let left = operand();
    for (
      let operator = operators[tokens[at] ?? ""];
      operator !== undefined;
      operator = operators[tokens[at] ?? ""]
    ) {
      at += 1;
      left = operator(left, operand());
    }
    return left;
  }

  const disjunction = (): Outcome => leftToRight(OR, conjunction);
  const conjunction = (): Outcome => leftToRight(AND, equality);
  const equality = (): Outcome => leftToRight(EQUALITY, relation);
  const relation = (): Outcome => leftToRight(RELATION, sum);
  const sum = (): Outcome => leftToRight(SUM, product);
  const product = (): Outcome => leftToRight(PRODUCT, unary);
  const unary = (): Outcome => {
    if (tokens[at] === "!") return (take(), !truth(unary()));
    if (tokens[at] === "-") return (take(), -number(unary()));
    return primary();
  };
  const primary = (): Outcome => {
    const token = take();
    if (token === "true" || token === "false") return token === "true";
    if (token !== "(") return number(Number(token));
    const inner = disjunction();
    if (take() !== ")") throw new Error(`a parenthesis is missing in ${source}`);
    return inner;
  };

  const outcome = disjunction();
  if (at !== tokens.length) throw new Error(`${source} goes on after ${tokens.slice(0, at).join(" ")}`);
  return outcome;
}

type Operators = Readonly<Record<string, (left: Outcome, right: Outcome) => Outcome>>;

const OR: Operators = { "||": (left, right) => truth(left) || truth(right) };
const AND: Operators = { "&&": (left, right) => truth(left) && truth(right) };
const EQUALITY: Operators = {
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
};
const RELATION: Operators = {
  lt: (left, right) => number(left) < number(right),
  lte: (left, right) => number(left) <= number(right),
  gt: (left, right) => number(left) > number(right),
  gte: (left, right) => number(left) >= number(right),
};
const SUM: Operators = {
  "+": (left, right) => number(left) + number(right),
  "-": (left, right) => number(left) - number(right),
};
const PRODUCT: Operators = { "*": (left, right) => number(left) * number(right) };

function number(outcome: Outcome): number {
  if (typeof outcome !== "number" || Number.isNaN(outcome)) throw new Error("a number was expected");
  return outcome;
}

function truth(outcome: Outcome): boolean {
  if (typeof outcome !== "boolean") throw new Error("a truth value was expected");
  return outcome;
}
