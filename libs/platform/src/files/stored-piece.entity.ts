import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { StoredFile } from './stored-file.entity';

/** A part of a stored file, so that none is ever whole in memory on its way in or out. */
@Entity('stored_piece')
export class StoredPiece {
  @PrimaryColumn({ type: 'text' })
  sha256: string;

  @ManyToOne(() => StoredFile, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'sha256' })
  file?: StoredFile;

  /** From 0 on. */
  @PrimaryColumn({ type: 'integer' })
  ordinal: number;

  @Column({ type: 'bytea', select: false })
  content: Buffer;
}
