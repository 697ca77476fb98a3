import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Person } from '#organisation/person.entity';
import type { OptionalKind } from '../rules';

/** When a person wants his mails. Null: as the organisation has it. Hours are those of the person's own zone. */
@Entity('mail_preference')
@Check(
  'mail_preference_hours',
  `send_hour BETWEEN 0 AND 23 AND quiet_from BETWEEN 0 AND 23 AND quiet_to BETWEEN 0 AND 23`,
)
@Check('mail_preference_quiet', '(quiet_from IS NULL) = (quiet_to IS NULL)')
export class MailPreference {
  @PrimaryColumn({ type: 'uuid' })
  personId: string;

  @OneToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn()
  person?: Person;

  /** From this hour on the digest of the day may go. */
  @Column({ type: 'integer', nullable: true })
  sendHour: number | null;

  /** No mail between these hours; 22 to 7 goes over midnight. */
  @Column({ type: 'integer', nullable: true })
  quietFrom: number | null;

  @Column({ type: 'integer', nullable: true })
  quietTo: number | null;

  @Column({ type: 'text', nullable: true })
  timeZone: string | null;

  /** Optional kinds of reminders that he does not want by mail. */
  @Column({ type: 'text', array: true, default: '{}' })
  declined: OptionalKind[];
}

/** From which hour on digests go when a person has not chosen one. */
export const SEND_HOUR = 8;
