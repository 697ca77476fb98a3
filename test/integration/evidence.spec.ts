import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { DataSource } from 'typeorm';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { Attached } from '../../libs/tasks/src/evidence/attachment.view';
import { MAX_ATTACHMENT_BYTES, MOST_ATTACHMENTS } from '../../libs/tasks/src/evidence/attachments';
import type { TaskDetail } from '../../libs/tasks/src/task.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Answer, Browserless } from '../support/browserless';
import { addPerson, type SignedIn } from '../support/people';
import { anAcceptedTask } from '../support/tracked-task';
import { until } from '../support/until';

const PDF = Buffer.from('%PDF-1.7\n检查记录\n');
const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(40)]);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

jest.setTimeout(60_000);

let application: TestApplication;
let unit: UnitView;
let sister: UnitView;
let officer: SignedIn;
let colleague: SignedIn;
let verifier: SignedIn;
let stranger: SignedIn;
let db: DataSource;

beforeAll(async () => {
  application = await startApplication();
  db = application.app.get(DataSource);
  const [root] = await application.admin.get<UnitView[]>('/units');
  const add = (name: string) =>
    application.admin.post<UnitView>('/units', { parentId: root.id, name, aliases: [] }, 201);
  unit = await add('区教育局');
  sister = await add('区水利局');
  officer = await addPerson(application, 'officer', 'staff', unit);
  colleague = await addPerson(application, 'colleague', 'liaison', unit);
  verifier = await addPerson(application, 'verifier', 'supervisor', unit);
  stranger = await addPerson(application, 'stranger', 'supervisor', sister);
});
afterAll(() => application?.close());

const aTask = () => anAcceptedTask(application, unit, officer);
const seen = (task: TaskDetail, by: Browserless = officer.client) => by.get<TaskDetail>(`/tasks/${task.id}`);
const attach = (task: TaskDetail, name: string, bytes: Uint8Array, by: Browserless = officer.client) =>
  by.upload(`/tasks/${task.id}/attachments`, name, bytes);
