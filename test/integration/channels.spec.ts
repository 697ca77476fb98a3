import { createHmac } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Problem } from '../../apps/api/src/problem.filter';
import type { HistoryPage } from '../../libs/audit/src/audit.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { addDays } from '../../libs/language/src/day';
import { Clock } from '../../libs/platform/src/clock';
import { ChannelPosts } from '../../libs/reminders/src/channels/channel-posts.service';
import type { ChannelView } from '../../libs/reminders/src/channels/channel.view';
import { Task } from '../../libs/tasks/src/task.entity';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';
import { addPerson, type SignedIn } from '../support/people';
import { json, RobotServer } from '../support/robot-server';

jest.setTimeout(60_000);

let application: TestApplication;
let admin: Browserless;
let db: DataSource;
let robots: RobotServer;
let top: UnitView;
let unit: UnitView;
let below: UnitView;
let supervisor: SignedIn;

beforeEach(async () => {
  robots = await new RobotServer().start();
  application = await startApplication({ WEBHOOK_ALLOW_PRIVATE: 'true', PUBLIC_URL: 'https://luoshi.example.com' });
  admin = application.admin;
  db = application.app.get(DataSource);
  [top] = await admin.get<UnitView[]>('/units');
  unit = await admin.post<UnitView>('/units', { parentId: top.id, name: '青石街道' }, 201);
  below = await admin.post<UnitView>('/units', { parentId: unit.id, name: '平安办' }, 201);
  supervisor = await addPerson(application, 'supervisor', 'supervisor', unit);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await application?.close();
  await robots?.stop();
});

const robot = (more: object = {}, client = supervisor.client) =>
  client.post<ChannelView>(
    '/channels',
    { unitId: unit.id, kind: 'wecom', name: '工作群', url: `${robots.url}/send?key=k-1`, ...more },
    201,
  );
const list = async () => supervisor.client.get<ChannelView[]>('/channels');
const testOf = (id: string) => supervisor.client.send('POST', `/channels/${id}/test`, {});
/** A Tuesday in a week without holidays. */
const TUESDAY = '2026-06-16';
const on = (day: string, time = '09:00') => {
  jest.spyOn(Clock.prototype, 'now').mockReturnValue(new Date(`${day}T${time}:00+08:00`));
  jest.spyOn(Clock.prototype, 'today').mockReturnValue(day);
};
const post = () => application.app.get(ChannelPosts).postAll();
let count = 0;
const task = (title: string, dueOn: string | null, more: object = {}) =>
  db.getRepository(Task).save({
    ...{ code: `c-${++count}`, title, text: title, status: 'in-progress', dueOn, assignedOn: '2026-06-01' },
    ...{ leadUnitId: below.id, assigneeId: supervisor.id, createdById: supervisor.id, progress: 50, ...more },
  } as Task);
const contentOf = (n = 0) => (robots.messages[n].body.markdown as { content: string }).content;

describe('setting up', () => {
  it('keeps address and secret to itself', async () => {
    const added = await robot({ kind: 'dingtalk', secret: 'SEC-hidden' });
    expect(added).toMatchObject({ name: '工作群', host: `127.0.0.1:${robots.port}`, hasSecret: true, active: true });
    const moved = await supervisor.client.patch<ChannelView>(`/channels/${added.id}`, {
      ...{ version: added.version, url: `${robots.url}/other?key=k-2`, secret: 'SEC-other' },
    });
    const { rows } = await admin.get<HistoryPage>('/history?subject=webhook-channel');
    expect(rows.map(({ action, by, unitName }) => [action, by, unitName])).toEqual([
      ['change', supervisor.name, '青石街道'],
      ['create', supervisor.name, '青石街道'],
    ]);
    const everything = JSON.stringify([added, moved, await list(), rows]);
    expect(everything).not.toMatch(/SEC-|k-1|k-2|\/send|\/other/);
    expect(rows[0].changes.map(({ field, to }) => [field, to])).toEqual([
      ['url', '已更换'],
      ['secret', '已更换'],
    ]);
  });

  it('keeps what is not given, and takes the secret away when it is emptied', async () => {
    const added = await robot({ kind: 'feishu', secret: 'SEC' });
    const renamed = await supervisor.client.patch<ChannelView>(`/channels/${added.id}`, { version: 1, name: '新名' });
    expect(renamed).toMatchObject({ name: '新名', hasSecret: true, version: 2 });
    const late = await supervisor.client.send('PATCH', `/channels/${added.id}`, { version: 1, active: false });
    expect([late.statusCode, (JSON.parse(late.body) as Problem).code]).toEqual([409, 'channel.changed']);
    const unsigned = { version: 2, secret: '', active: false };
    expect(await supervisor.client.patch(`/channels/${added.id}`, unsigned)).toMatchObject({
      ...{ hasSecret: false, active: false },
    });
    await supervisor.client.delete(`/channels/${added.id}`);
    expect(await list()).toEqual([]);
  });

  it.each(['ftp://robot.example.com/', 'robot.example.com', 'https://u:p@robot.example.com/', 'javascript:alert(1)'])(
    'takes no %s for an address',
    async (url) => {
      await expect(robot({ url })).rejects.toThrow('channel.address');
      const { id, version } = await robot();
      await expect(supervisor.client.patch(`/channels/${id}`, { version, url })).rejects.toThrow('channel.address');
    },
  );
});

