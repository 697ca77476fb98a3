import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address that a mail server has refused for good; nothing is sent to it until somebody corrects it. */
@Entity('undeliverable_address')
export class UndeliverableAddress {
  /** Lower case. */
  @PrimaryColumn({ type: 'text' })
  address: string;

  @Column({ type: 'text' })
  answer: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  since: Date;
}
