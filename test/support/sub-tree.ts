import { randomUUID } from 'node:crypto';
import { DataSource, type DeepPartial } from 'typeorm';
import { Position } from '../../libs/organisation/src/position.entity';
import type { AddedPerson, PersonView } from '../../libs/organisation/src/person.view';
import { ROLES, type Role } from '../../libs/organisation/src/role';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { Problem } from '../../libs/rectification/src/problem.entity';
import type { ProblemStatus } from '../../libs/rectification/src/problem-status';
import { Reminder } from '../../libs/reminders/src/reminder.entity';
import type { ImportResult } from '../../libs/reports/src/report.view';
import type { ReportChanges } from '../../libs/review/src/edition.view';
import type { AcceptedItems, ReportDetail, ReportItemView } from '../../libs/review/src/review.view';
import { Milestone } from '../../libs/tasks/src/milestone.entity';
import type { TaskStatus } from '../../libs/tasks/src/task-status';
import { LedgerImport } from '../../libs/tasks/src/ledger-import/ledger-import.entity';
import { Attachment, type AttachmentSubject } from '../../libs/tasks/src/evidence/attachment.entity';
import { TaskRequest } from '../../libs/tasks/src/requests/task-request.entity';
import { Task } from '../../libs/tasks/src/task.entity';
import type { TestApplication } from './application';
import { growMailWork } from './mailwork-rights';
import { problemsFor } from './problems-for';
import type { Browserless } from './browserless';

/** A unit with one below it, somebody in every role, a vacant position, and work in every stage. All that it holds bears its mark. */
export interface SubTree {
  mark: string;
  unit: UnitView;
  below: UnitView;
  /** One for each role, all held in `unit`. */
  people: Record<Role, { id: string; client: Browserless }>;
  /** Somebody who does nothing, to be managed by others. */
  other: PersonView;
  file: { name: string; bytes: Buffer };
  documentId: string;
  report: ReportDetail;
  /** Two neighbours that were accepted, and one that is still a proposal. */
  decided: ReportItemView[];
  proposed: ReportItemView;
  /** The corrected version of another report, with a change in it that waits for a decision. */
  corrected: { id: string; changeId: string };
  /** A new task of the unit in this stage, for its `staff`. */
  task(status: TaskStatus, more?: DeepPartial<Task>): Promise<Task>;
  /** A new problem of the unit in this stage, for its `staff` to put right. */
  problem(status: ProblemStatus, more?: DeepPartial<Problem>): Promise<Problem>;
  db: DataSource;
  /** A new stage of a task. */
  milestone(taskId: string): Promise<string>;
  /** A new piece of evidence for a task or a problem, from its `staff`; its content is the sub-tree's file. */
  attachment(subject: AttachmentSubject, subjectId: string): Promise<string>;
  /** What `staff` asks for about a task. */
  request(taskId: string): Promise<string>;
  /** A line of the ledger of reminders about a new task of `staff`, for this person. */
  reminder(recipientId: string, more?: DeepPartial<Reminder>): Promise<Reminder>;
  /** A ledger that was taken over and became nothing. */
  ledgerImport(): Promise<string>;
  /** A new empty unit below. */
  emptyUnit(): Promise<UnitView>;
}

const reportOf = (mark: string) => `${mark}片区关于2026年上半年工作情况的报告

上半年，${mark}片区紧扣年度目标，持续开展日常巡查和专项整治，各项重点工作有序推进，基层基础进一步夯实。
一、存在的问题
一是${mark}片区巡查不到位。二是${mark}片区台账不完整。
二、下一步工作打算
一是完善${mark}片区巡查制度。9月底前完成修订。
二是补齐${mark}片区工作台账。年底前完成。
三是组织${mark}片区业务培训。年底前完成两期。
`;

const safetyReportOf = (mark: string, due: string) => `关于2026年前三季度安全生产工作情况的报告（${mark}片区）

一、前三季度工作情况
召开专题会议9次，约谈企业14家，排查整治各类隐患三百余处，重大隐患全部挂牌督办。
二、下一步工作打算
一是开展危化品企业专项检查。${due}前完成对全区20家危化品企业的检查，建立问题台账。
二是补充基层监管力量。年底前招录专职安全员20名，充实到各镇街应急管理站。
三是加强宣传培训工作。持续开展安全生产进校园、进社区、进企业活动。
`;

