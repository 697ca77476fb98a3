export type DocumentFormat = 'txt' | 'docx' | 'doc' | 'wps' | 'pdf' | 'odt' | 'ofd' | 'html' | 'md' | 'xlsx';

/** One paragraph of a document, in reading order. */
export interface Paragraph {
  /** The text as a reader sees it, an automatic number included at its front. */
  text: string;
  /** The automatic number in `text` (一、 or 1.), when Word made it. */
  label?: string;
  /** 0 the title, 1–9 a heading, undefined body text. */
  heading?: number;
  /** Where in a table the paragraph stands. */
  cell?: { table: number; row: number; column: number };
  page?: number;
}

export interface ReadDocument {
  format: DocumentFormat;
  paragraphs: Paragraph[];
  /** The normalised text: `paragraphs` joined by `\n`. All offsets refer to it. For a UTF-8 text it is the file itself with line ends normalised. */
  text: string;
  /** Footnotes of a Word document, which are no part of `text`. */
  footnotes?: string[];
}

export type DocumentErrorCode =
  | 'document.empty'
  | 'document.too-large'
  | 'document.unsupported'
  | 'document.damaged'
  | 'document.too-complex'
  | 'document.encoding-unknown'
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
