import type { DataSource, EntityManager } from 'typeorm';
import { prepared } from '#platform/prepared';
import { COUNTED, PLANNED, type Due } from './recipients';

/** Whose reminders are taken together. */
export const BATCH = 100;

export interface Claiming {
  now: Date;
  /** Mails stay in the local mailbox, where nobody needs an address. */
  local: boolean;
}

/**
 * Takes what is planned for these people into one mail each. Reminders that they declined, or that cannot reach them, come
 * to their end here. Returns the mails. Two workers never take the same: whom another one has in hand is left out.
 */
export function claim(db: DataSource, due: readonly Due[], claiming: Claiming): Promise<string[]> {
  return db.transaction(async (tx) => {
    const free = await tx.query<{ id: string }[]>(
      'SELECT id FROM person WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED',
      [due.map(({ personId }) => personId)],
    );
    const ids = new Set(free.map(({ id }) => id));
    // A statement of its own: it sees what the worker that held the lock before has committed.
    return take(
      tx,
      due.filter(({ personId }) => ids.has(personId)),
      claiming,
    );
  });
}

async function take(tx: EntityManager, due: readonly Due[], { now, local }: Claiming): Promise<string[]> {
  const mails = await tx.query<{ id: string }[]>(TAKE, [JSON.stringify(due), now, local]);
  return mails.map(({ id }) => id);
}

const TAKE =
  prepared(`WITH wanted AS (SELECT * FROM jsonb_to_recordset($1) AS x ("personId" uuid, kind text, day date)),
     line AS (
       SELECT r.id, r.recipient_id, w.kind, w.day, coalesce(p.email, p.login) AS address,
         CASE WHEN NOT p.active THEN '收件人已停用'
              WHEN w.kind = 'digest' AND split_part(r.rule, '-', 1) = ANY(f.declined) THEN '收件人不收这类邮件' END AS over,
         CASE WHEN $3 THEN NULL
              WHEN p.email IS NULL THEN '收件人没有登记邮箱，只在系统内提醒'
              WHEN x.address IS NOT NULL THEN '邮箱 ' || p.email || ' 被邮件服务器拒收，请更正邮箱：' || x.answer END AS unreachable
       FROM wanted w JOIN reminder r ON r.recipient_id = w."personId" AND ${PLANNED} AND r.at_once = (w.kind = 'at-once')
       JOIN person p ON p.id = r.recipient_id
       LEFT JOIN mail_preference f ON f.person_id = p.id
       LEFT JOIN undeliverable_address x ON x.address = lower(p.email)
       WHERE w.kind = 'at-once'
         OR NOT EXISTS (SELECT 1 FROM mail m WHERE m.recipient_id = w."personId" AND m.day = w.day AND ${COUNTED})
       FOR UPDATE OF r),
     made AS (
       INSERT INTO mail (kind, recipient_id, address, day, claimed_at, attempt)
       SELECT kind, recipient_id, address, day, $2, 1 + (SELECT count(*) FROM mail b
         WHERE b.recipient_id = l.recipient_id AND b.kind = l.kind AND b.day = l.day AND b.status = 'postponed')
       FROM (SELECT DISTINCT recipient_id, kind, day, address FROM line WHERE over IS NULL AND unreachable IS NULL) l
       RETURNING id, recipient_id, kind),
     taken AS (
       UPDATE reminder r SET
         status = CASE WHEN l.over IS NOT NULL THEN 'superseded' WHEN l.unreachable IS NOT NULL THEN 'failed' ELSE 'claimed' END,
         why = coalesce(l.over, l.unreachable),
         settled_at = CASE WHEN l.over IS NOT NULL OR l.unreachable IS NOT NULL THEN $2::timestamptz END,
         mail_id = CASE WHEN l.over IS NULL THEN m.id END
       FROM line l LEFT JOIN made m ON m.recipient_id = l.recipient_id AND m.kind = l.kind WHERE r.id = l.id)
     SELECT id FROM made ORDER BY recipient_id`);

/** Takes notices that wait. */
export async function claimNotices(db: EntityManager, now: Date): Promise<string[]> {
  const [rows] = await db.query<[{ id: string }[]]>(
    `UPDATE mail SET status = 'claimed', claimed_at = $1, attempt = attempt + 1, settled_at = NULL
     WHERE id IN (SELECT id FROM mail WHERE kind = 'notice' AND status = 'postponed' ORDER BY claimed_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
     RETURNING id`,
    [now],
  );
  return rows.map(({ id }) => id);
}
