import { Inflate } from 'fflate';

/** An archive that cannot be used. `bomb`: it unpacks to far more than a report ever needs. */
export class ArchiveError extends Error {
  constructor(
    readonly reason: 'damaged' | 'bomb',
    options?: ErrorOptions,
  ) {
    super(reason, options);
    this.name = 'ArchiveError';
  }
}

/** What an archive may unpack to, in bytes. XML packs well, but not a thousandfold. */
export interface ArchiveLimits {
  total: number;
  entry: number;
  ratio: number;
}
/** Below this size no ratio alarms: an empty part of a few kilobytes packs very well. */
const RATIO_FROM = 4 << 20;
const MOST_ENTRIES = 10_000;

interface Entry {
  name: string;
  method: number;
  packed: number;
  size: number;
  at: number;
}

/** A zip archive of which single entries are unpacked, never more than the limits allow. Sizes are checked as declared and again while unpacking. */
export class ZipArchive {
  private readonly entries: Map<string, Entry>;
  private unpacked = 0;

  /** Throws ArchiveError for bytes that are no archive, and for one whose declared sizes break the limits. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly limits: ArchiveLimits,
  ) {
    this.entries = new Map(directory(bytes).map((entry) => [entry.name, entry]));
    let total = 0;
    for (const entry of this.entries.values()) {
      total += entry.size;
      this.check(entry.size, entry.packed);
    }
    if (total > limits.total) throw new ArchiveError('bomb');
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The bytes of an entry; null when there is none of that name. */
  read(name: string): Uint8Array | null {
    const entry = this.entries.get(name);
    if (entry === undefined) return null;
    const packed = this.packedBytes(entry);
    if (entry.method === 0) return this.count(packed);
    if (entry.method !== 8) throw new ArchiveError('damaged');
    return this.inflate(packed);
  }

  private packedBytes(entry: Entry): Uint8Array {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    if (entry.at + 30 > this.bytes.length || view.getUint32(entry.at, true) !== 0x04034b50)
      throw new ArchiveError('damaged');
    const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
    if (from + entry.packed > this.bytes.length) throw new ArchiveError('damaged');
    return this.bytes.subarray(from, from + entry.packed);
  }

  private inflate(packed: Uint8Array): Uint8Array {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const inflate = new Inflate((chunk) => {
      size += chunk.length;
      this.check(size, packed.length);
      if (this.unpacked + size > this.limits.total) throw new ArchiveError('bomb');
      chunks.push(chunk);
    });
    try {
      // Small pieces, so that the limits are looked at long before a bomb fills the memory.
      const step = 16 << 10;
      for (let at = 0; at < packed.length; at += step) {
        inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
      }
    } catch (error) {
      throw error instanceof ArchiveError ? error : new ArchiveError('damaged');
    }
    const whole = new Uint8Array(size);
    let at = 0;
    for (const chunk of chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return this.count(whole);
  }

  private count(bytes: Uint8Array): Uint8Array {
    this.unpacked += bytes.length;
    if (this.unpacked > this.limits.total) throw new ArchiveError('bomb');
    return bytes;
  }

  private check(size: number, packed: number): void {
    if (size > this.limits.entry || (size > RATIO_FROM && size > packed * this.limits.ratio))
      throw new ArchiveError('bomb');
  }
}

/** The central directory of the archive. */
function directory(bytes: Uint8Array): Entry[] {
  const { count, at } = endRecord(bytes);
  return entriesIn(bytes.subarray(at), count);
}

/** The entries of a central directory. Throws ArchiveError. */
export function entriesIn(bytes: Uint8Array, count: number): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (count > MOST_ENTRIES) throw new ArchiveError('bomb');
  const decoder = new TextDecoder();
  const entries: Entry[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new ArchiveError('damaged');
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Bytes at the end of an archive among which the end record stands: a comment may follow it. */
export const END_RECORD_WITHIN = 22 + 0xffff;

/** Where the central directory lies, from the last bytes of an archive. Throws ArchiveError when they hold no end record. */
export function endRecord(bytes: Uint8Array): { count: number; at: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - END_RECORD_WITHIN; at--) {
    if (view.getUint32(at, true) === 0x06054b50) {
      return { count: view.getUint16(at + 10, true), at: view.getUint32(at + 16, true) };
    }
  }
  throw new ArchiveError('damaged');
}
