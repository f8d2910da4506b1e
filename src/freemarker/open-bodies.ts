import type { BodyReader, BodyRequest } from "./body.js";
import type { Tag } from "./tag.js";
import type { Element } from "./tree.js";

/** A body that is being read, and who asked for it. */
export interface OpenBody {
  readonly reader: BodyReader;
  readonly request: BodyRequest;
  /** The start tag of what it belongs to. */
  readonly opener: Tag;
  readonly elements: Element[];
  /** Which error was the first that a tag of something else caused here: its index. */
  firstStray: number | undefined;
}

/** The bodies that are being read, innermost last. */
export class OpenBodies {
  private readonly bodies: OpenBody[] = [];
  /** How many of the bodies each tag would end: looking through all of them for every stray tag takes too long. */
  private readonly awaited = new Map<string, number>();

  get innermost(): OpenBody | undefined {
    return this.bodies.at(-1);
  }

  get depth(): number {
    return this.bodies.length;
  }

  push(reader: BodyReader, request: BodyRequest, opener: Tag): void {
    this.bodies.push({ reader, request, opener, elements: [], firstStray: undefined });
    for (const mark of request.endsAt) this.awaited.set(mark, (this.awaited.get(mark) ?? 0) + 1);
  }

  pop(): OpenBody | undefined {
    const body = this.bodies.pop();
    for (const mark of body?.request.endsAt ?? []) this.awaited.set(mark, (this.awaited.get(mark) ?? 1) - 1);
    return body;
  }

  /** Whether the tag with this mark would end one of the bodies. */
  isAwaited(mark: string): boolean {
    return (this.awaited.get(mark) ?? 0) > 0;
  }
}
