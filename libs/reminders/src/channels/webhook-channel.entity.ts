import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import { Unit } from '#organisation/unit.entity';

/** 企业微信, 钉钉, 飞书 */
export const CHANNEL_KINDS = ['wecom', 'dingtalk', 'feishu'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** The robot of a group chat, which is told once a day what is late and due in a unit and below it. */
@Entity('webhook_channel')
@Index('webhook_channel_by_unit', ['unitId'])
@Check('webhook_channel_kind', `kind IN ('wecom', 'dingtalk', 'feishu')`)
export class WebhookChannel {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  unitId: string;

  @ManyToOne(() => Unit, { onDelete: 'CASCADE' })
  @JoinColumn()
  unit?: Unit;

  @Column({ type: 'text' })
  kind: ChannelKind;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  url: string;

  /** With which 钉钉 and 飞书 robots want their messages signed. */
  @Column({ type: 'text', nullable: true })
  secret: string | null;

  @Column({ type: 'boolean', default: true })
  active: boolean;

  /** The daily message; a test leaves it alone. */
  @Column({ type: 'timestamptz', nullable: true })
  lastPostedAt: Date | null;

  /** What came of the newest message, in Chinese. */
  @Column({ type: 'text', nullable: true })
  lastAnswer: string | null;

  /** Whether that was a failure. */
  @Column({ type: 'boolean', default: false })
  failing: boolean;

  @VersionColumn({ type: 'integer', default: 1 })
  version: number;
}
