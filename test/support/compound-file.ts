const SECTOR = 512;
const END = -2;
const FREE = -1;

/** A compound file (MS-CFB) of these streams, each padded to 4096 bytes so that it lies in sectors of its own. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const padded = Object.entries(streams).map(([name, bytes]) => {
    const whole = new Uint8Array(Math.max(4096, Math.ceil(bytes.length / SECTOR) * SECTOR));
    whole.set(bytes);
    return { name, bytes: whole, size: Math.max(4096, bytes.length) };
  });
  const directorySectors = Math.ceil((padded.length + 1) / 4);
  const dataSectors = padded.reduce((sum, { bytes }) => sum + bytes.length / SECTOR, 0);
  const tableSectors = Math.ceil((directorySectors + dataSectors) / (SECTOR / 4 - 1));
  const total = tableSectors + directorySectors + dataSectors;
  const file = Buffer.alloc((total + 1) * SECTOR);
  const table = new Int32Array((tableSectors * SECTOR) / 4).fill(FREE);
  const chain = (from: number, count: number): void => {
    for (let at = from; at < from + count; at++) table[at] = at === from + count - 1 ? END : at + 1;
  };
  table.fill(-3, 0, tableSectors);
  chain(tableSectors, directorySectors);

  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  [0x3e, 3, 0xfffe, 9, 6].forEach((word, at) => file.writeUInt16LE(word, 24 + at * 2));
  [tableSectors, tableSectors, 0, 4096, END, 0, END, 0].forEach((number, at) => file.writeInt32LE(number, 44 + at * 4));
  for (let at = 0; at < 109; at++) file.writeInt32LE(at < tableSectors ? at : FREE, 76 + at * 4);

  const entry = (index: number, name: string, kind: number, links: number[], start: number, size: number): void => {
    const at = (tableSectors + 1) * SECTOR + index * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE(name.length * 2 + 2, at + 64);
    file.writeUInt8(kind, at + 66);
    links.forEach((link, side) => file.writeInt32LE(link, at + 68 + side * 4));
    file.writeInt32LE(start, at + 116);
    file.writeUInt32LE(size, at + 120);
  };
  entry(0, 'Root Entry', 5, [FREE, FREE, padded.length > 0 ? 1 : FREE], END, 0);
  let sector = tableSectors + directorySectors;
  padded.forEach(({ name, bytes, size }, index) => {
    entry(index + 1, name, 2, [FREE, index + 1 < padded.length ? index + 2 : FREE, FREE], sector, size);
    file.set(bytes, (sector + 1) * SECTOR);
    chain(sector, bytes.length / SECTOR);
    sector += bytes.length / SECTOR;
  });
  table.forEach((next, at) => file.writeInt32LE(next, SECTOR + at * 4));
  return new Uint8Array(file);
}