describe('a test message', () => {
  it('goes to 企业微信 as it is', async () => {
    const { id } = await robot();
    const answer = await testOf(id);
    expect(JSON.parse(answer.body)).toMatchObject({ lastAnswer: '已送达', failing: false, lastPostedAt: null });
    expect(robots.messages[0].url.search).toBe('?key=k-1');
    expect(contentOf()).toContain(`${supervisor.name}为“青石街道”设置了群机器人`);
    const { rows } = await admin.get<HistoryPage>('/history?subject=webhook-channel&action=test');
    expect(rows).toHaveLength(1);
  });

  it('is signed for 钉钉 in the address', async () => {
    const { id } = await robot({ kind: 'dingtalk', secret: 'SEC/+密' });
    expect((await testOf(id)).statusCode).toBe(200);
    const { searchParams } = robots.messages[0].url;
    const timestamp = searchParams.get('timestamp') as string;
    expect(Math.abs(Number(timestamp) - Date.now())).toBeLessThan(60_000);
    const expected = createHmac('sha256', 'SEC/+密').update(`${timestamp}\nSEC/+密`).digest('base64');
    expect(searchParams.get('sign')).toBe(expected);
    expect(searchParams.get('key')).toBe('k-1');
  });

  it('is signed for 飞书 in the body', async () => {
    const { id } = await robot({ kind: 'feishu', secret: 'SEC' });
    expect((await testOf(id)).statusCode).toBe(200);
    const { timestamp, sign, msg_type } = robots.messages[0].body as Record<string, string>;
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(60);
    expect(sign).toBe(createHmac('sha256', `${timestamp}\nSEC`).digest('base64'));
    expect(msg_type).toBe('post');
  });

  it('tells what the platform answered with HTTP 200', async () => {
    const { id } = await robot({ kind: 'dingtalk' });
    robots.answer = json({ errcode: 310000, errmsg: 'sign not match' });
    const answer = await testOf(id);
    expect([answer.statusCode, (JSON.parse(answer.body) as Problem).code]).toEqual([409, 'channel.not-arrived']);
    expect(answer.body).toContain('请核对加签密钥');
    expect(await list()).toMatchObject([{ failing: true, lastAnswer: expect.stringContaining('310000') as string }]);
  });

  it('follows no redirect', async () => {
    const other = await new RobotServer().start();
    try {
      const { id } = await robot();
      robots.answer = (_request, reply) => reply.writeHead(307, { location: `${other.url}/` }).end();
      expect((await testOf(id)).body).toContain('要求转到其他地址');
      expect(other.connections).toBe(0);
    } finally {
      await other.stop();
    }
  });

  it('gives up an answer without end, and a line that breaks', async () => {
    const { id } = await robot();
    robots.answer = (_request, reply) => {
      reply.writeHead(200);
      const flood = () => {
        while (!reply.destroyed && reply.write('x'.repeat(10_000)));
      };
      reply.on('drain', flood);
      flood();
    };
    expect((await testOf(id)).body).toContain('答复过长');
    robots.answer = (request) => request.socket.destroy();
    expect((await testOf(id)).body).toContain('连接被对方中断');
    await robots.stop();
    expect((await testOf(id)).body).toContain('拒绝连接');
    await robots.start();
  });
});

