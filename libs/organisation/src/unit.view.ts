export class UnitView {
  id: string;
  parentId: string | null;
  name: string;
  shortName: string | null;
  aliases: string[];
  sortOrder: number;
  /** Active people with a role or position right in this unit. */
  people: number;
  /** 外部单位: nobody in it has an account. */
  external: boolean;
  contact: string | null;
  version: number;
}

/** A unit that may be asked to support the work of another. */
export class UnitName {
  id: string;
  name: string;
  /** The unit above it. */
  within: string | null;
  external: boolean;
}
