import { ArchiveError } from '../archive/zip-archive';
import type { CompoundFile } from './compound-file';

/** A place in a stream: where something begins and how many bytes it has. */
interface Part {
  at: number;
  length: number;
}
/** A stretch of text in the main stream. */
interface Piece extends Part {
  /** Two bytes a character. */
  wide: boolean;
}
const WORD_97 = 0xa5ec;
const WORD_95 = 0xa5dc;

/** The main stream of a Word document (MS-DOC), so far as to judge whether its text can be read. Throws ArchiveError. */
export class WordStream {
  private readonly view: DataView;

  constructor(
    private readonly file: CompoundFile,
    private readonly bytes: Uint8Array,
  ) {
    if (bytes.length < 0x1aa) throw new ArchiveError('damaged');
    this.view = viewOf(bytes);
    const magic = this.view.getUint16(0, true);
    if (magic !== WORD_97 && magic !== WORD_95) throw new ArchiveError('damaged');
  }

  /** Written by Word 6 or 95, whose text lies elsewhere. */
  get isOld(): boolean {
    return this.view.getUint16(0, true) === WORD_95 || this.view.getUint16(2, true) < 0xc1;
  }

  get isEncrypted(): boolean {
    return (this.view.getUint16(0x0a, true) & 0x0100) !== 0;
  }

  /**
   * About how many steps the reading takes. word-extractor copies the text for every deletion, row end and header, follows lists of pages wherever they point,
   * and tries the text after an open field again and again. In a hostile file each of these grows without measure.
   */
  get effort(): number {
    const table = this.file.read((this.view.getUint16(0x0a, true) & 0x0200) !== 0 ? '1Table' : '0Table');
    if (table === null) throw new ArchiveError('damaged');
    const pieces = this.pieces(table);
    const text = pieces.reduce((sum, { length }) => sum + length, 0);
    const deletions = this.marks(table, 0xfa, 0x00, 0x08);
    const rows = this.marks(table, 0x102, 0x17, 0x24);
    const headers = this.listed(0xf2).length / 4;
    return text + (deletions + rows + headers) * (text + pieces.length) + this.openFields(pieces);
  }

  /** The stretches of text, in order, as the piece table lists them. */
  private pieces(table: Uint8Array): Piece[] {
    const view = viewOf(table);
    let at = this.listed(0x1a2).at;
    // Formatting of pieces stands in front of the table.
    while (at + 3 <= table.length && table[at] === 1) at += 3 + view.getUint16(at + 1, true);
    if (at + 5 > table.length || table[at] !== 2) throw new ArchiveError('damaged');
    const length = view.getUint32(at + 1, true);
    const count = (length - 4) / 12;
    if (!Number.isInteger(count) || count < 1 || at + 5 + length > table.length) throw new ArchiveError('damaged');
    const from = at + 5;
    const pieces: Piece[] = [];
    for (let index = 0; index < count; index++) {
      const characters = view.getInt32(from + index * 4 + 4, true) - view.getInt32(from + index * 4, true);
      const place = view.getUint32(from + (count + 1) * 4 + index * 8 + 2, true);
      const wide = (place & 0x40000000) === 0;
      const start = wide ? place : (place & 0x3fffffff) / 2;
      if (characters < 0 || start > this.bytes.length) throw new ArchiveError('damaged');
      pieces.push({ at: start, length: characters * (wide ? 2 : 1), wide });
    }
    // Pieces that overlap could make gigabytes of text of a small file.
    if (pieces.reduce((sum, { length: bytes }) => sum + bytes, 0) > 2 * this.bytes.length) {
      throw new ArchiveError('bomb');
    }
    return pieces;
  }

  /** How often a formatting instruction stands in the pages that a list points to. */
  private marks(table: Uint8Array, list: number, low: number, high: number): number {
    const { at, length } = this.listed(list);
    const count = (length - 4) / 8;
    if (count <= 0) return 0;
    const pages = this.bytes.length / 512;
    if (!Number.isInteger(count) || count > pages || at + length > table.length) throw new ArchiveError('damaged');
    const view = viewOf(table);
    let marks = 0;
    for (let index = 0; index < count; index++) {
      const page = view.getUint32(at + (count + 1) * 4 + index * 4, true) * 512;
      for (let byte = page; byte < Math.min(page + 511, this.bytes.length - 1); byte++) {
        if (this.bytes[byte] === low && this.bytes[byte + 1] === high) marks++;
      }
    }
    return marks;
  }

  /** Characters after the begin of a field that does not end before the next begins: tried once for each of them. */
  private openFields(pieces: readonly Piece[]): number {
    let effort = 0;
    let depth = 0;
    let since: number | undefined;
    const settle = (): void => {
      if (since !== undefined) effort += since * since;
      since = undefined;
    };
    for (const { at, length, wide } of pieces) {
      for (let byte = at; byte < Math.min(at + length, this.bytes.length - 1); byte += wide ? 2 : 1) {
        const code = wide && this.bytes[byte + 1] !== 0 ? 0x20 : this.bytes[byte];
        if (code === 0x13) {
          settle();
          since = 0;
          depth++;
          // Each level of fields in fields is another pass over the text.
          effort += depth * depth;
        } else if (code === 0x15) {
          since = undefined;
          depth = Math.max(0, depth - 1);
        } else if (code === 0x14) settle();
        else if (since !== undefined) since++;
      }
    }
    settle();
    return effort;
  }

  /** Where the header says that a table lies. */
  private listed(at: number): Part {
    return { at: this.view.getUint32(at, true), length: this.view.getUint32(at + 4, true) };
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
