import { parse } from "../src/freemarker/parse.js";

/** A template and what the real FreeMarker does with it. */
export interface ParseVector {
  readonly id: string;
  readonly template: string;
  readonly ok: boolean;
  /** Where FreeMarker says the mistake is, counted from 1. */
  readonly line?: number;
}

/** How far our parser agrees with the real FreeMarker. */
export interface Agreement {
  readonly total: number;
  readonly agree: number;
  readonly onlyWeReject: number;
  readonly onlyWeAccept: number;
  /** Of the templates that both reject, how many with the mistake on the same line. */
  readonly sameLine: number;
  readonly bothReject: number;
  /** Ids of the templates on which the two do not agree whether they are valid. */
  readonly disagreements: readonly string[];
  /** Ids of the templates that both reject, on different lines. */
  readonly otherLines: readonly string[];
}

/** Compares our parser with what FreeMarker did. */
export function compare(vectors: readonly ParseVector[]): Agreement {
  const results = vectors.map((vector) => {
    const [first] = parse(vector.template).errors;
    return { vector, rejected: first !== undefined, line: first?.position.line };
  });
  const disagreeing = results.filter(({ vector, rejected }) => vector.ok === rejected);
  const bothReject = results.filter(({ vector, rejected }) => !vector.ok && rejected);
  const otherLines = bothReject.filter(({ vector, line }) => vector.line !== line);
  return {
    total: vectors.length,
    agree: vectors.length - disagreeing.length,
    onlyWeReject: disagreeing.filter(({ rejected }) => rejected).length,
    onlyWeAccept: disagreeing.filter(({ rejected }) => !rejected).length,
    sameLine: bothReject.length - otherLines.length,
    bothReject: bothReject.length,
    disagreements: disagreeing.map(({ vector }) => vector.id),
    otherLines: otherLines.map(({ vector }) => vector.id),
  };
}
