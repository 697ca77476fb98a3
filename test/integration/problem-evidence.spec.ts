import { createHash } from 'node:crypto';
import { addDays } from '../../libs/language/src/day';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { Clock } from '../../libs/platform/src/clock';
import type { ProblemDetail, ProblemPage } from '../../libs/rectification/src/problem.view';
import type { ImportResult } from '../../libs/reports/src/report.view';
import type { ReportDetail } from '../../libs/review/src/review.view';
import type { Attached } from '../../libs/tasks/src/evidence/attachment.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Answer, Browserless } from '../support/browserless';
import { addPerson, type SignedIn } from '../support/people';

const PDF = Buffer.from('%PDF-1.7\n整改照片\n');
const sha256 = createHash('sha256').update(PDF).digest('hex');
const REPORT = `区教育局2026年上半年工作总结
一、存在的主要问题
一是优质学位供给不足。二是校园食堂管理还有薄弱环节。
二、下半年工作打算
一是扩充优质学位。12月底前完成第二实验小学扩建工程验收。
`;

jest.setTimeout(60_000);

let application: TestApplication;
let admin: Browserless;
let unit: UnitView;
let people: Record<'officer' | 'liaison' | 'verifier' | 'stranger', SignedIn>;
let today: string;

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  today = application.app.get(Clock).today();
  const [root] = await admin.get<UnitView[]>('/units');
  const add = (name: string) => admin.post<UnitView>('/units', { parentId: root.id, name }, 201);
  unit = await add('区教育局');
  const sister = await add('区水利局');
  people = {
    officer: await addPerson(application, 'officer', 'staff', unit),
    liaison: await addPerson(application, 'liaison', 'liaison', unit),
    verifier: await addPerson(application, 'verifier', 'supervisor', unit),
    stranger: await addPerson(application, 'stranger', 'supervisor', sister),
  };
});
afterAll(() => application?.close());

const aProblem = () =>
  admin.post<ProblemDetail>('/problems', { title: '食堂索证不全', unitId: unit.id, personId: people.officer.id }, 201);
const seen = ({ id }: { id: string }, by = people.officer) => by.client.get<ProblemDetail>(`/problems/${id}`);
const attach = ({ id }: { id: string }, name: string, bytes = PDF, by = people.officer) =>
  by.client.upload(`/problems/${id}/attachments`, name, bytes);
const attached = ({ statusCode, body }: Answer): string => {
  expect([statusCode, body]).toEqual([201, expect.any(String)]);
  return (JSON.parse(body) as Attached).attachmentId;
};
const codeOf = ({ body }: Answer) => (JSON.parse(body) as { code: string }).code;