const attached = (answer: Answer): Attached => {
  expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
  return JSON.parse(answer.body) as Attached;
};
const refused = (answer: Answer) => {
  const { code, detail } = JSON.parse(answer.body) as { code: string; detail: string };
  return { status: answer.statusCode, code, detail };
};
const storedFiles = async () => (await db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM stored_file'))[0].n;
const waitingUploads = () => readdirSync(tmpdir()).filter((name) => name.startsWith('luoshi-upload-'));
const report = async (task: TaskDetail, move: 'progress' | 'submit', narrative = '已检查。') => {
  const { version } = await seen(task);
  const body = move === 'progress' ? { version, percent: 50, narrative } : { version, narrative };
  return officer.client.post<TaskDetail>(`/tasks/${task.id}/${move}`, body);
};

describe('evidence', () => {
  it('is kept by content, once, and goes out byte for byte', async () => {
    const [one, other] = [await aTask(), await aTask()];
    const before = await storedFiles();
    attached(await attach(one, '检查记录.pdf', PDF));
    const { attachmentId } = attached(await attach(other, '另一个名字.pdf', PDF));
    expect(await storedFiles()).toBe(before + 1);
    const again = refused(await attach(other, '第三个名字.pdf', PDF));
    expect(again).toMatchObject({
      status: 409,
      code: 'attachment.known',
      detail: expect.stringContaining('另一个名字'),
    });

    const { attachments, history } = await seen(other);
    expect(attachments).toEqual([
      expect.objectContaining({ fileName: '另一个名字.pdf', sha256: sha256(PDF), size: PDF.length, mine: true }),
    ]);
    expect(history[0]).toMatchObject({ action: 'attach', by: officer.name });
    expect(history[0].changes[0].to).toContain(sha256(PDF));
    const answer = await officer.client.send('GET', `/tasks/${other.id}/attachments/${attachmentId}`);
    expect(answer.rawPayload.equals(PDF)).toBe(true);
  });

  it('of several pieces comes together again', async () => {
    const task = await aTask();
    const film = Buffer.alloc(3_500_000, 'x');
    film.write('\0\0\0\x18ftypisom', 0, 'latin1');
    film.writeUInt32BE(7, film.length - 4);
    const { attachmentId } = attached(await attach(task, '现场.mp4', film));
    const answer = await officer.client.send('GET', `/tasks/${task.id}/attachments/${attachmentId}`);
    expect(sha256(answer.rawPayload)).toBe(sha256(film));
    expect(answer.headers['content-length']).toBe(String(film.length));
  });

  it('is sent with headers that let nothing run', async () => {
    const task = await aTask();
    const pdf = attached(await attach(task, "a'(1)*记录.pdf", PDF)).attachmentId;
    const text = attached(await attach(task, '记录.txt', Buffer.from('已整改 <b>5</b> 处'))).attachmentId;
    const docx = attached(await attach(task, '图.png', PNG)).attachmentId;
    const headers = async (id: string, query = '') =>
      (await officer.client.send('GET', `/tasks/${task.id}/attachments/${id}${query}`)).headers;

    expect(await headers(pdf)).toMatchObject({
      'content-disposition': "attachment; filename*=UTF-8''a%27%281%29%2a%E8%AE%B0%E5%BD%95.pdf",
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/),
      'cache-control': 'private, no-store',
    });
    expect(await headers(text, '?inline=1')).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': expect.stringMatching(/^inline; /),
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect(await headers(docx, '?inline=1')).toMatchObject({ 'content-type': 'image/png' });
  });

  it('takes its type from the content and says so when the name told another', async () => {
    const task = await aTask();
    const { fileName, notice } = attached(await attach(task, '照片.pdf', PNG));
    expect([fileName, notice]).toEqual(['照片.png', expect.stringContaining('PNG 图片')]);
    const html = attached(await attach(task, '<img src=x onerror=alert(1)>.pdf', PDF));
    expect(html.fileName).toBe('<img src=x onerror=alert(1)>.pdf');
  });

  it.each([
    ['安装.pdf', Buffer.from([0x4d, 0x5a, 0x90, 0, 3]), 'attachment.type-refused', '程序'],
    ['记录.txt', Buffer.from('<script>alert(1)</script>'), 'attachment.type-refused', '网页'],
    ['图.png', Buffer.from('<svg onload="alert(1)"/>'), 'attachment.type-refused', 'SVG'],
    ['空.pdf', Buffer.alloc(0), 'attachment.empty', '空文件'],
  ])('refuses %s and keeps nothing of it', async (name, bytes, code, word) => {
    const task = await aTask();
    const before = await storedFiles();
    expect(refused(await attach(task, name, bytes))).toMatchObject({ code, detail: expect.stringContaining(word) });
    expect(await storedFiles()).toBe(before);
    expect((await seen(task)).version).toBe(task.version);
  });

  it('refuses a file that is too large', async () => {
    const task = await aTask();
    const before = await storedFiles();
    const answer = refused(await attach(task, '大.pdf', Buffer.concat([PDF, Buffer.alloc(MAX_ATTACHMENT_BYTES)])));
    expect(answer).toMatchObject({ status: 413, code: 'upload.too-large', detail: expect.stringContaining('50 MB') });
    expect([await storedFiles(), waitingUploads()]).toEqual([before, []]);
  });

  it('ends at so many files for one task', async () => {
    const task = await aTask();
    attached(await attach(task, '记录.pdf', PDF));
    await db.query(
      `INSERT INTO attachment (subject, subject_id, sha256, file_name, media_type, size, uploaded_by_id)
       SELECT 'task', $1, $2, 'x', 'application/pdf', 1, $3 FROM generate_series(2, $4)`,
      [task.id, sha256(PDF), officer.id, MOST_ATTACHMENTS],
    );
    expect(refused(await attach(task, '图.png', PNG))).toMatchObject({ status: 409, code: 'attachment.too-many' });
  });

  it('leaves nothing of an upload that is cut off half-way', async () => {
    const task = await aTask();
    const before = await storedFiles();
    await application.app.listen(0, '127.0.0.1');
    const { port } = application.app.getHttpServer().address() as AddressInfo;
    const session = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'officer', password: 'officer-correct-horse-7' }),
    });
    const cookie = String(session.headers.get('set-cookie')).split(';')[0];
    const socket = connect(port, '127.0.0.1');
    const open = (name: string) =>
      `--edge\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${PDF.toString('latin1')}`;
    socket.write(
      `POST /api/v1/tasks/${task.id}/attachments HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\n` +
        `content-type: multipart/form-data; boundary=edge\r\ncontent-length: 900000\r\n\r\n${open('a.pdf')}`,
    );
    socket.write(Buffer.alloc(300_000, 'x'));
    await until(async () => waitingUploads().length === 1);
    socket.destroy();
    await once(socket, 'close');
    await until(async () => waitingUploads().length === 0);
    expect(await storedFiles()).toBe(before);
    expect(await seen(task)).toMatchObject({ version: task.version, attachments: [] });
  });

  it('is out of reach for whoever does not see the task, and for whoever does not work on it', async () => {
    const task = await aTask();
    const { attachmentId } = attached(await attach(task, '记录.pdf', PDF));
    const path = `/tasks/${task.id}/attachments/${attachmentId}`;
    await expect(stranger.client.get(path)).rejects.toThrow('task.unknown');
    expect(refused(await attach(task, '图.png', PNG, stranger.client)).code).toBe('task.unknown');
    expect(refused(await attach(task, '图.png', PNG, verifier.client))).toMatchObject({ code: 'task.not-yours' });
    const other = await aTask();
    await expect(officer.client.get(`/tasks/${other.id}/attachments/${attachmentId}`)).rejects.toThrow(
      'attachment.unknown',
    );
  });

  it('is removed by its uploader or the supervisor with a reason, and stays on record', async () => {
    const task = await aTask();
    const { attachmentId } = attached(await attach(task, '记录.pdf', PDF));
    const path = `/tasks/${task.id}/attachments/${attachmentId}`;
    const { version } = await seen(task);
    await expect(colleague.client.post(`${path}/remove`, { version, reason: '误传' })).rejects.toThrow(
      'attachment.not-yours',
    );
    await expect(officer.client.post(`${path}/remove`, { version, reason: '' })).rejects.toThrow('请填写理由');
    await officer.client.post(`${path}/remove`, { version, reason: '误传' }, 204);
    await expect(officer.client.get(path)).rejects.toThrow('attachment.unknown');
    const { attachments, history } = await seen(task);
    expect(attachments[0]).toMatchObject({ fileName: '记录.pdf', removalReason: '误传', removedBy: officer.name });
    expect(history[0]).toMatchObject({ action: 'detach', reason: '误传' });
    expect(history[0].changes[0].from).toContain(sha256(PDF));
    attached(await attach(task, '记录.pdf', PDF));
  });

  it('belongs to the report that it was uploaded for', async () => {
    const task = await aTask();
    const first = attached(await attach(task, '一.pdf', PDF)).attachmentId;
    const { progressEntries, attachments } = await report(task, 'progress');
    expect(attachments).toEqual([expect.objectContaining({ id: first, progressEntryId: progressEntries[0].id })]);
    attached(await attach(task, '二.png', PNG));
    expect((await seen(task)).attachments.map(({ progressEntryId }) => progressEntryId)).toEqual([
      null,
      progressEntries[0].id,
    ]);
  });
});

