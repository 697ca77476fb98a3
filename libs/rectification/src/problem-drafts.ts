import { In, type EntityManager } from 'typeorm';
import type { Doer } from '#platform/history';
import { record } from '#platform/history';
import type { Day } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { presentAttachments } from '#tasks/evidence/attachment-list';
import { Cause } from './cause.entity';
import { Problem } from './problem.entity';

type Facts =
  'origin' | 'category' | 'personId' | 'leaderId' | 'duty' | 'raisedBy' | 'raisedOn' | 'dueOn' | 'lookBackMonths';

/** What a new problem is made of. Left out: raised today; from a report when it has an anchor, by hand otherwise. */
export type ProblemDraft = Pick<Problem, 'title' | 'text' | 'unitId' | 'anchorId'> & Partial<Pick<Problem, Facts>>;

/** Puts problems on record, in the order given. */
export async function openProblems(
  tx: EntityManager,
  doer: Doer & { personId: string },
  today: Day,
  drafts: readonly ProblemDraft[],
): Promise<Problem[]> {
  if (drafts.length === 0) return [];
  const numbers = await tx.query<{ n: string }[]>(`SELECT nextval('problem_number') AS n FROM generate_series(1, $1)`, [
    drafts.length,
  ]);
  const problems = await tx.save(
    Problem,
    drafts.map((draft, index) => ({
      origin: draft.anchorId === null ? ('hand' as const) : ('report' as const),
      raisedOn: today,
      ...draft,
      code: `W${today.slice(0, 4)}-${numbers[index].n.padStart(5, '0')}`,
      createdById: doer.personId,
    })),
    { chunk: 200 },
  );
  await record(tx, doer, ...problems.map(({ id }) => ({ subject: 'problem' as const, subjectId: id, action: 'open' })));
  return problems;
}

/** Takes problems back that were put on record by mistake. Throws report-item.problem-under-way when one has moved on or has evidence. */
export async function unopenProblems(tx: EntityManager, doer: Doer, ids: string[]): Promise<void> {
  const problems = await tx.find(Problem, { where: { id: In(ids) }, lock: { mode: 'pessimistic_write' } });
  const moved = problems.find(({ status }) => status !== 'open' && status !== 'withdrawn');
  if (moved) {
    const message = `问题 ${moved.code} 已报告整改或销号，不能撤回。如不再需要，请在问题页撤销。`;
    throw new DomainError('conflict', 'report-item.problem-under-way', message);
  }
  const [proved] = await presentAttachments(tx, 'problem', ids);
  if (proved) {
    const code = problems.find(({ id }) => id === proved.subjectId)?.code ?? '';
    const message = `问题 ${code} 已有佐证材料，不能撤回。如不再需要，请在问题页撤销。`;
    throw new DomainError('conflict', 'report-item.problem-under-way', message);
  }
  await record(tx, doer, ...ids.map((id) => ({ subject: 'problem' as const, subjectId: id, action: 'unopen' })));
  // A cause that the report states belongs to the report; those written for the problem go with it.
  const stated = tx.createQueryBuilder().update(Cause).set({ problemId: null });
  await stated.where('problem_id = ANY(:ids) AND anchor_id IS NOT NULL', { ids }).execute();
  await tx.delete(Problem, ids);
}
