import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';

/** The organisation's own words of a mail. Null: as we have them. */
@Entity('mail_template')
export class MailTemplate {
  /** A name of `TEMPLATE_NAMES`. */
  @PrimaryColumn({ type: 'text' })
  name: string;

  @Column({ type: 'text', nullable: true })
  subject: string | null;

  /** Above the list of tasks. */
  @Column({ type: 'text', nullable: true })
  opening: string | null;

  /** Below it. */
  @Column({ type: 'text', nullable: true })
  closing: string | null;

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
