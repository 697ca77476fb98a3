import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '#organisation/person.entity';

/** By which a calendar program reads one's own due items. The token itself is not stored. */
@Entity('feed_token')
@Unique(['tokenHash'])
export class FeedToken {
  @PrimaryColumn({ type: 'uuid' })
  personId: string;

  @OneToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn()
  person?: Person;

  /** SHA-256, hexadecimal. */
  @Column({ type: 'text' })
  tokenHash: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  lastUsedAt: Date | null;
}
