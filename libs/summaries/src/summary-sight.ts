import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { DomainError } from '#platform/domain-error';
import { Summary } from './summary.entity';

export const unknownSummary = () =>
  new DomainError('unknown', 'summary.unknown', '没有找到这份进展报告，或您无权查看。');

/** Throws summary.unknown, also for whoever does not read the tasks of its unit. */
export async function readSummary(db: EntityManager, actor: Actor, id: string): Promise<Summary> {
  const summary = await db.findOneBy(Summary, { id });
  if (!summary || !actor.covers('task.read', summary.unitId)) throw unknownSummary();
  return summary;
}

/** Throws summary.forbidden: only who supervises the unit writes and issues its reports. */
export function refuseWriter(actor: Actor, unitId: string): void {
  if (actor.covers('task.assign', unitId)) return;
  throw new DomainError('forbidden', 'summary.forbidden', '只有督办这个单位的督办员可以编写和签发它的进展报告。');
}

/** Throws summary.issued: what is wrong in an issued report is put right in the next one. */
export function refuseIssued({ status }: Pick<Summary, 'status'>): void {
  if (status === 'draft') return;
  throw new DomainError('conflict', 'summary.issued', '这份进展报告已经签发，不能再改；有更正请写入下一期报告。');
}
