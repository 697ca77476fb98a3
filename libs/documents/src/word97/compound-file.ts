import { ArchiveError } from '../archive/zip-archive';

interface Entry {
  name: string;
  kind: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}
const STREAM = 2;
const ROOT = 5;
const HEADER = 512;
const SHORT_SECTOR = 64;
/** Streams below this size lie in short sectors inside the root stream. */
const SHORT = 4096;

/**
 * A compound file (MS-CFB), the container of .doc, .wps, .xls and .ppt: streams by name, each a chain of sectors. Throws ArchiveError for bytes that are
 * none. Every chain it follows ends and the tree of its directory is a tree, so that others may follow them without a second look.
 */
export class CompoundFile {
  private readonly view: DataView;
  private readonly sectorSize: number;
  private readonly table: readonly number[];
  private readonly entries: readonly Entry[];
  private readonly top: ReadonlyMap<string, Entry>;
  private readonly shortTable: readonly number[];
  private readonly shortSectors: readonly number[];

  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length < HEADER) throw new ArchiveError('damaged');
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.view.getUint16(30, true);
    if ((shift !== 9 && shift !== 12) || this.view.getUint16(32, true) !== 6 || this.view.getUint32(56, true) !== SHORT)
      throw new ArchiveError('damaged');
    this.sectorSize = 1 << shift;
    this.table = this.numbersOf(this.tableSectors());
    this.entries = entriesOf(this.join(this.chain(this.view.getInt32(48, true), this.table)));
    this.top = this.tree();
    this.shortTable = this.numbersOf(this.chain(this.view.getInt32(60, true), this.table));
    this.shortSectors = this.chain(this.root.start, this.table);
  }

  /** The names of the streams and storages of the outermost level. */
  names(): string[] {
    return [...this.top.keys()];
  }

  has(name: string): boolean {
    return this.top.has(name);
  }

  /** The bytes of a stream of the outermost level; null when there is none of that name. */
  read(name: string): Uint8Array | null {
    const entry = this.top.get(name);
    if (entry === undefined || entry.kind !== STREAM) return null;
    const whole =
      entry.size < SHORT
        ? this.joinShort(this.chain(entry.start, this.shortTable))
        : this.join(this.chain(entry.start, this.table));
    return whole.subarray(0, entry.size);
  }

  private get root(): Entry {
    const root = this.entries.find(({ kind }) => kind === ROOT);
    if (root === undefined) throw new ArchiveError('damaged');
    return root;
  }

  /** The sectors of the sector table: the first 109 stand in the header, the others in a chain of their own. */
  private tableSectors(): number[] {
    const most = this.bytes.length / this.sectorSize;
    const count = this.view.getInt32(44, true);
    const more = this.view.getInt32(72, true);
    if (count < 1 || count > most || more < 0 || more > most) throw new ArchiveError('damaged');
    const sectors: number[] = [];
    for (let at = 0; at < Math.min(count, 109); at++) sectors.push(this.view.getInt32(76 + at * 4, true));
    let next = this.view.getInt32(68, true);
    for (let part = 0; part < more && sectors.length < count; part++) {
      const numbers = this.numbersOf([next]);
      sectors.push(...numbers.slice(0, Math.min(numbers.length - 1, count - sectors.length)));
      next = numbers[numbers.length - 1];
    }
    if (sectors.length !== count) throw new ArchiveError('damaged');
    return sectors;
  }

  /** The sectors from `start` on; a chain that comes back to itself is longer than the table and damaged. */
  private chain(start: number, table: readonly number[]): number[] {
    const chain: number[] = [];
    for (let at = start; at >= 0 && at < table.length; at = table[at]) {
      chain.push(at);
      if (chain.length > table.length) throw new ArchiveError('damaged');
    }
    return chain;
  }

  private numbersOf(sectors: readonly number[]): number[] {
    const joined = this.join(sectors);
    const view = new DataView(joined.buffer, joined.byteOffset, joined.byteLength);
    return Array.from({ length: joined.length / 4 }, (_none, at) => view.getInt32(at * 4, true));
  }

  private join(sectors: readonly number[]): Uint8Array {
    const whole = new Uint8Array(sectors.length * this.sectorSize);
    sectors.forEach((sector, at) => whole.set(this.sector(sector), at * this.sectorSize));
    return whole;
  }

  /** The last sector of a file may be cut short. */
  private sector(number: number): Uint8Array {
    const from = (number + 1) * this.sectorSize;
    if (number < 0 || from >= this.bytes.length) throw new ArchiveError('damaged');
    return this.bytes.subarray(from, from + this.sectorSize);
  }

  private joinShort(sectors: readonly number[]): Uint8Array {
    const whole = new Uint8Array(sectors.length * SHORT_SECTOR);
    sectors.forEach((sector, at) => {
      const offset = sector * SHORT_SECTOR;
      const holder = this.shortSectors[Math.floor(offset / this.sectorSize)];
      if (holder === undefined) throw new ArchiveError('damaged');
      const from = offset % this.sectorSize;
      whole.set(this.sector(holder).subarray(from, from + SHORT_SECTOR), at * SHORT_SECTOR);
    });
    return whole;
  }

  /** Walks the whole directory, where storages hold trees of entries, and gives the outermost level. */
  private tree(): Map<string, Entry> {
    const top = new Map<string, Entry>();
    const seen = new Set<number>();
    const waiting = [{ at: this.root.child, outermost: true }];
    for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
      const { at, outermost } = step;
      if (at < 0) continue;
      const entry = this.entries[at];
      if (entry === undefined || seen.has(at)) throw new ArchiveError('damaged');
      seen.add(at);
      if (outermost) top.set(entry.name, entry);
      waiting.push(
        { at: entry.left, outermost },
        { at: entry.right, outermost },
        { at: entry.child, outermost: false },
      );
    }
    return top;
  }
}

function entriesOf(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const decoder = new TextDecoder('utf-16le');
  return Array.from({ length: Math.floor(directory.length / 128) }, (_none, index) => {
    const at = index * 128;
    const length = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
    return {
      name: decoder.decode(directory.subarray(at, at + length)),
      kind: view.getUint8(at + 66),
      left: view.getInt32(at + 68, true),
      right: view.getInt32(at + 72, true),
      child: view.getInt32(at + 76, true),
      start: view.getInt32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  });
}
