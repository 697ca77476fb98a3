import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file kept byte for byte under its SHA-256; its content lies in pieces. */
@Entity('stored_file')
export class StoredFile {
  /** Lower-case hexadecimal. */
  @PrimaryColumn({ type: 'text' })
  sha256: string;

  /** Bytes. */
  @Column({ type: 'integer' })
  size: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
