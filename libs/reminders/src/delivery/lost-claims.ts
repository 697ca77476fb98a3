import type { EntityManager } from 'typeorm';

const PUT_OFF = `
  put_off AS (UPDATE reminder r SET status = 'planned', mail_id = NULL FROM free f WHERE r.mail_id = f.id AND r.status = 'claimed')`;

/** What was claimed and not handed over goes back into the ledger, to be sent another time. */
export async function release(db: EntityManager, mailIds: readonly string[], now: Date, answer: string): Promise<void> {
  await db.query(
    `WITH free AS (
       UPDATE mail SET status = 'postponed', settled_at = $2, answer = $3
       WHERE id = ANY($1::uuid[]) AND status = 'claimed' RETURNING id),
     ${PUT_OFF}
     SELECT count(*) FROM free`,
    [mailIds, now, answer],
  );
}

/**
 * A claim `minutes` old has lost its worker. Of what was being handed over nobody knows whether it went: it is neither
 * sent twice nor called sent. Of the rest it is certain that it did not go.
 */
export async function giveUpLost(db: EntityManager, now: Date, minutes: number): Promise<void> {
  await db.query(
    `WITH lost AS (
       UPDATE mail SET status = 'uncertain', settled_at = $1, answer = '后台任务在交给邮件服务器时中断'
       WHERE status = 'sending' AND sending_at <= $1::timestamptz - make_interval(mins => $2) RETURNING id),
     unknown AS (
       UPDATE reminder r SET status = 'uncertain', settled_at = $1, why = '已交给邮件服务器，没有等到答复，不再重发'
       FROM lost WHERE r.mail_id = lost.id AND r.status = 'claimed'),
     free AS (
       UPDATE mail SET status = 'postponed', settled_at = $1, answer = '后台任务在发送前中断，重新安排'
       WHERE status = 'claimed' AND claimed_at <= $1::timestamptz - make_interval(mins => $2) RETURNING id),
     ${PUT_OFF}
     SELECT count(*) FROM free`,
    [now, minutes],
  );
}
