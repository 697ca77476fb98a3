import type { EntityManager } from 'typeorm';
import { prepared } from '#platform/prepared';

/**
 * Reminders come to the end of the mail they travel in; of a mail that was put off they are planned again. The mail alone
 * decides, so this may come later and more than once: after a crash whoever looks next makes up for it.
 */
export async function linesFollow(db: EntityManager, mailIds: readonly string[]): Promise<void> {
  await db.query(FOLLOW_THESE, [mailIds]);
}

/** The same for all mails that were taken since then. */
export async function lostLinesFollow(db: EntityManager, since: Date): Promise<void> {
  await db.query(FOLLOW_SINCE, [since]);
}

const follow = (which: string) => `UPDATE reminder r SET
       status = CASE m.status WHEN 'postponed' THEN 'planned' ELSE m.status END,
       mail_id = CASE WHEN m.status <> 'postponed' THEN m.id END,
       why = CASE m.status WHEN 'postponed' THEN '稍后再发：' || m.answer
                           WHEN 'failed' THEN '邮件服务器拒收：' || m.answer
                           WHEN 'uncertain' THEN '已交给邮件服务器，没有等到答复，不再重发' END
     FROM mail m WHERE m.id = r.mail_id AND r.status IN ('claimed', 'uncertain') AND r.status <> m.status
       AND m.status IN ('sent', 'failed', 'postponed', 'uncertain') AND ${which}`;

const FOLLOW_THESE = prepared(follow('r.mail_id = ANY($1::uuid[])'));
const FOLLOW_SINCE = follow('m.claimed_at >= $1');
