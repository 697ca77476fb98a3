import { FileChild } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const PART = 'word/document.xml';
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

  /** The .docx file with its tables in their places. */
  putInto(file: Uint8Array): Buffer {
    const parts = unzipSync(file);
    const xml = strFromU8(parts[PART]).replace(
      new RegExp(`<${PLACE}>(\\d+)</${PLACE}>`, 'g'),
      (_, index: string) => this.markup[Number(index)],
    );
    return Buffer.from(zipSync({ ...parts, [PART]: strToU8(xml) }));
  }
}
