import { type Cell, cellRole, type Notebook, nbgraderOf } from "../../notebook/index.js";

/** A cell that counts, and where it stands in its notebook. */
export interface Placed {
  readonly cell: Cell;
  readonly index: number;
}

export interface Pairs {
  /** In the order of the new notebook. */
  readonly kept: readonly { readonly old: Placed; readonly now: Placed }[];
  readonly removed: readonly Placed[];
  readonly added: readonly Placed[];
}

/** Pairs the cells that count of two versions: by grade_id, and where that was changed by the cell's id. */
export function pairCells(old: Notebook, now: Notebook): Pairs {
  const [olds, nows] = [old, now].map(counting) as [Placed[], Placed[]];
  const partners = new Map<Placed, Placed>();
  const taken = new Set<Placed>();
  for (const key of [nameOf, ({ cell }: Placed) => cell.id]) {
    const waiting = new Map(olds.filter((one) => !taken.has(one)).map((one) => [key(one), one]));
    for (const one of nows.filter((candidate) => !partners.has(candidate))) {
      const partner = key(one) === undefined ? undefined : waiting.get(key(one));
      if (partner === undefined) continue;
      partners.set(one, partner);
      taken.add(partner);
      waiting.delete(key(one));
    }
  }
  return {
    kept: nows.flatMap((now) => {
      const partner = partners.get(now);
      return partner === undefined ? [] : [{ old: partner, now }];
    }),
    removed: olds.filter((one) => !taken.has(one)),
    added: nows.filter((one) => !partners.has(one)),
  };
}

/** What people call it. */
export function nameOf({ cell }: Placed): string | undefined {
  return nbgraderOf(cell)?.grade_id ?? cell.id;
}

function counting({ cells }: Notebook): Placed[] {
  return cells.map((cell, index) => ({ cell, index })).filter(({ cell }) => cellRole(cell) !== "plain");
}
