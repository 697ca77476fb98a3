/** A table as the writers of Word and Excel take it. */
export interface WrittenColumn {
  title: string;
  /** Chinese characters that fit beside each other. */
  width: number;
  /** What the texts of the column say: a day as YYYY-MM-DD, percent as 40%; words when left out. */
  kind?: 'day' | 'percent';
  centred?: boolean;
}

export interface CellColour {
  /** Six hexadecimal digits. */
  ink: string;
  ground: string;
}

export interface WrittenCell {
  text: string;
  /** Stands beside the words, never instead of them. */
  colour?: CellColour;
}

/** Control characters, halves of characters and non-characters have no place in XML 1.0 (§2.2); a file with one does not open. */
export const xmlText = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