describe('the duty to give evidence', () => {
  const policy = (unitId: string, evidenceRequired: boolean | null, version: number) =>
    application.admin.post<{ version: number }>(`/policies/${unitId}`, { evidenceRequired, version });

  const own = async () => {
    const policies = await verifier.client.get<{ unitId: string; version: number }[]>('/policies');
    return policies.find(({ unitId }) => unitId === unit.id) ?? { version: 0 };
  };

  it('comes from the nearest policy, or from the task itself', async () => {
    const [root] = await application.admin.get<UnitView[]>('/units');
    expect((await seen(await aTask())).evidenceNeeded).toBe(false);
    const above = await policy(root.id, true, 0);
    const task = await aTask();
    const { blocked, moves, version } = await seen(task);
    expect(moves).not.toContain('submit');
    expect(blocked).toEqual([{ move: 'submit', why: expect.stringContaining('佐证材料') }]);
    await expect(officer.client.post(`/tasks/${task.id}/submit`, { version, narrative: '完成' })).rejects.toThrow(
      'task.lacks-evidence',
    );

    const below = await policy(unit.id, false, 0);
    expect((await seen(task)).evidenceNeeded).toBe(false);
    const change = { version, evidenceRequired: true };
    await application.admin.post(`/tasks/${task.id}/change`, change);
    expect((await seen(task)).evidenceNeeded).toBe(true);
    const { attachmentId } = attached(await attach(task, '记录.pdf', PDF));
    expect((await report(task, 'submit')).status).toBe('submitted');

    // Without it, nothing is closed.
    const submitted = await seen(task, verifier.client);
    const removal = { version: submitted.version, reason: '与任务无关' };
    await verifier.client.post(`/tasks/${task.id}/attachments/${attachmentId}/remove`, removal, 204);
    await expect(verifier.client.post(`/tasks/${task.id}/close`, { version: submitted.version + 1 })).rejects.toThrow(
      'task.lacks-evidence',
    );

    await expect(policy(unit.id, true, 0)).rejects.toThrow('policy.changed');
    await policy(unit.id, null, below.version);
    await policy(root.id, null, above.version);
    expect((await seen(await aTask())).evidenceNeeded).toBe(false);
  });

  it('comes with the duty to report, which a task takes over when it is assigned', async () => {
    const before = await aTask();
    const { version } = await verifier.client.post<{ version: number }>(`/policies/${unit.id}`, {
      ...{ reportEvery: 'month', version: (await own()).version },
    });
    expect((await seen(await aTask())).reportEvery).toBe('month');
    expect((await seen(before)).reportEvery).toBeNull();
    await verifier.client.post(`/policies/${unit.id}`, { version });
  });

  it('is set by supervisors for their own units only', async () => {
    await expect(officer.client.get('/policies', 403)).resolves.toMatchObject({ code: 'session.not-permitted' });
    const shown = await stranger.client.get<{ unitId: string }[]>('/policies');
    expect(shown.map(({ unitId }) => unitId)).toEqual([sister.id]);
    await expect(stranger.client.post(`/policies/${unit.id}`, { version: 0 })).rejects.toThrow('unit.unknown');
  });
});