describe('the daily message', () => {
  it('tells how the unit and those below it stand, the most urgent first, once', async () => {
    await robot();
    await task('逾期较久', '2026-06-01');
    await task('逾期一天', '2026-06-15', { leadUnitId: unit.id });
    await task('明天到期', '2026-06-17');
    await task('周日到期', '2026-06-21');
    await task('下周一到期', '2026-06-22');
    await task('落后进度', '2026-07-31', { assignedOn: '2026-03-01', progress: 0 });
    await task('正常推进', '2026-12-31');
    await task('草稿', '2026-06-01', { status: 'drafted' });
    await task('中止', '2026-06-01', { status: 'suspended', suspendedFrom: 'accepted' });
    await task('撤销', '2026-06-01', { status: 'dropped' });
    await task('别处', '2026-06-01', { leadUnitId: top.id });
    on(TUESDAY);
    await post();
    await Promise.all([post(), post()]);
    expect(robots.messages).toHaveLength(1);
    const lines = contentOf().split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '**【落实】青石街道任务情况（6月16日）**',
      '红灯 逾期 2 项；蓝灯 临近 3 项；黄灯 未达序时进度 1 项',
      '本周到期 2 项',
    ]);
    expect(lines.slice(3, -1).map((line) => /〔(.)〕(\S+?)（/.exec(line)?.slice(1))).toEqual([
      ['红', '逾期较久'],
      ['红', '逾期一天'],
      ['蓝', '明天到期'],
      ['蓝', '周日到期'],
      ['蓝', '下周一到期'],
      ['黄', '落后进度'],
    ]);
    expect(lines.at(-1)).toBe(`[打开落实查看全部](https://luoshi.example.com/tasks?unitId=${unit.id})`);
    expect(await list()).toMatchObject([{ lastAnswer: '已送达', failing: false, version: 1 }]);

    on(addDays(TUESDAY, 1));
    await post();
    expect(robots.messages).toHaveLength(2);
  });

  it.each([
    ['a Sunday', '2026-06-14', 0],
    ['a holiday on a weekday', '2026-06-19', 0],
    ['a Sunday worked in exchange', '2026-01-04', 1],
  ])('on %s', async (_, day, messages) => {
    await robot();
    await task('逾期', '2026-01-01');
    on(day);
    await post();
    expect(robots.messages).toHaveLength(messages);
  });

  it('is left out when there is nothing to tell, or the robot is switched off', async () => {
    const quiet = await robot({ unitId: below.id });
    const off = await robot({ name: '停用群' });
    await supervisor.client.patch(`/channels/${off.id}`, { version: 1, active: false });
    await task('逾期', '2026-06-01', { leadUnitId: unit.id });
    on(TUESDAY);
    await post();
    expect(robots.messages).toEqual([]);
    const told = (await list()).find(({ id }) => id === quiet.id);
    expect(told).toMatchObject({ failing: false, lastAnswer: '没有逾期、临近和落后的任务，没有发送' });
  });

  it('is tried again when it surely did not arrive, also after a test; one bad robot stops no other', async () => {
    const bad = await robot({ name: '甲群' });
    await robot({ name: '乙群', url: `${robots.url}/b` });
    await task('逾期', '2026-06-01');
    on(TUESDAY);
    robots.answer = ({ url }, reply) => {
      const errcode = url === '/b' ? 0 : 93000;
      reply.end(JSON.stringify({ errcode, errmsg: 'said' }));
    };
    await post();
    expect(robots.messages).toHaveLength(2);
    expect((await list()).map(({ failing, lastPostedAt }) => [failing, lastPostedAt !== null])).toEqual([
      [false, true],
      [true, false],
    ]);
    robots.answer = json({ errcode: 0, errmsg: 'ok' });
    await testOf(bad.id);
    await post();
    await post();
    expect(robots.messages.map(({ url }) => url.pathname).sort()).toEqual(['/b', '/send', '/send', '/send']);
  });

  it('is not sent a second time when nobody knows whether it arrived', async () => {
    await robot();
    await task('逾期', '2026-06-01');
    on(TUESDAY);
    robots.answer = (request) => request.socket.destroy();
    await post();
    robots.answer = json({ errcode: 0 });
    await post();
    expect(robots.messages).toHaveLength(1);
    expect(await list()).toMatchObject([{ failing: true, lastAnswer: '连接被对方中断' }]);
    on(addDays(TUESDAY, 1));
    await post();
    expect(robots.messages).toHaveLength(2);
  });
});

describe('without the permission to use inner networks', () => {
  let strict: TestApplication;
  beforeEach(async () => {
    strict = await startApplication();
  });
  afterEach(() => strict?.close());

  const refusedTest = async (url: string) => {
    const [{ id }] = await strict.app
      .get(DataSource)
      .query<{ id: string }[]>(
        `INSERT INTO webhook_channel (unit_id, kind, name, url) SELECT id, 'wecom', '群', $1 FROM unit RETURNING id`,
        [url],
      );
    return strict.admin.send('POST', `/channels/${id}/test`, {});
  };

  it.each(['127.0.0.1', '[::1]', '10.0.0.1', '169.254.169.254', 'localhost', '2130706433', '[::ffff:127.0.0.1]'])(
    'refuses %s when it is set',
    async (host) => {
      const [{ id: unitId }] = await strict.admin.get<UnitView[]>('/units');
      const ask = { unitId, kind: 'wecom', name: '群', url: `http://${host}/` };
      await expect(strict.admin.post('/channels', ask)).rejects.toThrow('channel.private-address');
    },
  );

  it('connects to nothing at home, also when it was set before', async () => {
    for (const host of ['127.0.0.1', 'localhost']) {
      expect((await refusedTest(`http://${host}:${robots.port}/`)).body).toContain('已拒绝连接');
    }
    expect(robots.connections).toBe(0);
  });
});
