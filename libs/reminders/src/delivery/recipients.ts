import type { EntityManager } from 'typeorm';
import type { Day } from '#platform/clock';
import type { MailKind } from './mail.entity';
import type { MailingTime, MailingWishes } from './mailing-time';

/** A mail that may go now. */
export interface Due {
  personId: string;
  kind: Exclude<MailKind, 'notice'>;
  /** The recipient's calendar day. */
  day: Day;
}

interface Waiting extends MailingWishes {
  personId: string;
  atOnce: boolean;
  digest: boolean;
  /** Days, not long ago, of which he has his digest. */
  served: Day[];
}

/** Digests that count: what was refused or put off leaves the day free. */
export const COUNTED = `m.kind = 'digest' AND m.status IN ('claimed', 'sending', 'sent', 'uncertain')`;

/** Reminders r that wait for a mail, as their index knows them. */
export const PLANNED = `r.status = 'planned' AND r.mail_id IS NULL AND r.settled_at IS NULL`;

/** Everybody for whom the ledger holds something that may go at this moment. */
export async function whoIsDue(db: EntityManager, time: MailingTime, today: Day): Promise<Due[]> {
  const waiting = await db.query<Waiting[]>(
    `SELECT r.*, w.send_hour AS "sendHour", w.quiet_from AS "quietFrom", w.quiet_to AS "quietTo", w.time_zone AS "timeZone",
       ARRAY(SELECT m.day::text FROM mail m WHERE m.recipient_id = r."personId" AND ${COUNTED} AND m.day >= $1::date - 2) AS served
     FROM (SELECT recipient_id AS "personId", bool_or(at_once) AS "atOnce", bool_or(NOT at_once) AS digest
           FROM reminder r WHERE ${PLANNED} GROUP BY recipient_id) r
     LEFT JOIN mail_preference w ON w.person_id = r."personId"
     ORDER BY r."atOnce" DESC, r."personId"`,
    [today],
  );
  return waiting.flatMap((one) => {
    const due: Due[] = one.atOnce ? [{ personId: one.personId, kind: 'at-once', day: today }] : [];
    const day = one.digest ? time.digestDay(one) : null;
    if (day !== null && !one.served.includes(day)) due.push({ personId: one.personId, kind: 'digest', day });
    return due;
  });
}
