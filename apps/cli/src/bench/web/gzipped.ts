import { gzipSync } from 'node:zlib';

/** What the files at these addresses weigh packed with gzip, in kilobytes (1000 bytes), however the server sends them. */
export async function gzippedKilobytes(urls: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const url of new Set(urls)) bytes += gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;
  return Math.round(bytes / 100) / 10;
}
