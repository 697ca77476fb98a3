import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Settings } from '#platform/settings';
import type { ChannelMessage } from './channel-message';
import { postJson, PostFailure } from './post-json';
import { refusalIn } from './robot-answer';
import { robotPost, type Robot } from './robot-payloads';

/** What came of a message. `lost`: nobody knows whether it arrived. */
export interface Sent {
  outcome: 'arrived' | 'failed' | 'lost';
  /** In Chinese, for people. */
  answer: string;
}

/** Speaks with the robots' platforms. */
@Injectable()
export class ChannelSender {
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  get allowPrivate(): boolean {
    return this.settings.webhookAllowPrivate === 'true';
  }

  async send(robot: Robot, message: ChannelMessage): Promise<Sent> {
    const { url, body } = robotPost(robot, message, this.clock.now());
    try {
      const refusal = refusalIn(robot.kind, await postJson(url, body, this.allowPrivate));
      return refusal === null ? { outcome: 'arrived', answer: '已送达' } : { outcome: 'failed', answer: refusal };
    } catch (error) {
      if (!(error instanceof PostFailure)) throw error;
      return { outcome: error.certain ? 'failed' : 'lost', answer: error.message };
    }
  }
}
