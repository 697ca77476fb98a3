import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';

/** The organisation's own wording of a mail; without one the words are ours. */
@Entity('mail_template')
export class MailTemplate {
  /** A name of `TEMPLATES`. */
  @PrimaryColumn({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'uuid' })
  editedById: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  editedBy?: Person;

  @Column({ type: 'timestamptz' })
  editedAt: Date;

  @VersionColumn({ type: 'integer', default: 1 })
  version: number;
}
