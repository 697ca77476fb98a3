interface OfUnit {
  unitId: string;
  parentId: string | null;
}

export type Branch<T> = T & { children?: Branch<T>[] };

/** Rows of units as the tree that they make; a unit whose upper unit is not among them stands at the top. */
export function asTree<T extends OfUnit>(all: readonly T[]): Branch<T>[] {
  const rows = new Map<string, Branch<T>>(all.map((one) => [one.unitId, { ...one }]));
  const tops: Branch<T>[] = [];
  for (const row of rows.values()) {
    const above = rows.get(row.parentId ?? '');
    if (above) (above.children ??= []).push(row);
    else tops.push(row);
  }
  return tops;
}
