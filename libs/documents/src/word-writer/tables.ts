import { FileChild } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const PART = 'word/document.xml';
const CORE = 'docProps/core.xml';
/** The first day that a zip file can name; read in the machine's zone, so not midnight. */
const EARLIEST = '1980-01-02T00:00:00';
const PLACE = 'luoshi-table';

/** Keeps the place of a table in a document until its markup is put there; no text of a document looks like it. */
class TablePlace extends FileChild {
  constructor(index: number) {
    super(PLACE);
    this.root.push(String(index));
  }
}

/** The tables of one document. */
export class Tables {
  private readonly markup: string[] = [];

  add(xml: string): FileChild {
    return new TablePlace(this.markup.push(xml) - 1);
  }

  /** The .docx file with its tables in their places, as one made at `made`: the same content gives the same bytes. */
  putInto(file: Uint8Array, made: Date): Buffer {
    const parts = unzipSync(file);
    const xml = strFromU8(parts[PART]).replace(
      new RegExp(`<${PLACE}>(\\d+)</${PLACE}>`, 'g'),
      (_, index: string) => this.markup[Number(index)],
    );
    const core = strFromU8(parts[CORE]).replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${made.toISOString().slice(0, 19)}Z`);
    const all = { ...parts, [PART]: strToU8(xml), [CORE]: strToU8(core) };
    return Buffer.from(zipSync(all, { mtime: EARLIEST }));
  }
}
