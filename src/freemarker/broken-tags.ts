import type { OpenBody } from "./open-bodies.js";
import { isDividing, type Tag } from "./tag.js";
import { CLOSABLE_DIRECTIVES } from "./vocabulary.js";

/** What is known of the tags that could not be read, so that one mistake is said once. */
export class BrokenTags {
  /** Directives that do not exist, and the ones as which they are read. */
  private readonly readAs = new Map<string, string>();
  /** Directives that do not exist, of which the start tag was reported and skipped. */
  private readonly skipped = new Set<string>();
  /** How many end tags of a kind may follow, since what they close was closed by a tag of something else. */
  private readonly late = new Map<string, number>();
  private readonly selfClosed = new Set<Tag>();
  /** Where the last end tag of each kind starts. */
  private readonly lastEnds = new Map<string, number>();

  constructor(
    private readonly source: string,
    private readonly opening: "<" | "[",
  ) {}

  /** Whether an end tag of something comes behind a place. `what` is how the tag goes on behind the slash. */
  hasEndAfter(what: string, at: number): boolean {
    const known = this.lastEnds.get(what);
    const last = known ?? this.source.lastIndexOf(`${this.opening}/${what}`);
    if (known === undefined) this.lastEnds.set(what, last);
    return last >= at;
  }

  /** Whether a start tag that is reported still opens what its end tag closes. */
  opens({ name, end }: Tag, word: string): boolean {
    const opens = CLOSABLE_DIRECTIVES.has(name) && this.hasEndAfter(`#${word}`, end);
    if (opens && word !== name) this.readAs.set(word, name);
    if (!opens) this.skipped.add(word);
    return opens;
  }

  /** What an end tag closes whose directive does not exist; "nothing" when its start tag was reported. */
  closedBy(tag: Tag, word: string, innermost: OpenBody | undefined): Tag | "nothing" {
    const { start, end, open } = tag;
    const readAs = this.readAs.get(word);
    if (readAs !== undefined) return { kind: "end", name: readAs, start, end, open };
    if (this.skipped.has(word) && tag.name !== word) return "nothing";
    if (word !== "end" || innermost === undefined) return tag;
    const { kind, name } = innermost.opener;
    return kind === "call" ? { ...tag, kind: "call end", name: "" } : { ...tag, name };
  }

  /** Remembers that a tag of something else closed a body. */
  closedEarly({ opener }: OpenBody): void {
    const mark = opener.kind === "call" ? "/@" : `/${opener.name}`;
    this.late.set(mark, (this.late.get(mark) ?? 0) + 1);
  }

  /** Whether an end tag that closes nothing belongs to a body that was closed before. */
  isLate(mark: string): boolean {
    const count = this.late.get(mark) ?? 0;
    if (count > 0) this.late.set(mark, count - 1);
    return count > 0;
  }

  /** Remembers a tag with a mistake that ends in `/>`: then nobody means to close it. */
  reported(tag: Tag, end: number): void {
    if (this.source[end - 2] === "/") this.selfClosed.add(tag);
  }

  isSelfClosed(tag: Tag): boolean {
    return this.selfClosed.has(tag);
  }
}

/** Whether a tag that could not be read closes or divides something. */
export function endsSomething(tag: Tag): boolean {
  return tag.kind === "end" || tag.kind === "call end" || isDividing(tag);
}
