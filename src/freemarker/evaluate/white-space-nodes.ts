import type { LineMap, Span } from "../positions.js";
import type { Element, NoParse, SwitchBranch, Template, Text } from "../tree.js";

/** A part of the template as FreeMarker arranges it while it strips white space. */
export interface SpaceNode {
  readonly kind: "text" | "output" | "trim" | "silent" | "block" | "leaf" | "other";
  /** The text or `noparse` that is stripped. */
  readonly element: Text | NoParse | undefined;
  /** Of texts only; gets shorter. */
  text: string;
  /** Which sides a trim directive trims. */
  readonly trims: { readonly left: boolean; readonly right: boolean } | undefined;
  /** Whether it vanishes once it is empty. */
  readonly vanishes: boolean;
  parent: SpaceNode | undefined;
  index: number;
  readonly children: SpaceNode[];
  firstLine: number;
  startsLine: boolean;
  readonly lastLine: number;
}

/** The nodes of a template. The root stands for the content as a whole. */
export function spaceNodesOf(template: Template, lines: LineMap): SpaceNode {
  return new Builder(template.source, lines).root(template.body);
}

class Builder {
  constructor(
    private readonly source: string,
    private readonly lines: LineMap,
  ) {}

  root(body: readonly Element[]): SpaceNode {
    const span = this.lines.span(0, this.source.length);
    return this.node("other", span, this.nodes(body));
  }

  private nodes(elements: readonly Element[]): readonly SpaceNode[] {
    return elements.filter(({ kind }) => kind !== "header").map((element) => this.of(element));
  }

  private of(element: Element): SpaceNode {
    const { span } = element;
    switch (element.kind) {
      case "text":
      case "noparse":
        return { ...this.node("text", span, []), element, text: element.text };
      case "interpolation":
        return this.node("output", span, []);
      case "comment":
      case "setting":
        return this.node("silent", span, []);
      case "assign":
        return this.assign(element.assignments, span);
      case "macro":
      case "function":
        return this.node("leaf", span, this.nodes(element.body));
      case "capture":
        return this.node("other", span, this.nodes(element.body), { isLeaf: true });
      case "if":
        return this.node(
          "other",
          span,
          element.branches.map((branch) => this.node("other", branch.span, this.nodes(branch.body))),
        );
      case "list":
        return this.list(element);
      case "switch":
        return this.node("other", span, [
          ...this.beforeBranches(element.value.span, element.branches),
          ...element.branches.map((branch) => this.node("other", branch.span, this.nodes(branch.body))),
        ]);
      case "attempt":
        return this.node("other", span, [
          this.section(element.body, span),
          this.node("other", this.recoverSpan(element), this.nodes(element.recover)),
        ]);
      case "block": {
        const vanishes = ["compress", "outputformat", "autoesc", "noautoesc"].includes(element.name);
        return this.node("other", span, this.nodes(element.body), { vanishes });
      }
      case "items":
      case "sep":
        return this.node("other", span, this.nodes(element.body));
      case "directive call":
        return this.node("other", span, this.nodes(element.body ?? []));
      case "simple":
        return this.simple(element.name, span);
      case "header":
      case "broken":
        return this.node("other", span, []);
    }
  }

  private simple(name: string, span: Span): SpaceNode {
    if (name === "import") return this.node("silent", span, []);
    if (name === "include") return this.node("output", span, []);
    const isTrim = ["t", "lt", "rt", "nt"].includes(name);
    if (!isTrim) return this.node("other", span, []);
    const trims = { left: name === "t" || name === "lt", right: name === "t" || name === "rt" };
    return { ...this.node("trim", span, [], { vanishes: true }), trims };
  }

  private assign(assignments: readonly { readonly span: Span }[], span: Span): SpaceNode {
    if (assignments.length === 1) return this.node("silent", span, []);
    return this.node(
      "silent",
      span,
      assignments.map((assignment) => this.node("silent", assignment.span, [])),
    );
  }

  private list(element: Element & { kind: "list" }): SpaceNode {
    const { span, body, otherwise } = element;
    if (otherwise === undefined) return this.node("other", span, this.nodes(body));
    const [first] = otherwise;
    const elseSpan = first?.span ?? this.lines.span(span.end.offset - 1, span.end.offset);
    return this.node("other", span, [
      this.node("other", span, this.nodes(body)),
      this.node("other", elseSpan, this.nodes(otherwise)),
    ]);
  }

  /** Content that FreeMarker puts together when there are several elements. */
  private section(elements: readonly Element[], around: Span): SpaceNode {
    const nodes = this.nodes(elements);
    const [only] = nodes;
    if (only !== undefined && nodes.length === 1) return only;
    const [first, last] = [elements.at(0), elements.at(-1)];
    const span =
      first === undefined || last === undefined
        ? around
        : this.lines.span(first.span.start.offset, last.span.end.offset);
    return this.node("other", span, nodes, { vanishes: true });
  }

  private recoverSpan({ recover, span }: Element & { kind: "attempt" }): Span {
    const start = recover.at(0)?.span.start.offset ?? span.end.offset - 1;
    return this.lines.span(start, span.end.offset);
  }

  /** The white space between `#switch` and its first branch, which the tree does not hold. */
  private beforeBranches(value: Span, branches: readonly SwitchBranch[]): readonly SpaceNode[] {
    const first = branches.at(0)?.span.start.offset;
    if (first === undefined) return [];
    const start = this.source.indexOf(this.source[first] === "[" ? "]" : ">", value.end.offset) + 1;
    const text = this.source.slice(start, first);
    if (start === 0 || text === "" || text.trim() !== "") return [];
    return [{ ...this.node("text", this.lines.span(start, first), []), text }];
  }

  private node(
    kind: SpaceNode["kind"],
    span: Span,
    children: readonly SpaceNode[],
    { vanishes = false, isLeaf = false }: { readonly vanishes?: boolean; readonly isLeaf?: boolean } = {},
  ): SpaceNode {
    const start = span.start.offset;
    const node: SpaceNode = {
      kind: isLeaf ? "block" : kind,
      element: undefined,
      text: "",
      trims: undefined,
      vanishes,
      parent: undefined,
      index: 0,
      children: [...children],
      firstLine: this.lines.line(start),
      startsLine: this.lines.column(start) === 1,
      lastLine: this.lines.line(Math.max(start, span.end.offset - 1)),
    };
    return node;
  }
}
