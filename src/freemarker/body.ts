import type { Tag } from "./tag.js";
import type { Element } from "./tree.js";

/** What the reader of a directive asks for: the elements up to one of its own tags. */
export interface BodyRequest {
  /** The directive, as messages name it. */
  readonly owner: string;
  /** The tags that end the body, as {@link markOf} names them. */
  readonly endsAt: ReadonlySet<string>;
  /** Whether the body also ends, without a mistake, where what is around it is closed or divided. */
  readonly mayStayOpen: boolean;
  /** Whether it is what stands behind an `<#else>`, so that no other may follow. */
  readonly isElse: boolean;
}

/** What it gets. */
export interface BodyResult {
  readonly elements: Element[];
  /** The tag that ended the body, not taken; undefined when it is missing. */
  readonly tag: Tag | undefined;
  /** Which error was the first that a tag of something else, or the missing tag, caused: its index. */
  readonly firstStray: number | undefined;
}

/**
 * Reads a directive with content. It yields each body that it needs instead of reading it, so that nested directives
 * take room in the heap and not on the call stack.
 */
export type BodyReader = Generator<BodyRequest, Element, BodyResult>;

export function bodyOf(owner: string, ...endsAt: readonly string[]): BodyRequest {
  return { owner, endsAt: new Set(endsAt), mayStayOpen: false, isElse: false };
}

/** The body behind an `<#else>`. */
export function elseBodyOf(owner: string, ...endsAt: readonly string[]): BodyRequest {
  return { ...bodyOf(owner, ...endsAt), isElse: true };
}

/** Names a tag that closes or divides something: `/if`, `/@` for the end of any call, `else`. */
export function markOf({ kind, name }: Tag): string {
  if (kind === "call end") return "/@";
  return kind === "end" ? `/${name}` : name;
}
