import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { StoredFile } from './stored-file.entity';

/** Bytes to be kept, read piece by piece. */
export interface FileContent {
  /** Lower-case hexadecimal. */
  sha256: string;
  size: number;
  read(from: number, to: number): Uint8Array | Promise<Uint8Array>;
}

const PIECE = 1 << 20;

const STILL_REFERENCED = '23503';

/** Files kept by content in the database: the same bytes once, however often they come in. */
@Injectable()
export class StoredFiles {
  constructor(private readonly db: DataSource) {}

  async keep(tx: EntityManager, file: FileContent): Promise<void> {
    // Whoever stores the same bytes at the same time waits here for the other.
    const added = await tx.query<unknown[]>(
      `INSERT INTO stored_file (sha256, size) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1`,
      [file.sha256, file.size],
    );
    if (added.length === 0) return;
    for (let ordinal = 0; ordinal * PIECE < file.size; ordinal++) {
      const content = await file.read(ordinal * PIECE, Math.min((ordinal + 1) * PIECE, file.size));
      await tx.query(`INSERT INTO stored_piece (sha256, ordinal, content) VALUES ($1, $2, $3)`, [
        file.sha256,
        ordinal,
        content,
      ]);
    }
  }

  /** The bytes, one piece at a time as the reader takes them. */
  read(sha256: string): Readable {
    return Readable.from(this.pieces(sha256), { objectMode: false });
  }

  /** Forgets a file unless something else still points at it. */
  async release(tx: EntityManager, sha256: string): Promise<void> {
    try {
      await tx.transaction((own) => own.delete(StoredFile, sha256));
    } catch (error) {
      const referenced = error instanceof QueryFailedError && error.driverError.code === STILL_REFERENCED;
      if (!referenced) throw error;
    }
  }

  private async *pieces(sha256: string): AsyncGenerator<Buffer> {
    for (let ordinal = 0; ; ordinal++) {
      const [piece] = await this.db.query<{ content: Buffer }[]>(
        `SELECT content FROM stored_piece WHERE sha256 = $1 AND ordinal = $2`,
        [sha256, ordinal],
      );
      if (!piece) return;
      yield piece.content;
    }
  }
}
