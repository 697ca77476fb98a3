import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Person } from '#organisation/person.entity';
import { StoredFile } from '#platform/files/stored-file.entity';
import { Report } from './report.entity';

/** An imported file 源文件. It may hold several reports. */
@Entity('source_document')
@Unique(['sha256'])
export class SourceDocument {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  sha256: string;

  @ManyToOne(() => StoredFile)
  @JoinColumn({ name: 'sha256' })
  file?: StoredFile;

  @Column({ type: 'text' })
  fileName: string;

  @Column({ type: 'text' })
  format: string;

  /** UTF-16 code units of the normalised text. */
  @Column({ type: 'integer' })
  characters: number;

  @Column({ type: 'date' })
  receivedOn: string;

  @Column({ type: 'text', array: true, default: '{}' })
  warnings: string[];

  @Column({ type: 'uuid' })
  importedById: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  importedBy?: Person;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  importedAt: Date;

  @OneToMany(() => Report, (report) => report.document)
  reports?: Report[];
}
