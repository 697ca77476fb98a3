import type { ChannelKind } from './webhook-channel.entity';

/** A robot without its address and secret: whoever knows them may speak in the group, so they never leave the server. */
export class ChannelView {
  id: string;
  unitId: string;
  unitName: string;
  kind: ChannelKind;
  name: string;
  host: string;
  hasSecret: boolean;
  active: boolean;
  lastPostedAt: string | null;
  lastAnswer: string | null;
  /** Whether the newest message failed. */
  failing: boolean;
  version: number;
}
