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
