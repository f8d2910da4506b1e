/** What is known at a place of a template, such as that a value is there. Shared between places, never copied. */
export type Facts =
  | { readonly kind: "nothing" }
  /** The place is never reached, so anything holds. */
  | { readonly kind: "unreachable" }
  | Fact
  | { readonly kind: "all"; readonly left: Facts; readonly right: Facts }
  | { readonly kind: "either"; readonly left: Facts; readonly right: Facts };

/** A value that is there, or that is there and not empty. */
export interface Fact {
  readonly kind: "present" | "filled";
  /** See `nameOf`. */
  readonly name: string;
}

/** Nothing is known. */
export const NOTHING: Facts = { kind: "nothing" };
/** What holds where nobody comes. */
export const UNREACHABLE: Facts = { kind: "unreachable" };

/** Both hold. */
export function all(left: Facts, right: Facts): Facts {
  if (left.kind === "nothing" || right.kind === "unreachable") return right;
  if (right.kind === "nothing" || left.kind === "unreachable") return left;
  return { kind: "all", left, right };
}

/** One of the two holds, and it is not known which. */
export function either(left: Facts, right: Facts): Facts {
  if (left.kind === "nothing" || right.kind === "unreachable") return left;
  if (right.kind === "nothing" || left.kind === "unreachable") return right;
  return { kind: "either", left, right };
}

/** So many facts are looked at. Where more are known, everything is taken to be. */
const MOST = 5000;
/** So deep one `either` may be in another. */
const DEEPEST = 100;

/** Whether one of the facts is the one that is asked for. */
export function holds(facts: Facts, isIt: (fact: Fact) => boolean): boolean {
  let left = MOST;
  const within = (start: Facts, depth: number): boolean => {
    if (depth > DEEPEST) return true;
    const waiting = [start];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      left -= 1;
      if (left < 0 || next.kind === "unreachable") return true;
      if (next.kind === "all") waiting.push(next.right, next.left);
      else if (next.kind === "either") {
        if (within(next.left, depth + 1) && within(next.right, depth + 1)) return true;
      } else if (next.kind !== "nothing" && isIt(next)) return true;
    }
    return false;
  };
  return within(facts, 0);
}

/** Whether a value is there, by facts about it or about something in it. */
export function isPresent(facts: Facts, name: string): boolean {
  return holds(facts, (fact) => isWithin(fact.name, name));
}

/** Whether a list or text is there and not empty. */
export function isFilled(facts: Facts, name: string): boolean {
  return holds(facts, (fact) =>
    fact.kind === "filled" ? isWithin(fact.name, name) : fact.name.startsWith(`${name}[`),
  );
}

/** Whether a name is that of a value or of a part of it. */
export function isWithin(name: string, whole: string): boolean {
  return name.startsWith(whole) && (name.length === whole.length || /[.[]/.test(name.charAt(whole.length)));
}
