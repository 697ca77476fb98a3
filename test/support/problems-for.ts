import { randomUUID } from 'node:crypto';
import type { DataSource, DeepPartial } from 'typeorm';
import { Cause } from '../../libs/rectification/src/cause.entity';
import { LookBack } from '../../libs/rectification/src/look-back.entity';
import { Measure } from '../../libs/rectification/src/measure.entity';
import type { ProblemStatus } from '../../libs/rectification/src/problem-status';
import { Problem } from '../../libs/rectification/src/problem.entity';
import { Anchor } from '../../libs/reports/src/anchor.entity';

interface Owner {
  mark: string;
  unitId: string;
  personId: string;
  createdById: string;
}

/** Makes problems of a unit at any stage; a closed one waits for its look-back. */
export const problemsFor =
  (db: DataSource, { mark, ...owner }: Owner) =>
  async (status: ProblemStatus, more: DeepPartial<Problem> = {}): Promise<Problem> => {
    const words = { code: randomUUID(), title: `${mark}片区问题`, text: `${mark}片区问题`, raisedOn: '2026-01-01' };
    const closed = status === 'closed' ? { closedOn: '2026-06-01' } : {};
    const problem = await db.getRepository(Problem).save({ ...words, ...owner, status, ...closed, ...more } as Problem);
    if (status === 'closed') await db.getRepository(LookBack).save({ problemId: problem.id, dueOn: '2026-12-01' });
    return problem;
  };

/** A cause of the problem's own. */
export const causeOf = async (db: DataSource, { id, unitId }: Problem): Promise<string> =>
  (await db.getRepository(Cause).save({ text: '原因', unitId, problemId: id })).id;

export const measureOf = async (db: DataSource, problem: Problem, taskId: string): Promise<string> => {
  await db.getRepository(Measure).insert({ problemId: problem.id, taskId });
  return taskId;
};

/** A place in a report, for a problem that comes from it. */
export const anchorIn = async (db: DataSource, reportId: string): Promise<string> => {
  const place = { sectionKey: '1', sectionPath: [], quote: '原文', startOffset: 0, endOffset: 2 };
  return (await db.getRepository(Anchor).save({ reportId, ...place })).id;
};

/** A cause that the problem's report states for its problems together. */
export const sharedCauseOf = async (db: DataSource, reportId: string, { unitId }: Problem): Promise<string> =>
  (await db.getRepository(Cause).save({ text: '原因', unitId, anchorId: await anchorIn(db, reportId) })).id;