describe('evidence of a problem itself', () => {
  it('is given by its unit and the one responsible, goes out byte for byte and stands in its history', async () => {
    const problem = await aProblem();
    const id = attached(await attach(problem, '整改照片.pdf'));
    attached(await attach(problem, '说明.txt', Buffer.from('已补齐索证'), people.liaison));
    const { attachments, history, version } = await seen(problem);
    expect(attachments.map(({ fileName, mine }) => [fileName, mine])).toEqual([
      ['说明.txt', false],
      ['整改照片.pdf', true],
    ]);
    expect(history[1]).toMatchObject({ action: 'attach', by: people.officer.name });
    expect(history[1].changes).toEqual([{ field: 'attachments', from: null, to: expect.stringContaining(sha256) }]);
    expect(version).toBe(problem.version + 2);
    const answer = await people.verifier.client.send('GET', `/problems/${problem.id}/attachments/${id}`);
    expect(answer.rawPayload.equals(PDF)).toBe(true);
    expect(codeOf(await attach(problem, '又一次.pdf'))).toBe('attachment.known');
  });

  it('is out of reach for others, and for whoever does not put the problem right', async () => {
    const problem = await aProblem();
    const id = attached(await attach(problem, '整改照片.pdf'));
    const path = `/problems/${problem.id}/attachments/${id}`;
    await expect(people.stranger.client.get(path)).rejects.toThrow('problem.unknown');
    expect(codeOf(await attach(problem, '图.pdf', PDF, people.stranger))).toBe('problem.unknown');
    expect(codeOf(await attach(problem, '图.pdf', PDF, people.verifier))).toBe('problem.not-yours');
    const other = await aProblem();
    await expect(people.officer.client.get(`/problems/${other.id}/attachments/${id}`)).rejects.toThrow(
      'attachment.unknown',
    );
    await expect(people.officer.client.get(`/tasks/${problem.id}/attachments/${id}`)).rejects.toThrow('task.unknown');
  });

  it('is removed by its uploader or the supervisor with a reason, and stays on record', async () => {
    const problem = await aProblem();
    const ids = [
      attached(await attach(problem, '一.pdf')),
      attached(await attach(problem, '二.txt', Buffer.from('二'))),
    ];
    const remove = async (id: string, by: SignedIn, version: number, status = 204) =>
      by.client.post(`/problems/${problem.id}/attachments/${id}/remove`, { version, reason: '误传' }, status);
    const { version } = await seen(problem);
    await expect(remove(ids[0], people.liaison, version)).rejects.toThrow('attachment.not-yours');
    await expect(remove(ids[0], people.officer, version - 1)).rejects.toThrow('problem.changed');
    await remove(ids[0], people.officer, version);
    await remove(ids[1], people.verifier, version + 1);
    const { attachments, history } = await seen(problem);
    expect(attachments.map(({ removedBy, removalReason }) => [removedBy, removalReason])).toEqual([
      [people.verifier.name, '误传'],
      [people.officer.name, '误传'],
    ]);
    expect(history[0]).toMatchObject({ action: 'detach', reason: '误传', by: people.verifier.name });
    expect(history[1].changes).toEqual([{ field: 'attachments', from: expect.stringContaining(sha256), to: null }]);
    await expect(people.officer.client.get(`/problems/${problem.id}/attachments/${ids[0]}`)).rejects.toThrow(
      'attachment.unknown',
    );
  });

  it('stays as it is once the problem is closed, and is not verified by whoever gave it', async () => {
    const both = await addPerson(application, 'both', 'supervisor', unit);
    let problem = await admin.post<ProblemDetail>(
      '/problems',
      { title: '留样不规范', unitId: unit.id, personId: both.id },
      201,
    );
    const id = attached(await attach(problem, '留样记录.pdf', PDF, both));
    problem = await admin.patch(`/problems/${problem.id}`, {
      version: problem.version + 1,
      personId: people.officer.id,
    });
    const { version } = problem;
    problem = await people.officer.client.post(`/problems/${problem.id}/rectify`, { version, result: '已规范' });
    const close = { version: problem.version, evidence: '留样记录' };
    await expect(both.client.post(`/problems/${problem.id}/close`, close)).rejects.toThrow('problem.own-work');
    problem = await people.verifier.client.post(`/problems/${problem.id}/close`, close);
    expect(problem.attachments).toMatchObject([{ id, removedAt: null }]);
    const removal = { version: problem.version, reason: '不要了' };
    await expect(
      people.verifier.client.post(`/problems/${problem.id}/attachments/${id}/remove`, removal),
    ).rejects.toThrow('problem.move-impossible');
    expect(codeOf(await attach(problem, '迟到.txt', Buffer.from('迟到')))).toBe('problem.move-impossible');
  });

  it('stands beside that of its measures', async () => {
    let problem = await aProblem();
    problem = await admin.post(`/problems/${problem.id}/measures`, {
      ...{ version: problem.version, title: '逐家核查索证' },
      ...{ leadUnitId: unit.id, assigneeId: people.officer.id, dueOn: addDays(today, 20) },
    });
    const [task] = problem.tasks;
    await people.officer.client.post(`/tasks/${task.id}/accept`, { version: task.version });
    const upload = await people.officer.client.upload(`/tasks/${task.id}/attachments`, '核查表.pdf', PDF);
    const id = attached(upload);
    problem = await seen(problem);
    expect(problem.attachments).toEqual([]);
    expect(problem.tasks[0].attachments).toEqual([{ id, fileName: '核查表.pdf', shown: true }]);
  });

  it('keeps a problem of a report from being taken back as if nothing had been done', async () => {
    const upload = await admin.upload('/documents', '教育局.txt', Buffer.from(REPORT));
    const [{ id: reportId }] = (JSON.parse(upload.body) as ImportResult).reports;
    const { items } = await admin.get<ReportDetail>(`/reports/${reportId}`);
    const itemIds = items.filter(({ kind }) => kind === 'problem').map(({ id }) => id);
    await admin.post(`/reports/${reportId}/items/accept`, { itemIds });
    const { rows } = await admin.get<ProblemPage>(`/problems?reportId=${reportId}`);
    attached(await attach(rows[0], '整改照片.pdf', PDF, people.liaison));
    await expect(admin.post(`/reports/${reportId}/items/restore`, { itemIds })).rejects.toThrow(
      'report-item.problem-under-way',
    );
    expect((await admin.get<ProblemPage>(`/problems?reportId=${reportId}`)).total).toBe(rows.length);
  });
});
