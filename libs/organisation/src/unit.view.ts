export class UnitView {
  id: string;
  parentId: string | null;
  name: string;
  shortName: string | null;
  aliases: string[];
  sortOrder: number;
  /** Active people with a role or position right in this unit. */
  people: number;
  version: number;
}
