/** How many rows of a kind were, or would be, stored. */
export class ImportCounts {
  created: number;
  updated: number;
  unchanged: number;
}

/** A new person's first password, shown only in this answer. */
export class ImportedPassword {
  name: string;
  login: string;
  password: string;
}

/** One cell that is wrong. */
export class CellError {
  sheet: string;
  /** As the spreadsheet shows it, from 1. */
  row: number;
  /** The column's title. */
  field: string;
  message: string;
}

export class OrganisationImport {
  units: ImportCounts;
  people: ImportCounts;
  oneTimePasswords: ImportedPassword[];
  errors: CellError[];
}
