import type { EntityManager } from 'typeorm';
import { HistoryEntry, type Change } from './history.entity';

/** Who acts: a person, or the system itself when `personId` is null. */
export interface Doer {
  personId: string | null;
  name: string;
}

export interface Deed {
  subject: 'unit' | 'person' | 'document' | 'report' | 'report-item' | 'task' | 'problem';
  subjectId: string;
  action: string;
  changes?: Change[];
  reason?: string | null;
}

/** Writes history in the transaction of the deeds themselves: both are kept, or neither. */
export async function record(tx: EntityManager, doer: Doer, ...deeds: Deed[]): Promise<void> {
  const rows = deeds.map((deed) => ({
    actorId: doer.personId,
    actorName: doer.name,
    subject: deed.subject,
    subjectId: deed.subjectId,
    action: deed.action,
    changes: deed.changes ?? [],
    reason: deed.reason ?? null,
  }));
  for (let from = 0; from < rows.length; from += 1000) await tx.insert(HistoryEntry, rows.slice(from, from + 1000));
}

type Fact = string | number | null;

/** The fields of `after` that differ from `before`, for the history. */
export function changesBetween<T extends Record<string, Fact>>(before: T, after: Partial<T>): Change[] {
  const written = (fact: Fact | undefined) => (fact === null || fact === undefined ? null : String(fact));
  return Object.entries(after)
    .filter(([field, to]) => to !== undefined && before[field] !== to)
    .map(([field, to]) => ({ field, from: written(before[field]), to: written(to) }));
}
