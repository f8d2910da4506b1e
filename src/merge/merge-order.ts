/** The steps of one container in the three files. A step has the same id in all of them. */
export interface Orders {
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  /** The steps that are in the container in the end. */
  readonly members: ReadonlySet<string>;
  /** Steps that each side moved: within the container, or into or out of it. */
  readonly movedByOurs: ReadonlySet<string>;
  readonly movedByTheirs: ReadonlySet<string>;
}

export interface MergedOrder {
  readonly order: readonly string[];
  /** Whether the two sides leave open which order is meant. */
  readonly isOpen: boolean;
}

/**
 * Puts steps that two sides moved and added in one order. Steps that neither side moved are the fixed points; what a
 * side placed goes into the gap between two of them. The order is open when both sides placed something in one gap,
 * when a step was placed beside one that the other side moved to another place in the container, or when one side's new order of two steps
 * would be lost.
 *
 * @param prefer the side whose order wins where it is open
 */
export function mergedOrder(orders: Orders, prefer: "ours" | "theirs"): MergedOrder {
  const { members, movedByOurs, movedByTheirs } = orders;
  const staying = (ids: readonly string[]) => ids.filter((id) => members.has(id));
  const [base, ours, theirs] = [staying(orders.base), staying(orders.ours), staying(orders.theirs)];
  const [inBase, inOurs, inTheirs] = [new Set(base), new Set(ours), new Set(theirs)];
  const isFixed = (id: string) =>
    inBase.has(id) && inOurs.has(id) && inTheirs.has(id) && !movedByOurs.has(id) && !movedByTheirs.has(id);
  const byOurs = (id: string) =>
    !isFixed(id) && (!inBase.has(id) || movedByOurs.has(id) || !inTheirs.has(id));
  const byTheirs = (id: string) =>
    !isFixed(id) && (!inBase.has(id) || movedByTheirs.has(id) || !inOurs.has(id));
  const ourGaps = gapsOf(ours, isFixed, byOurs);
  const theirGaps = gapsOf(theirs, isFixed, byTheirs);
  let isOpen =
    isBesideMoved(ours, (id) => !inBase.has(id) || movedByOurs.has(id), movedByTheirs) ||
    isBesideMoved(theirs, (id) => !inBase.has(id) || movedByTheirs.has(id), movedByOurs);
  const order: string[] = [];
  const placed = new Set<string>();
  for (const anchor of [undefined, ...ours.filter(isFixed)]) {
    if (anchor !== undefined) order.push(anchor);
    const gap = mergedGap(ourGaps.get(anchor) ?? [], theirGaps.get(anchor) ?? [], prefer);
    isOpen ||= gap.isOpen;
    for (const id of gap.order) {
      if (placed.has(id)) isOpen = true;
      else order.push(id);
      placed.add(id);
    }
  }
  return { order, isOpen: isOpen || losesOrder(order, { base, ours, theirs }, movedByOurs, movedByTheirs) };
}

/** What was placed behind each fixed point; undefined stands for the start. */
function gapsOf(
  ids: readonly string[],
  isFixed: (id: string) => boolean,
  isPlaced: (id: string) => boolean,
): ReadonlyMap<string | undefined, readonly string[]> {
  const gaps = new Map<string | undefined, string[]>();
  let anchor: string | undefined;
  for (const id of ids) {
    if (isFixed(id)) anchor = id;
    else if (isPlaced(id)) gaps.set(anchor, [...(gaps.get(anchor) ?? []), id]);
  }
  return gaps;
}

/** Whether a side placed something right beside a step that the other side moved away. */
function isBesideMoved(
  ids: readonly string[],
  isPlaced: (id: string) => boolean,
  movedByOther: ReadonlySet<string>,
): boolean {
  const wentAway = (id: string) => movedByOther.has(id) && !isPlaced(id);
  return ids.some((id, index) => {
    const next = ids[index + 1];
    return next !== undefined && ((isPlaced(id) && wentAway(next)) || (wentAway(id) && isPlaced(next)));
  });
}

/** What both sides placed in one gap: clear when only one of them did, or both agree on what they share. */
function mergedGap(
  ours: readonly string[],
  theirs: readonly string[],
  prefer: "ours" | "theirs",
): MergedOrder {
  const [inOurs, inTheirs] = [new Set(ours), new Set(theirs)];
  const shared = ours.filter((id) => inTheirs.has(id));
  const sharedByTheirs = theirs.filter((id) => inOurs.has(id));
  let isOpen = shared.some((id, index) => id !== sharedByTheirs[index]);
  const [first, second] = prefer === "ours" ? [ours, theirs] : [theirs, ours];
  const order: string[] = [];
  const rest = [...second];
  let own = 0;
  const takeOthers = () => {
    let others = 0;
    for (let next = rest[0]; next !== undefined && !first.includes(next); next = rest[0]) {
      order.push(next);
      rest.shift();
      others += 1;
    }
    if (own > 0 && others > 0) isOpen = true;
    own = 0;
  };
  for (const id of first) {
    if (second.includes(id)) {
      takeOthers();
      if (rest[0] === id) rest.shift();
    } else own += 1;
    order.push(id);
  }
  takeOthers();
  return { order: [...new Set([...order, ...rest])], isOpen };
}

/** Whether two steps stand as neither side wants them: where one side turned a pair around, that counts. */
function losesOrder(
  order: readonly string[],
  { base, ours, theirs }: Pick<Orders, "base" | "ours" | "theirs">,
  movedByOurs: ReadonlySet<string>,
  movedByTheirs: ReadonlySet<string>,
): boolean {
  const [inBase, inOurs, inTheirs, merged] = [base, ours, theirs, order].map(
    (ids) => new Map(ids.map((id, index) => [id, index])),
  );
  const everywhere = base.filter((id) => inOurs?.has(id) === true && inTheirs?.has(id) === true);
  const moved = everywhere.filter((id) => movedByOurs.has(id) || movedByTheirs.has(id));
  const isBefore = (places: ReadonlyMap<string, number> | undefined, one: string, other: string) =>
    (places?.get(one) ?? 0) < (places?.get(other) ?? 0);
  return moved.some((one) =>
    everywhere.some((other) => {
      if (one === other) return false;
      const [was, our, their] = [inBase, inOurs, inTheirs].map((places) => isBefore(places, one, other));
      const wanted = our === was ? their : our;
      return isBefore(merged, one, other) !== wanted;
    }),
  );
}
