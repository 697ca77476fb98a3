import type { EntityManager } from 'typeorm';
import { linesFollow, lostLinesFollow } from './lines-follow';

/** What was claimed and not handed over goes back into the ledger, to be sent another time. */
export async function release(db: EntityManager, mailIds: readonly string[], now: Date, answer: string): Promise<void> {
  await db.query(
    `UPDATE mail SET status = 'postponed', settled_at = $2, answer = $3 WHERE id = ANY($1::uuid[]) AND status = 'claimed'`,
    [mailIds, now, answer],
  );
  await linesFollow(db, mailIds);
}

/**
 * A claim `minutes` old has lost its worker. Of what was being handed over nobody knows whether it went: it is neither
 * sent twice nor called sent. Of the rest it is certain that it did not go. Then the reminders of all mails that were taken
 * after `followedUntil` follow.
 */
export async function giveUpLost(db: EntityManager, now: Date, minutes: number, followedUntil: Date): Promise<void> {
  const since = new Date(now.getTime() - minutes * 60_000);
  await db.query(
    `UPDATE mail SET settled_at = $1,
       status = CASE status WHEN 'sending' THEN 'uncertain' ELSE 'postponed' END,
       answer = CASE status WHEN 'sending' THEN '后台任务在交给邮件服务器时中断' ELSE '后台任务在发送前中断' END
     WHERE status IN ('claimed', 'sending') AND coalesce(sending_at, claimed_at) <= $2`,
    [now, since],
  );
  await lostLinesFollow(db, followedUntil);
}
