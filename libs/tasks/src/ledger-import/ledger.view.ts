import type { TaskStatus } from '../task-status';
import type { LedgerField } from './fields';

export class LedgerColumn {
  /** As the spreadsheet calls it: A, B … */
  letter: string;
  head: string;
  /** The first cells below. */
  samples: string[];
  /** What it seems to say. */
  field: LedgerField | null;
}

export class LedgerNamedUnit {
  name: string;
  unitId: string | null;
}

/** The table of one sheet. */
export class LedgerSheet {
  name: string;
  /** The line above the table. */
  title: string;
  headRow: number;
  rows: number;
  /** Rows that are hidden from view; they are not read. */
  hiddenRows: number;
  columns: LedgerColumn[];
  /** The year in the title or the file's name, else this year. */
  year: number;
  /** When columns with these heads were last mapped; the mapping is that one then. */
  rememberedAt: string | null;
  units: LedgerNamedUnit[];
}

export class LedgerFile {
  sheets: LedgerSheet[];
  /** Sheets without a table. */
  others: string[];
}

export class LedgerIssue {
  level: 'error' | 'warning';
  column: string;
  message: string;
}

export class LedgerRowView {
  row: number;
  title: string;
  leadUnitName: string | null;
  supportingUnitNames: string[];
  assigneeName: string | null;
  leaderName: string | null;
  dueOn: string | null;
  status: TaskStatus;
  progress: number;
  hasNarrative: boolean;
  fate: 'create' | 'error' | 'duplicate';
  /** The task or the row that says the same. */
  duplicateOf: string | null;
  issues: LedgerIssue[];
}

export class LedgerSuggestion {
  id: string;
  name: string;
}

/** A name that no unit of the actor's has. */
export class UnknownUnit {
  name: string;
  rows: number;
  suggestions: LedgerSuggestion[];
}

/** A name that several people of a unit have. */
export class UnclearPerson {
  unitId: string;
  name: string;
  rows: number;
  people: LedgerSuggestion[];
}

export class LedgerCounts {
  create: number;
  error: number;
  duplicate: number;
  /** Rows that will be taken with a remark. */
  warning: number;
  /** Rows whose deadline names no year. */
  withoutYear: number;
}

export class LedgerPreview {
  /** Names this very preview; to be sent with the command. */
  preview: string;
  counts: LedgerCounts;
  rows: LedgerRowView[];
  unknownUnits: UnknownUnit[];
  unclearPeople: UnclearPerson[];
}

export class LedgerImportView {
  id: string;
  fileName: string;
  sheet: string;
  tasks: number;
  importedBy: string;
  importedAt: string;
  undoneBy: string | null;
  undoneAt: string | null;
  /** Whether any of its tasks has moved on; then it cannot be taken back as a whole. */
  moved: boolean;
}

export class LedgerImported extends LedgerImportView {
  /** The same file had been imported in the same way before. */
  alreadyImported: boolean;
}
