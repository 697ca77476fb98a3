import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { Mailer } from '#platform/mailer';
import { hashOf } from '#tasks/responsibility/external-links.service';
import { LinkLimiter } from '#tasks/responsibility/link-limiter';
import { OPTIONAL_KINDS, type OptionalKind } from '../rules';
import { readToken, signToken, type LinkPurpose } from './signed-token';
import { SigningKeys } from './signing-keys';

const DAY = 24 * 3_600_000;
/** Progress is reported soon after the mail; whoever is tired of mails may look at an old one. */
const DAYS: Record<LinkPurpose, number> = { progress: 14, unsubscribe: 365 };

/** The links that mails carry: signed, so that nothing has to be stored for them. */
@Injectable()
export class MailLinks {
  constructor(
    private readonly keys: SigningKeys,
    private readonly mailer: Mailer,
    private readonly limiter: LinkLimiter,
    private readonly clock: Clock,
  ) {}

  get home(): string {
    return this.mailer.publicUrl;
  }

  task(taskId: string): string {
    return `${this.home}/tasks/${taskId}`;
  }

  /** Opens the form for the progress of this task by this person, without signing in, for 14 days. */
  async progressLink(taskId: string, personId: string): Promise<string> {
    return `${this.home}/progress/${await this.sign('progress', [taskId, personId])}`;
  }

  /** For the header `List-Unsubscribe`: takes the one click of RFC 8058, and sends whoever opens it to the page that asks. */
  async unsubscribeLink(personId: string, kinds: readonly OptionalKind[] = OPTIONAL_KINDS): Promise<string> {
    const token = await this.sign('unsubscribe', [personId, ...kinds]);
    return `${this.home}/api/v1/unsubscribe/${token}`;
  }

  /** Throws link.unknown for what was not signed here, link.expired or link.too-many-requests. */
  async read(purpose: LinkPurpose, token: string): Promise<{ parts: string[]; expiresAt: Date }> {
    const link = readToken(await this.keys.key(purpose), purpose, token);
    if (!link) throw new DomainError('unknown', 'link.unknown', '链接无效。请从邮件中重新打开，或核对是否复制完整。');
    if (link.expiresAt <= this.clock.now()) {
      throw new DomainError('unknown', 'link.expired', '这个链接已经过期。请登录系统办理，或从最近的邮件中打开。');
    }
    await this.limiter.attemptSigned(hashOf(token));
    return link;
  }

  private async sign(purpose: LinkPurpose, parts: readonly string[]): Promise<string> {
    const expiresAt = new Date(this.clock.now().getTime() + DAYS[purpose] * DAY);
    return signToken(await this.keys.key(purpose), purpose, parts, expiresAt);
  }
}
