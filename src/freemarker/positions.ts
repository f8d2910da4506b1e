/** A place in a template, as FreeMarker counts: lines and columns from 1, offsets from 0 in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of a template. `end` is the place right after it. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

const TAB_SIZE = 8;

/** Finds line and column of offsets. `\r\n`, `\r` and `\n` each end a line; a tab runs to the next multiple of 8. */
export class LineMap {
  private found: readonly number[] | undefined;

  constructor(private readonly source: string) {}

  /** Where each line starts; found when it is asked for, since most trees are never asked for a position. */
  private get starts(): readonly number[] {
    return (this.found ??= lineStarts(this.source));
  }

  /** A position whose line and column are worked out when they are asked for: most never are. */
  position(offset: number): Position {
    return new LazyPosition(this, offset);
  }

  span(start: number, end: number): Span {
    return new LazySpan(this, start, end);
  }

  /** The line of an offset, counted from 1. */
  line(offset: number): number {
    return this.lineAt(offset) + 1;
  }

  /** The column of an offset, counted from 1. */
  column(offset: number): number {
    return this.columnAt(this.starts[this.lineAt(offset)] ?? 0, offset);
  }

  private lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private columnAt(lineStart: number, offset: number): number {
    const before = this.source.slice(lineStart, offset);
    if (!before.includes("\t")) return before.length + 1;
    let column = 0;
    for (const unit of before.split(""))
      column = unit === "\t" ? column + TAB_SIZE - (column % TAB_SIZE) : column + 1;
    return column + 1;
  }
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  const lineBreak = /\r\n|\r|\n/g;
  while (lineBreak.test(source)) starts.push(lineBreak.lastIndex);
  return starts;
}

/** One object for each node of a tree; positions are made when they are asked for. */
class LazySpan implements Span {
  constructor(
    private readonly lines: LineMap,
    private readonly from: number,
    private readonly to: number,
  ) {}

  get start(): Position {
    return this.lines.position(this.from);
  }

  get end(): Position {
    return this.lines.position(this.to);
  }
}

class LazyPosition implements Position {
  constructor(
    private readonly lines: LineMap,
    readonly offset: number,
  ) {}

  get line(): number {
    return this.lines.line(this.offset);
  }

  get column(): number {
    return this.lines.column(this.offset);
  }
}
