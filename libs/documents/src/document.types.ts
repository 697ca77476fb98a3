export type DocumentFormat =
  'txt' | 'docx' | 'doc' | 'wps' | 'rtf' | 'pdf' | 'odt' | 'ofd' | 'html' | 'md' | 'xlsx' | 'csv';

/** One paragraph of a document, in reading order. */
export interface Paragraph {
  /** The text as a reader sees it, an automatic number included at its front. */
  text: string;
  /** The automatic number in `text` (一、 or 1.), when the word processor made it. */
  label?: string;
  /** 0 the title, 1–9 a heading, undefined body text. */
  heading?: number;
  /** Where in a table the paragraph stands. */
  cell?: { table: number; row: number; column: number };
  /** The page it begins on, counted from 1, where the format has pages. */
  page?: number;
}

/** What a reader of one format finds. */
export interface ReadParts {
  format: DocumentFormat;
  paragraphs: Paragraph[];
  /** Footnotes, which are no part of the running text. */
  footnotes?: string[];
  /** Chinese sentences for the person who brought the file: what could not be read of it (第3页是图片). */
  notes?: string[];
}

export interface ReadDocument extends ReadParts {
  /** The normalised text: `paragraphs` joined by `\n`. All offsets refer to it. For a UTF-8 text it is the file itself with line ends normalised. */
  text: string;
}

export type DocumentErrorCode =
  | 'document.empty'
  | 'document.too-large'
  | 'document.unsupported'
  | 'document.damaged'
  | 'document.protected'
  | 'document.too-complex'
  | 'document.encoding-unknown'
  | 'document.scanned'
  | 'document.no-text';

/** A file that cannot be read. `message` is one Chinese sentence that says what is wrong and what to do. */
export class DocumentError extends Error {
  constructor(
    readonly code: DocumentErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'DocumentError';
  }
}
