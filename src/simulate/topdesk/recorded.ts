import type { HttpAnswer } from "../http.js";
import type { RecordedAnswer } from "../world/world.js";
import { readQuery, type ApiRequest, type Query } from "./api-request.js";

/** The recorded answers of a world, as one run takes them. */
export interface RecordedAnswers {
  /** The answer that fits a request, if there is one. Several that fit equally well are given in turn. */
  next(request: ApiRequest, isTopdesk: boolean): HttpAnswer | undefined;
}

interface Pattern {
  readonly method: string;
  /** Undefined: any host of TOPdesk. */
  readonly origin: string | undefined;
  readonly path: string;
  /** Undefined: any query. */
  readonly query: string | undefined;
  readonly answer: HttpAnswer;
}

/** Prepares recorded answers. Answers with a query go before those without. */
export function recordedAnswers(answers: readonly RecordedAnswer[]): RecordedAnswers {
  const patterns = answers.flatMap(patternsOf);
  const turns = new Map<string, number>();
  return {
    next: (request, isTopdesk) => {
      const query = canonical(request.query);
      const fitting = patterns.filter(
        (pattern) =>
          pattern.method === request.method &&
          pattern.path === request.path &&
          (pattern.origin === undefined ? isTopdesk : pattern.origin === request.origin),
      );
      const exact = fitting.filter((pattern) => pattern.query === query);
      const candidates = exact.length > 0 ? exact : fitting.filter((pattern) => pattern.query === undefined);
      if (candidates.length === 0) return undefined;
      const key = JSON.stringify([
        request.method,
        request.origin,
        request.path,
        exact.length > 0 ? query : null,
      ]);
      const turn = turns.get(key) ?? 0;
      turns.set(key, turn + 1);
      return (candidates[turn] ?? candidates.at(-1))?.answer;
    },
  };
}

function patternsOf(recorded: RecordedAnswer): readonly Pattern[] {
  const { method, url, path, status, headers = {}, body } = recorded;
  const text = url ?? (path === undefined ? undefined : `${ANY_HOST}${path}`);
  if (text === undefined || !URL.canParse(text)) return [];
  const address = new URL(text);
  return [
    {
      method,
      origin: url === undefined ? undefined : address.origin,
      path: address.pathname,
      query: text.includes("?") ? canonicalText(address.search) : undefined,
      answer: { status, headers, body },
    },
  ];
}

/** Stands before a path so that it can be read as an address. */
const ANY_HOST = "http://topdesk";

/** A query in one spelling: decoded, its parameters sorted. */
function canonical(query: Query): string {
  const pairs = [...query].flatMap(([name, values]) => values.map((value) => [name, value] as const));
  return JSON.stringify(pairs.toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)));
}

/** {@link canonical} of a query in a world file; one that cannot be decoded fits nothing. */
function canonicalText(search: string): string {
  try {
    return canonical(readQuery(search));
  } catch {
    return "unreadable";
  }
}
