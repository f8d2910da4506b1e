import type { Action } from "../model/action.js";
import type { HttpStep, LoopStep, Step } from "../model/step.js";
import { isMailRequest } from "./mail-service.js";

/** Requests or mails that go out once for each combination of the items of some lists. */
export interface BudgetTerm {
  readonly count: number;
  /** The lists that the loops around go over; none for what happens once. */
  readonly lists: readonly BudgetList[];
}

/** A list that a loop goes over. */
export interface BudgetList {
  /** The step whose answer holds it, or the text of the loop when that is not plain. */
  readonly name: string;
  /** The most items it can have, when the request says so. */
  readonly most: number | undefined;
}

/** The most requests and mails that one run of an action can send, whatever its conditions say. */
export interface CallBudget {
  /** Mails are requests too, and counted here as well. */
  readonly requests: readonly BudgetTerm[];
  readonly mails: readonly BudgetTerm[];
}

/** Counts what an action can send at most in one run. */
export function callBudget(action: Action): CallBudget {
  const sent = sends(action.steps, [], action.steps);
  return {
    requests: terms(sent),
    mails: terms(sent.filter(({ step }) => isMailRequest(step))),
  };
}

/** The most that can be sent in all; undefined when a list has no known end. */
export function mostOf(terms: readonly BudgetTerm[]): number | undefined {
  return terms.reduce<number | undefined>((sum, { count, lists }) => {
    const product = lists.reduce<number | undefined>(
      (times, { most }) => (times === undefined || most === undefined ? undefined : times * most),
      count,
    );
    return sum === undefined || product === undefined ? undefined : sum + product;
  }, 0);
}

/**
 * A budget as a formula.
 *
 * @example formula(budget.requests) // "2 + 2 × get_stocks"
 */
export function formula(terms: readonly BudgetTerm[]): string {
  const products = terms.map(({ count, lists }) =>
    [...(count === 1 && lists.length > 0 ? [] : [String(count)]), ...lists.map(({ name }) => name)].join(
      " × ",
    ),
  );
  return products.length === 0 ? "0" : products.join(" + ");
}

/**
 * A budget in words.
 *
 * @example budgetInWords(callBudget(action)) // "at most 2 + 2 × get_stocks = 2002 requests, 1 of them a mail"
 */
export function budgetInWords({ requests, mails }: CallBudget): string {
  const sent = `at most ${termsInWords(requests)} ${mostOf(requests) === 1 ? "request" : "requests"}`;
  if (mails.length === 0) return `${sent}, no mail`;
  return mostOf(mails) === 1 ? `${sent}, 1 of them a mail` : `${sent}, ${termsInWords(mails)} of them mails`;
}

function termsInWords(terms: readonly BudgetTerm[]): string {
  const most = mostOf(terms);
  const isPlain = terms.every(({ lists }) => lists.length === 0);
  return most === undefined || isPlain ? formula(terms) : `${formula(terms)} = ${most}`;
}

interface Sent {
  readonly step: HttpStep;
  readonly lists: readonly BudgetList[];
}

function sends(steps: readonly Step[], lists: readonly BudgetList[], all: readonly Step[]): readonly Sent[] {
  return steps.flatMap((step): readonly Sent[] => {
    switch (step.kind) {
      case "http":
        return [{ step, lists }, ...sends(step.subSteps ?? [], lists, all)];
      case "loop":
        return sends(step.subSteps, [...lists, loopList(step, all)], all);
      case "assign":
        return sends(step.subSteps ?? [], lists, all);
      case "unknown":
        // It could be a loop: how often its steps run is not known.
        return sends(step.subSteps ?? [], [...lists, { name: step.name, most: undefined }], all);
    }
  });
}

function terms(sent: readonly Sent[]): readonly BudgetTerm[] {
  const byLists = new Map<string, BudgetTerm>();
  for (const { lists } of sent) {
    const key = JSON.stringify(lists);
    byLists.set(key, { count: (byLists.get(key)?.count ?? 0) + 1, lists });
  }
  return [...byLists.values()].sort((one, other) => one.lists.length - other.lists.length);
}

/** The list that a loop goes over. */
export function loopList({ collectionTemplate, name }: LoopStep, all: readonly Step[]): BudgetList {
  const [, dotted, quoted] = RESPONSE.exec(collectionTemplate) ?? [];
  const source = dotted ?? quoted;
  if (source === undefined) return { name, most: undefined };
  const step = allSteps(all).find((candidate) => candidate.name === source);
  return { name: source, most: step?.kind === "http" ? pageSize(step.url) : undefined };
}

/** The step whose answer a text reads: `_responses.name` or `_responses["name"]`. */
const RESPONSE = /_responses\s*(?:\.\s*([A-Za-z0-9_]+)|\[\s*["']([^"']+)["']\s*\])/;

function allSteps(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => [step, ...allSteps(step.subSteps ?? [])]);
}

/** Lists of asset management and how many items a page has unless the request says otherwise (API 1.91.1). */
const DEFAULT_PAGE_SIZES: readonly (readonly [RegExp, number])[] = [
  [/\/assetmgmt\/assets(?:\?|$)/, 50],
  [/\/assetmgmt\/stockQuantities(?:\?|$)/, 100],
];
const MOST_PAGE_SIZE = 1000;

/** The most items that an answer to a request for a page can hold. */
function pageSize(url: string): number | undefined {
  const usual = DEFAULT_PAGE_SIZES.find(([pattern]) => pattern.test(url))?.[1];
  const written = /[?&](?:pageSize|page_size)=([^&]*)/.exec(url)?.[1];
  if (written === undefined) return usual;
  const given = /^\d+$/.test(written) ? Number(written) : undefined;
  return usual === undefined ? given : Math.min(given ?? MOST_PAGE_SIZE, MOST_PAGE_SIZE);
}

/** More requests than this in one run are worth a warning, unless somebody says otherwise. */
export const REQUEST_LIMIT = 5000;

/** What to say of a budget of more than `limit` requests; undefined when it has no more, or no known end. */
export function budgetWarning({ requests }: CallBudget, limit: number): string | undefined {
  const most = mostOf(requests);
  if (most === undefined || most <= limit) return undefined;
  return `Warning: that is more than ${limit} requests. Let the first request ask for fewer cards.`;
}
