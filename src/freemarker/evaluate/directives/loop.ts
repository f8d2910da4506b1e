import type { Items, List, LoopVariables, Sep } from "../../tree.js";
import { compileBody } from "../compile-elements.js";
import { compileItems } from "../compile-lazy.js";
import { BREAK, NEXT, RETURN, type Execute, type Signal } from "../compiled.js";
import { wrongType } from "../describe.js";
import { Failure, notSimulated } from "../failure.js";
import { sequenceOf } from "../operators.js";
import type { Run } from "../run.js";
import { nearestLoop, type LoopSource, type LoopState, type Scope } from "../scope.js";
import type { Surroundings } from "../surroundings.js";
import { textValue, type Value } from "../value.js";

/** `#list` and `#foreach`, with variables of their own or with `#items` inside. */
export function compileList(element: List, around: Surroundings): Execute {
  const { expression, variables } = element;
  const evaluate = compileItems(expression, around);
  const body = compileBody(element.body, around);
  const otherwise = element.otherwise === undefined ? undefined : compileBody(element.otherwise, around);
  const isOfPairs = variables === undefined ? hasPairs(element) : variables.value !== undefined;
  return (run) => {
    run.place = element;
    const source = sourceOf(element, evaluate(run).value, isOfPairs, run);
    if (isEmpty(source)) return otherwise?.(run) ?? NEXT;
    const outer = run.scope;
    const loop: LoopState = { index: 0, hasNext: false, listing: undefined };
    const scope: Scope = {
      outer,
      first: variables?.item,
      second: variables?.value,
      firstValue: undefined,
      secondValue: undefined,
      loop,
    };
    run.scope = scope;
    let signal: Signal;
    if (variables === undefined) {
      loop.listing = { source, entered: false };
      signal = body(run);
    } else signal = goThrough(source, scope, loop, element, body, run);
    run.scope = outer;
    return signal;
  };
}

/** Whether the `#items` of a list take keys and values. */
function hasPairs(element: List): boolean {
  const waiting = [...element.body];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === "items") return next.variables.value !== undefined;
    if (next.kind === "if") waiting.push(...next.branches.flatMap(({ body }) => body));
    else if (next.kind === "block" || next.kind === "capture") waiting.push(...next.body);
    else if (next.kind === "attempt") waiting.push(...next.body, ...next.recover);
    else if (next.kind === "directive call") waiting.push(...(next.body ?? []));
    else if (next.kind === "switch") waiting.push(...next.branches.flatMap(({ body }) => body));
  }
  return false;
}

/** `#items`: goes through what the `#list` around it lists. */
export function compileItemsDirective(element: Items, around: Surroundings): Execute {
  const body = compileBody(element.body, around);
  const { variables } = element;
  return (run) => {
    run.place = element;
    const scope = nearestLoop(run.scope);
    const listing = scope?.loop?.listing;
    if (scope?.loop === undefined || listing === undefined || listing.entered) {
      throw new Failure("invalid-value", "#items can be entered once only, inside of a #list.", undefined);
    }
    listing.entered = true;
    nameVariables(scope, variables);
    const signal = goThrough(listing.source, scope, scope.loop, element, body, run);
    nameVariables(scope, undefined);
    return signal;
  };
}

function nameVariables(scope: Scope, variables: LoopVariables | undefined): void {
  scope.first = variables?.item;
  scope.second = variables?.value;
}

/** `#sep`: what stands between two items. */
export function compileSep(element: Sep, around: Surroundings): Execute {
  const body = compileBody(element.body, around);
  return (run) => {
    run.place = element;
    return nearestLoop(run.scope)?.loop?.hasNext === true ? body(run) : NEXT;
  };
}

function sourceOf(element: List, value: Value, isOfPairs: boolean, run: Run): LoopSource {
  if (value.kind === "stream") {
    if (isOfPairs) throw noPairs(value);
    const iterator = value.items[Symbol.iterator]();
    return { kind: "iterated", iterator, next: iterator.next() };
  }
  const sequence = sequenceOf(value);
  if (isOfPairs) {
    if (value.kind === "hash") {
      if (value.keys === undefined) throw notSimulated("listing this hash", element.expression);
      return { kind: "pairs", keys: value.keys(), get: value.get };
    }
    if (value.kind === "nothing") return { kind: "pairs", keys: [], get: () => undefined };
    if (sequence === undefined) throw wrongType(element.expression, value, "a hash", run);
    throw noPairs(value);
  }
  if (sequence !== undefined) return { kind: "indexed", size: sequence.size, at: sequence.at };
  if (value.kind !== "hash") throw wrongType(element.expression, value, "a list", run);
  throw new Failure(
    "wrong-type",
    "A hash is listed with two variables: one for the key, one for the value.",
    undefined,
    "Write <#list hash as key, value>.",
  );
}

function noPairs(value: Value): Failure {
  const what = value.kind === "matches" ? "A list of matches" : "A list";
  return new Failure(
    "wrong-type",
    `${what} has items only, and no keys and values.`,
    undefined,
    "Write <#list xs as x>.",
  );
}

function isEmpty(source: LoopSource): boolean {
  switch (source.kind) {
    case "indexed":
      return source.size === 0;
    case "pairs":
      return source.keys.length === 0;
    case "iterated":
      return source.next.done === true;
  }
}

function goThrough(
  source: LoopSource,
  scope: Scope,
  loop: LoopState,
  element: List | Items,
  body: Execute,
  run: Run,
): Signal {
  for (let index = 0; ; index += 1) {
    loop.index = index;
    if (!take(source, index, scope, loop, element, run)) return NEXT;
    const signal = body(run);
    if (signal === BREAK) return NEXT;
    if (signal === RETURN) return RETURN;
    if (!loop.hasNext) return NEXT;
  }
}

/** Sets the variables to the next item, and says whether there was one. */
function take(
  source: LoopSource,
  index: number,
  scope: Scope,
  loop: LoopState,
  element: List | Items,
  run: Run,
): boolean {
  run.step();
  switch (source.kind) {
    case "indexed":
      if (index >= source.size) return false;
      scope.firstValue = source.at(index);
      loop.hasNext = index + 1 < source.size;
      return true;
    case "pairs": {
      const key = source.keys[index];
      if (key === undefined) return false;
      scope.firstValue = textValue(key);
      scope.secondValue = source.get(key);
      loop.hasNext = index + 1 < source.keys.length;
      return true;
    }
    case "iterated": {
      const { next } = source;
      if (next.done === true) return false;
      run.place = element;
      run.scope = scope.outer;
      source.next = source.iterator.next();
      run.scope = scope;
      scope.firstValue = next.value;
      loop.hasNext = source.next.done !== true;
      return true;
    }
  }
}
