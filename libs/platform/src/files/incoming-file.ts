import { createHash } from 'node:crypto';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileContent } from './stored-files';

/**
 * Takes a file from the network, lends it to `use` and forgets it. It waits on disk, not in memory and not in a transaction,
 * until its last byte has come: a slow or broken upload costs neither. Throws what the stream throws.
 */
export async function withIncoming<T>(
  stream: AsyncIterable<Uint8Array>,
  use: (file: FileContent) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-upload-'));
  try {
    const file = await open(join(folder, 'content'), 'wx+', 0o600);
    try {
      return await use(await receive(stream, file));
    } finally {
      await file.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function receive(stream: AsyncIterable<Uint8Array>, file: FileHandle): Promise<FileContent> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of stream) {
    hash.update(piece);
    await file.appendFile(piece);
    size += piece.length;
  }
  return { sha256: hash.digest('hex'), size, read: (from, to) => readPart(file, from, Math.min(to, size)) };
}

async function readPart(file: FileHandle, from: number, to: number): Promise<Uint8Array> {
  const part = Buffer.alloc(Math.max(0, to - from));
  let filled = 0;
  while (filled < part.length) {
    const { bytesRead } = await file.read(part, filled, part.length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return part.subarray(0, filled);
}
