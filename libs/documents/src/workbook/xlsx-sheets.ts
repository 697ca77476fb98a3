import { eachXmlEvent } from '../archive/xml-events';
import type { ZipArchive } from '../archive/zip-archive';
import { shownNumber } from './number-shown';
import { SheetStyles } from './sheet-styles';
import { MOST_COLUMNS, TableError, type Merge, type SheetLimits, type TextSheet } from './text-sheet';

/** A relation of the package to a part; the strict form of the standard has another address before the last word. */
const WORKSHEET = /\/worksheet$/;
const SHARED_STRINGS = /\/sharedStrings$/;
const STYLES = /\/styles$/;

/**
 * The sheets of an .xlsx workbook: every cell as its number format shows it, a formula as its last result. Parts without values are never
 * looked at: a drop-down over a whole column would unfold into a million cells. Throws TableError, XmlError and ArchiveError.
 */
export function xlsxSheets(archive: ZipArchive, limits: SheetLimits): TextSheet[] {
  const relations = relationsOf(archive);
  const part = (kind: RegExp): Uint8Array | null => {
    const target = [...relations.values()].find(({ type }) => kind.test(type))?.target;
    return target === undefined ? null : archive.read(target);
  };
  const strings = stringsOf(part(SHARED_STRINGS));
  const styles = new SheetStyles(part(STYLES));
  const { sheets, from1904 } = contentsOf(archive);
  let left = limits.rows;
  return sheets.flatMap(({ name, hidden, relation }) => {
    const found = relations.get(relation);
    const bytes = found !== undefined && WORKSHEET.test(found.type) ? archive.read(found.target) : null;
    // A chart on a sheet of its own holds no cells.
    if (bytes === null) return [];
    const reader = new SheetReader({ strings, styles, from1904, limits: { ...limits, rows: left } });
    const sheet = reader.read(bytes);
    left -= sheet.rows.filter((row) => row.length > 0).length;
    return [{ name, hidden, ...sheet }];
  });
}

interface Context {
  strings: readonly string[];
  styles: SheetStyles;
  from1904: boolean;
  limits: SheetLimits;
}

/** Reads the cells of one sheet. */
class SheetReader {
  private readonly rows: string[][] = [];
  private readonly merges: Merge[] = [];
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  private filled = 0;
  private merged = 0;
  private row = -1;
  private column = -1;
  private cell: { type: string; style: string } | null = null;
  private value = '';
  private inline = '';
  private collects: 'value' | 'inline' | null = null;
  private phonetic = false;

  constructor(private readonly context: Context) {}

  read(bytes: Uint8Array): Pick<TextSheet, 'rows' | 'merges' | 'hiddenRows' | 'hiddenColumns'> {
    eachXmlEvent(bytes, {
      open: (name, attributes) => this.open(name, attributes),
      close: (name) => this.close(name),
      text: (text) => {
        if (this.collects === 'value') this.value += text;
        else if (this.collects === 'inline' && !this.phonetic) this.inline += text;
      },
    });
    const { rows, merges, hiddenRows, hiddenColumns } = this;
    return { rows, merges, hiddenRows, hiddenColumns };
  }

  private open(name: string, attributes: Record<string, string>): void {
    switch (name) {
      case 'row':
        this.row = placeOf(attributes.r, this.row + 1);
        this.column = -1;
        if (attributes.hidden === '1' || attributes.hidden === 'true') this.hiddenRows.add(this.row);
        break;
      case 'c':
        this.column = attributes.r === undefined ? this.column + 1 : columnOf(attributes.r);
        this.cell = { type: attributes.t ?? 'n', style: attributes.s ?? '0' };
        this.value = '';
        this.inline = '';
        break;
      case 'v':
        this.collects = 'value';
        break;
      case 't':
        if (this.cell !== null) this.collects = 'inline';
        break;
      case 'rPh':
        this.phonetic = true;
        break;
      case 'col':
        this.hide(attributes);
        break;
      case 'mergeCell':
        this.merge(attributes.ref ?? '');
        break;
    }
  }

