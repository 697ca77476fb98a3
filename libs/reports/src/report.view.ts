import type { SectionKind } from '#extraction/extraction.types';

export class Period {
  /** As written: 2020年前三季度 */
  label: string;
  start: string;
  end: string;
}

export class ReportCounts {
  proposed: number;
  accepted: number;
  rejected: number;
  nextSteps: number;
  problems: number;
}

/** Another edition of a report, or the report of which this one may be an edition. */
export class EditionLink {
  id: string;
  title: string;
}

/** What became of the items of the former edition. */
export class EditionChanges {
  same: number;
  changed: number;
  gone: number;
  added: number;
  /** Changed and gone items that wait for a decision. */
  pending: number;
}

export class ReportSummary {
  id: string;
  documentId: string;
  fileName: string;
  format: string;
  title: string;
  issuer: string | null;
  unitId: string;
  unitName: string;
  period: Period | null;
  planYear: number;
  importedAt: string;
  importedBy: string;
  counts: ReportCounts;
  /** 第几稿, from 1. */
  edition: number;
  former: EditionLink | null;
  /** The corrected version of this report; what has one is only read. */
  later: EditionLink | null;
  /** A report of which this may be a corrected version; a person has yet to say. */
  doubt: EditionLink | null;
  /** null for a first edition. */
  changes: EditionChanges | null;
  version: number;
}

export class ReportPage {
  rows: ReportSummary[];
  nextCursor: string | null;
  total: number;
}

export class ReportSection {
  id: string;
  /** Headings from the outermost to this one. */
  path: string[];
  kind: SectionKind;
  /** Offsets into the report's text, UTF-16 code units. */
  start: number;
  end: number;
}

export class DocumentView {
  id: string;
  fileName: string;
  format: string;
  sha256: string;
  /** Bytes. */
  size: number;
  characters: number;
}

export class ImportResult {
  document: DocumentView;
  /** The same bytes were imported before; nothing was stored again. */
  alreadyImported: boolean;
  reports: ReportSummary[];
  /** Chinese sentences: what was not found or is doubtful. */
  warnings: string[];
}
