import type { MailServerCheck, SystemHealth } from '../../apps/api/src/system/system.view';
import { DataSource } from 'typeorm';
import { startApplication, type TestApplication } from '../support/application';
import { startMailServer } from '../support/mail-server';

jest.setTimeout(60_000);

let application: TestApplication;
let mailServer: Awaited<ReturnType<typeof startMailServer>>;
let serverRuns = true;
beforeAll(async () => {
  mailServer = await startMailServer();
  application = await startApplication({ SMTP_URL: mailServer.url });
});
afterAll(async () => {
  await application?.close();
  if (serverRuns) await mailServer?.stop();
});

const health = async () => {
  const { lines } = await application.admin.get<SystemHealth>('/system/health');
  return new Map(lines.map((line) => [line.name, line]));
};

it('says how everything is, with something to do wherever it is not well', async () => {
  const lines = await health();
  expect([...lines.keys()]).toEqual([
    ...['数据库', '数据库结构', '提醒队列', '任务队列', '群机器人队列', '提醒计划'],
    ...['发信服务器', '最近发信', '邮件', '退信地址', '明年的工作日历', '内存', '版本'],
  ]);
  expect(lines.get('数据库')).toMatchObject({ state: 'ok', found: expect.stringMatching(/MB，PostgreSQL \d+/) });
  expect(lines.get('数据库结构')).toMatchObject({ state: 'ok', found: expect.stringContaining('已是最新') });
  expect(lines.get('提醒队列')).toMatchObject({ state: 'ok', found: expect.stringContaining('存放在 PostgreSQL') });
  expect(lines.get('发信服务器')).toMatchObject({ state: 'ok', found: '已设置' });
  expect(lines.get('版本')?.found).toMatch(/^落实 \d+\.\d+\.\d+，Node \d+/);
  for (const { state, advice } of lines.values()) if (state !== 'ok') expect(advice).toMatch(/。$/);
});

it('notices what goes wrong', async () => {
  const db = application.app.get(DataSource);
  await db.query(`
    INSERT INTO undeliverable_address (address, answer) VALUES ('gone@example.com', '550');
    INSERT INTO mail (kind, recipient_id, address, day, status, claimed_at, settled_at)
      SELECT 'notice', id, 'a@example.com', current_date, s, now(), now() FROM person, unnest(ARRAY['failed', 'uncertain']) s;
    INSERT INTO planning_run (day, started_at, finished_at, considered, planned, basis)
      VALUES (current_date - 1, now() - interval '1 day', now() - interval '1 day', 0, 0, '');
    DELETE FROM migration WHERE name = (SELECT name FROM migration ORDER BY "timestamp" DESC LIMIT 1)`);
  const lines = await health();
  const states = ['退信地址', '邮件', '提醒计划', '数据库结构'].map((name) => lines.get(name)?.state);
  expect(states).toEqual(['attention', 'attention', 'fault', 'fault']);
  expect(lines.get('邮件')?.found).toContain('失败 1 封、不确定 1 封');
  expect(lines.get('数据库结构')?.advice).toContain('luoshi migrate');
});

it('asks the mail server when it is told to, and sends nothing', async () => {
  const check = () => application.admin.post<MailServerCheck>('/system/mail-server-check');
  expect(await check()).toEqual({ state: 'ok', found: '可以连接和登录', advice: null });
  await mailServer.stop();
  serverRuns = false;
  expect(await check()).toMatchObject({ state: 'fault', advice: expect.stringContaining('SMTP_URL') });
  expect(mailServer.mails).toEqual([]);
});