/** Fills a sub-tree below `root`, as its administrator would. */
export async function growSubTree(application: TestApplication, root: UnitView, mark: string): Promise<SubTree> {
  const { admin, app } = application;
  const db = app.get(DataSource);
  const addUnit = (parentId: string, name: string) => admin.post<UnitView>('/units', { parentId, name }, 201);
  const unit = await addUnit(root.id, `${mark}片区`);
  const below = await addUnit(unit.id, `${mark}一科`);

  const addPerson = async (login: string, role: Role, more: object = {}) =>
    admin.post<AddedPerson>(
      '/people',
      {
        name: `${mark}${login}`,
        login: `${login}-${unit.id}`,
        roles: [{ unitId: unit.id, role }],
        positions: [],
        ...more,
      },
      201,
    );
  const people = {} as SubTree['people'];
  for (const role of ROLES) {
    const { person, oneTimePassword } = await addPerson(role, role);
    people[role] = { id: person.id, client: await application.signIn(person.login, oneTimePassword) };
  }
  const { person: other } = await addPerson('other', 'staff');
  await db.getRepository(Position).save({ unitId: unit.id, title: `${mark}主任`, personId: null });

  const { client } = people.supervisor;
  const file = { name: `${mark}片区总结.txt`, bytes: Buffer.from(reportOf(mark)) };
  const importText = async (name: string, bytes: Buffer) =>
    JSON.parse((await client.upload('/documents', name, bytes)).body) as ImportResult;
  const imported = await importText(file.name, file.bytes);
  const reportId = imported.reports[0].id;
  const { items } = await client.get<ReportDetail>(`/reports/${reportId}`);
  const last = items.findLast(({ kind }) => kind === 'next_step') as ReportItemView;
  const itemIds = items.filter(({ id }) => id !== last.id).map(({ id }) => id);
  await client.post<AcceptedItems>(`/reports/${reportId}/items/accept`, { itemIds });
  const report = await client.get<ReportDetail>(`/reports/${reportId}`);

  const safety = await importText('安全.txt', Buffer.from(safetyReportOf(mark, '11月底')));
  const safetyDesk = await client.get<ReportDetail>(`/reports/${safety.reports[0].id}`);
  await client.post(`/reports/${safetyDesk.id}/items/accept`, { itemIds: safetyDesk.items.map((item) => item.id) });
  const corrected = await importText('安全（更正）.txt', Buffer.from(safetyReportOf(mark, '12月20日')));
  const correctedId = corrected.reports[0].id;
  const changes = await client.get<ReportChanges>(`/reports/${correctedId}/changes`);

  const task: SubTree['task'] = (status, more = {}) =>
    db.getRepository(Task).save({
      code: randomUUID(),
      title: `${mark}片区任务`,
      text: `${mark}片区任务`,
      status,
      leadUnitId: unit.id,
      assigneeId: people.staff.id,
      createdById: people.supervisor.id,
      ...(status === 'closed' ? { closedOn: '2026-06-01', closedAt: new Date('2026-06-01') } : {}),
      ...(status === 'suspended' ? { suspendedFrom: 'accepted' } : {}),
      ...more,
    } as DeepPartial<Task>) as Promise<Task>;
  const request: SubTree['request'] = async (taskId) => {
    const asked = { taskId, kind: 'drop', reason: `${mark}片区申请`, askedById: people.staff.id } as const;
    return (await db.getRepository(TaskRequest).save(asked)).id;
  };
  await request((await task('in-progress', { dueOn: '2026-01-01' })).id);
  const problem = problemsFor(db, {
    mark,
    unitId: unit.id,
    personId: people.staff.id,
    createdById: people.supervisor.id,
  });
  await problem('closed');
  const ledgerImport: SubTree['ledgerImport'] = async () => {
    const { sha256 } = imported.document;
    const read = { sha256, fileName: file.name, sheet: '表格', settings: {}, fingerprint: randomUUID(), tasks: 0 };
    const by = { unitId: unit.id, importedById: people.supervisor.id };
    return (await db.getRepository(LedgerImport).save({ ...read, ...by })).id;
  };
  await ledgerImport();
  const reminder: SubTree['reminder'] = async (recipientId, more = {}) => {
    const { id: taskId } = await task('in-progress', { dueOn: '2026-03-01' });
    const planned = { taskId, rule: 'before-7', dueOn: '2026-03-01', recipientId, plannedOn: '2026-02-18', ...more };
    return db.getRepository(Reminder).save(planned as DeepPartial<Reminder>) as Promise<Reminder>;
  };
  for (const { id } of Object.values(people)) await reminder(id);
  await growMailWork({ db, unit, mark, other });
  return {
    ...{ mark, unit, below, people, other, file, report, task, request, problem, reminder, ledgerImport, db },
    documentId: imported.document.id,
    decided: report.items.filter(({ kind, status }) => kind === 'next_step' && status === 'accepted'),
    proposed: report.items.find(({ id }) => id === last.id) as ReportItemView,
    corrected: {
      id: correctedId,
      changeId: changes.items.find(({ decision }) => decision === 'pending')?.id as string,
    },
    milestone: async (taskId) =>
      (await db.getRepository(Milestone).save({ taskId, title: `${mark}片区阶段`, dueOn: '2026-09-01' })).id,
    attachment: async (subject, subjectId) => {
      const { sha256, size } = imported.document;
      const kept = { subject, subjectId, sha256, size, fileName: file.name };
      const by = { mediaType: 'text/plain; charset=utf-8', uploadedById: people.staff.id };
      return (await db.getRepository(Attachment).save({ ...kept, ...by })).id;
    },
    emptyUnit: () => addUnit(below.id, `${mark}组${randomUUID()}`),
  };
}
