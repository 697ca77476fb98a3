import type { EntityManager } from 'typeorm';
import { addDays } from '#language/day';
import type { AsOf } from '#organisation/calendar/working-time';
import type { Day } from '#platform/clock';
import { readPolicyBook } from '../policy/policy-book';
import { completed, heldFor, inPortions } from './candidates';
import { plan } from './plan';
import { readOrganisation } from './read-organisation';

/** Nobody asks what is planned later than this. */
const DAYS = 400;

export interface NextReminder {
  rule: string;
  on: Day;
}

/**
 * What planning intends next for a person about a task, if everything stays as it is: the same pure function is asked day
 * after day. `zone`: in which the days of reports are told. Null when nothing comes within `DAYS`.
 */
export async function nextReminder(
  db: EntityManager,
  taskId: string,
  personId: string,
  { today, calendar }: AsOf,
  zone: string,
): Promise<NextReminder | null> {
  const source = { where: 't.id = $1', values: [taskId], keys: [['t.id', 'uuid']] as const };
  const { value: rows } = await inPortions(db, source, 1).next();
  if (!rows) return null;
  const tasks = await completed(db, rows, today, zone);
  const book = await readPolicyBook(db);
  const organisation = await readOrganisation(db, today);
  const ground = { calendar, organisation, ledger: await heldFor(db, tasks), pointsOf: book.pointsOf.bind(book) };
  for (let day = today, left = DAYS; left > 0; day = addDays(day, 1), left--) {
    const own = plan(tasks, ground, day).find((one) => one.recipientId === personId || one.insteadOfId === personId);
    if (own) return { rule: own.rule, on: day };
  }
  return null;
}
