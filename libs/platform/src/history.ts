import type { EntityManager } from 'typeorm';
import type { Change } from './history.entity';
import { prepared } from './prepared';
import { storable } from './storable';

/** Who acts: a person, or the system itself when `personId` is null. */
export interface Doer {
  personId: string | null;
  name: string;
}

/** What history speaks of; `history` itself when it is read or verified. */
export const SUBJECTS = [
  'unit',
  'person',
  'document',
  'report',
  'report-item',
  'task',
  'problem',
  'inspection-round',
  'inspection-check',
  'calendar',
  'history',
  'ledger-import',
  'mail-template',
  'webhook-channel',
  'saved-view',
  'summary',
] as const;
export type Subject = (typeof SUBJECTS)[number];

export interface Deed {
  subject: Subject;
  subjectId: string;
  action: string;
  changes?: Change[];
  reason?: string | null;
  /** The subject's version after the deed, so that a refused edit can say what changed since. */
  version?: number;
  /** For whom it was done: an absent person 代理, or a body without accounts. */
  onBehalfOf?: string | null;
  /** Where the subject belongs, for kinds of which the database function `history_unit` does not know it. */
  unitId?: string;
}

const APPEND = prepared('SELECT append_history($1)');

/**
 * Writes history in the transaction of the deeds themselves: both are kept, or neither. One round trip for all of them.
 * Call it last: the transaction's lane of the chain stays locked until the commit.
 */
export async function record(tx: EntityManager, doer: Doer, ...deeds: Deed[]): Promise<void> {
  if (deeds.length === 0) return;
  const rows = deeds.map((deed) => ({
    actor_id: doer.personId,
    actor_name: deed.onBehalfOf ? `${doer.name}（代${deed.onBehalfOf}）` : doer.name,
    subject: deed.subject,
    subject_id: deed.subjectId,
    action: deed.action,
    changes: deed.changes ?? [],
    reason: deed.reason,
    version: deed.version,
    unit_id: deed.unitId,
  }));
  await tx.query(APPEND, [storable(rows)]);
}

type Fact = string | number | null;

/** The fields of `after` that differ from `before`, for the history. */
export function changesBetween<T extends Record<string, Fact>>(before: T, after: Partial<T>): Change[] {
  const written = (fact: Fact | undefined) => (fact === null || fact === undefined ? null : String(fact));
  return Object.entries(after)
    .filter(([field, to]) => to !== undefined && before[field] !== to)
    .map(([field, to]) => ({ field, from: written(before[field]), to: written(to) }));
}