describe('verification', () => {
  it('is on record with what was seen, and starts afresh after a rejection', async () => {
    const task = await aTask();
    attached(await attach(task, '记录.pdf', PDF));
    expect((await report(task, 'submit')).verification).toBe('unverified');
    const before = await seen(task, verifier.client);
    attached(await attach(task, '照片.png', PNG));
    await expect(verifier.client.post(`/tasks/${task.id}/close`, { version: before.version })).rejects.toThrow(
      'task.changed',
    );

    const reason = '缺少整改后的照片';
    const rejected = await verifier.client.post<TaskDetail>(`/tasks/${task.id}/send-back`, {
      ...{ version: before.version + 1, reason },
    });
    expect(rejected).toMatchObject({
      verification: 'rejected',
      verifications: [
        { round: 1, by: verifier.name, outcome: 'rejected', note: reason, attachmentsSeen: 2, progressSeen: 1 },
      ],
    });
    attached(await attach(task, '补充.txt', Buffer.from('整改后的照片说明')));
    expect((await seen(task)).verification).toBe('unverified');
    const again = await report(task, 'submit', '已补充');
    const closed = await verifier.client.post<TaskDetail>(`/tasks/${task.id}/close`, { version: again.version });
    expect(closed.verifications.map(({ round, outcome }) => `${round} ${outcome}`)).toEqual(['2 passed', '1 rejected']);
    expect(closed.verification).toBe('passed');
    const [row] = await db.query<{ seen: { attachments: { sha256: string }[] } }[]>(
      `SELECT seen FROM verification WHERE task_id = $1 AND round = 1`,
      [task.id],
    );
    expect(row.seen.attachments.map((one) => one.sha256)).toEqual([sha256(PDF), sha256(PNG)]);

    // What proves a closed task stays.
    const remove = { version: closed.version, reason: '不要了' };
    const path = `/tasks/${task.id}/attachments/${closed.attachments[0].id}/remove`;
    await expect(verifier.client.post(path, remove)).rejects.toThrow('已销号');
    expect(refused(await attach(task, '迟到.pdf', Buffer.from('%PDF-迟到'))).code).toBe('task.move-impossible');
  });

  it('is not for whoever gave evidence, even if that was removed again', async () => {
    const both = await addPerson(application, 'both', 'supervisor', unit);
    const task = await anAcceptedTask(application, unit, both);
    const { attachmentId } = attached(await attach(task, '记录.pdf', PDF, both.client));
    const { version } = await seen(task, both.client);
    await both.client.post(`/tasks/${task.id}/attachments/${attachmentId}/remove`, { version, reason: '误传' }, 204);
    const handedOver = await application.admin.post<TaskDetail>(`/tasks/${task.id}/hand-over`, {
      ...{ version: version + 1, assigneeId: officer.id },
    });
    expect(handedOver.assigneeId).toBe(officer.id);
    const submitted = await report(task, 'submit');
    await expect(both.client.post(`/tasks/${task.id}/close`, { version: submitted.version })).rejects.toThrow(
      'task.own-work',
    );
  });
});
