import type { APIRequestContext } from 'playwright-core';
import { addDays } from '../../libs/language/src/day';
import { dayIn } from '../../libs/platform/src/clock';
import type { Ids } from './every-route';

const FIRST = `区教育局关于2026年前三季度工作情况的报告

一、前三季度工作情况
新建公办幼儿园2所，新增学位720个，教师交流轮岗比例达到百分之二十，校园安全形势总体平稳。
二、存在的主要问题
一是优质学位供给与群众期盼还有差距。二是校园食堂管理还有薄弱环节。
三、下一步工作打算
（一）扩充优质学位。12月底前完成第二实验小学扩建工程验收，新增学位1200个。
（二）规范校园食堂。11月底前对全区20家中小学食堂开展一次全面检查，建立问题台账并逐项整改。
`;
const SECOND = FIRST.replace('情况的报告', '情况的报告（更正稿）').replace('12月底前完成', '12月20日前完成');

/** Something to see on every page: reports with an edition, tasks of several lights, a problem, a hooked leader, a round. */
export async function seedPages(admin: APIRequestContext, base: string): Promise<Ids> {
  const get = async <T>(path: string): Promise<T> => read(path, await admin.get(`${base}/api/v1${path}`));
  const post = async <T>(path: string, data?: object): Promise<T> =>
    read(path, await admin.post(`${base}/api/v1${path}`, { data }));
  const importText = async (name: string, text: string) => {
    const multipart = { file: { name, mimeType: 'text/plain', buffer: Buffer.from(text) } };
    const path = '/documents';
    const { reports } = await read<{ reports: { id: string }[] }>(
      path,
      await admin.post(`${base}/api/v1${path}`, { multipart }),
    );
    return reports[0].id;
  };

  await post('/set-up/examples');
  const { rows: reports } = await get<{ rows: { id: string }[] }>('/reports');
  for (const { id } of reports.slice(0, 1)) {
    const { items } = await get<{ items: { id: string }[] }>(`/reports/${id}`);
    await post(`/reports/${id}/items/accept`, { itemIds: items.map((item) => item.id) });
  }
  await importText('第一稿.txt', FIRST);
  const edition = await importText('更正稿.txt', SECOND);

  const units = await get<{ id: string; parentId: string | null }[]>('/units');
  const root = units.find(({ parentId }) => parentId === null);
  const [one, other] = units.filter(({ parentId }) => parentId === root?.id);
  const [leader] = await get<{ id: string }[]>(`/people/leaders?unitId=${one.id}`);
  const today = dayIn('Asia/Shanghai', new Date());
  const tasks: string[] = [];
  for (const [title, days] of Object.entries({ 更换老旧路灯: -12, 疏通雨污管网: 2, 修补市政道路: 200 })) {
    const dueOn = addDays(today, days);
    const { id, version } = await post<{ id: string; version: number }>('/tasks', {
      ...{ title, leadUnitId: one.id, leaderId: leader.id, dueOn },
    });
    await post(`/tasks/${id}/assign`, { version, leadUnitId: one.id, dueOn });
    tasks.push(id);
  }
  const problem = await post<{ id: string }>('/problems', {
    ...{ title: '部分企业隐患自查流于形式', origin: 'audit', unitId: one.id, leaderId: leader.id },
    dueOn: addDays(today, 20),
  });
  const round = await post<{ id: string; lines: { id: string }[] }>('/inspections', {
    ...{ kind: 'cross', unitId: root?.id, title: '四季度交叉检查', startsOn: today, endsOn: addDays(today, 20) },
    pairs: [{ inspectedUnitId: one.id, inspectingUnitId: other.id }],
  });
  return {
    ...{ report: reports[0].id, edition, task: tasks[0], problem: problem.id, leader: leader.id },
    ...{ round: round.id, check: round.lines[0].id },
  };
}

async function read<T>(
  path: string,
  answer: { ok(): boolean; status(): number; text(): Promise<string>; json(): Promise<unknown> },
): Promise<T> {
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}