  private close(name: string): void {
    if (name === 'v' || name === 't') this.collects = null;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'c') this.store();
  }

  private store(): void {
    if (this.cell === null) return;
    const text = this.shown(this.cell);
    this.cell = null;
    if (text === '' || this.column < 0 || this.column >= MOST_COLUMNS) return;
    if (this.row < 0 || this.row >= this.context.limits.lastRow) throw new TableError('rows');
    while (this.rows.length <= this.row) this.rows.push([]);
    const cells = this.rows[this.row];
    if (cells.length === 0 && ++this.filled > this.context.limits.rows) throw new TableError('rows');
    while (cells.length < this.column) cells.push('');
    cells[this.column] = text;
  }

  private shown({ type, style }: { type: string; style: string }): string {
    const { strings, styles, from1904 } = this.context;
    if (type === 's') return strings[Number(this.value)] ?? '';
    if (type === 'inlineStr') return written(this.inline);
    if (type === 'b') return this.value === '' ? '' : this.value === '0' ? 'FALSE' : 'TRUE';
    if (type === 'd') return this.value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '');
    if (type !== 'n') return written(this.value);
    const number = Number(this.value);
    if (this.value.trim() === '' || !Number.isFinite(number)) return this.value.trim();
    return shownNumber(number, styles.formatOf(style), from1904);
  }

  private hide({ hidden, min, max }: Record<string, string>): void {
    if (hidden !== '1' && hidden !== 'true') return;
    const last = Math.min(placeOf(max, 0), MOST_COLUMNS - 1);
    for (let column = placeOf(min, 0); column <= last; column++) this.hiddenColumns.add(column);
  }

  private merge(range: string): void {
    const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(range);
    if (found === null) return;
    const [left, right] = [columnOf(found[1]), columnOf(found[3])].sort((one, other) => one - other);
    const [top, bottom] = [Number(found[2]) - 1, Number(found[4]) - 1].sort((one, other) => one - other);
    this.merged += (right - left + 1) * (bottom - top + 1);
    if (this.merged > this.context.limits.mergedCells) throw new TableError('merges');
    if (top >= 0) this.merges.push({ top, left, bottom, right });
  }
}

interface Relation {
  type: string;
  target: string;
}

function relationsOf(archive: ZipArchive): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  const bytes = archive.read('xl/_rels/workbook.xml.rels');
  if (bytes === null) throw new TableError('damaged');
  eachXmlEvent(bytes, {
    open: (name, { Id, Type, Target }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      relations.set(Id, { type: Type ?? '', target: fromWorkbook(Target) });
    },
  });
  return relations;
}

/** A target as a name in the archive: it is relative to xl/ or begins at the root. */
function fromWorkbook(target: string): string {
  const plain = target.replaceAll('\\', '/');
  if (plain.startsWith('/')) return plain.slice(1);
  return `xl/${plain.replace(/^\.\//, '')}`;
}

interface SheetEntry {
  name: string;
  hidden: boolean;
  relation: string;
}

function contentsOf(archive: ZipArchive): { sheets: SheetEntry[]; from1904: boolean } {
  const bytes = archive.read('xl/workbook.xml');
  if (bytes === null) throw new TableError('damaged');
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  eachXmlEvent(bytes, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1];
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      if (relation !== undefined) sheets.push({ name: attributes.name ?? '', hidden, relation });
    },
  });
  return { sheets, from1904 };
}

/** The texts that cells refer to by number; the reading aids over characters (rPh) are no part of them. */
function stringsOf(bytes: Uint8Array | null): string[] {
  const strings: string[] = [];
  if (bytes === null) return strings;
  let text = '';
  let collects = false;
  let phonetic = false;
  eachXmlEvent(bytes, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') collects = !phonetic;
    },
    close: (name) => {
      if (name === 't') collects = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.push(written(text));
    },
    text: (piece) => {
      if (collects) text += piece;
    },
  });
  return strings;
}

/** Characters that XML cannot hold are written as _x000D_; line ends become `\n`. */
function written(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (whole, digits: string) => {
      const code = parseInt(digits, 16);
      return code === 0 || (code >= 0xd800 && code <= 0xdfff) ? whole : String.fromCharCode(code);
    })
    .replace(/\r\n?/g, '\n');
}

function placeOf(number: string | undefined, otherwise: number): number {
  const place = Number(number);
  return number === undefined || !Number.isInteger(place) || place < 1 ? otherwise : place - 1;
}

/** The column of a reference like AB12, counted from 0; -1 when it has none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < Math.min(reference.length, 4); at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
