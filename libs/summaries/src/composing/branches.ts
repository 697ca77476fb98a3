import type { SummaryRowData } from '../summary-rows';
import type { BranchFigures } from './composition';
import { Tally, type CountKey } from './figures';

/** A child of the summary's unit with all units below it, or the unit's own level. */
export interface Branch {
  unitId: string;
  unitName: string;
  unitIds: readonly string[];
}

/** The figures of each branch that has any rows, in the order of the branches. */
export class Branches {
  private readonly tallies: readonly { branch: Branch; tally: Tally; rows: number }[];
  private readonly byUnit: ReadonlyMap<string, { tally: Tally; rows: number }>;

  constructor(branches: readonly Branch[]) {
    this.tallies = branches.map((branch) => ({ branch, tally: new Tally(), rows: 0 }));
    this.byUnit = new Map(this.tallies.flatMap((each) => each.branch.unitIds.map((id) => [id, each])));
  }

  add(row: SummaryRowData, keys: readonly CountKey[]): void {
    const branch = this.byUnit.get(row.unitId);
    if (!branch) return;
    branch.rows++;
    branch.tally.add(row, keys);
  }

  figures(): BranchFigures[] {
    return this.tallies
      .filter(({ rows }) => rows > 0)
      .map(({ branch: { unitId, unitName }, tally }) => ({
        ...{ unitId, unitName },
        figures: Object.fromEntries(tally.figures().map(({ key, value }) => [key, value])),
      }));
  }
}
