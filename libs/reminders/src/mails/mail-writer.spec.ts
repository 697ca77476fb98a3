import { WorkingCalendar } from '#calendar/working-calendar';
import { Settings } from '#platform/settings';
import type { Letter, Line } from '../delivery/hand-over';
import { wordsOf } from '../templates/mail-templates';
import { MailWriter } from './mail-writer';

const HOME = 'https://luoshi.example.com';
const links = {
  home: HOME,
  task: (taskId: string) => `${HOME}/tasks/${taskId}`,
  progressLink: (taskId: string, personId: string) => Promise.resolve(`${HOME}/p/${taskId}-${personId}`),
  unsubscribeLink: (personId: string) => Promise.resolve(`${HOME}/u/${personId}?a=1&b=2`),
};
const writer = new MailWriter({ of: (name) => Promise.resolve(wordsOf(name, null)) }, links, new Settings());
const AT = {
  today: '2026-06-24',
  now: new Date('2026-06-24T09:00:00+08:00'),
  calendar: new WorkingCalendar([], [2026]),
};

const line = (known: Partial<Line> = {}): Line => ({
  ...{
    rule: 'due',
    taskId: 't1',
    code: '2026-00001',
    title: '检查 <script>alert("1")</script> & 整改',
    leadUnitName: '教育局',
  },
  ...{
    status: 'in-progress',
    dueOn: '2026-06-24',
    dueAt: null,
    assignedOn: '2026-06-01',
    closedOn: null,
    closedAt: null,
  },
  ...{ progress: 50, insteadOf: null, writtenBy: null, note: null },
  ...known,
});
const letter = (known: Partial<Letter>, ...lines: Line[]): Letter => ({
  ...{
    id: 'm1',
    kind: 'digest',
    address: 'wang@example.com',
    personId: 'p1',
    name: '王芳',
    subject: null,
    text: null,
    lines,
  },
  ...known,
});
const write = (known: Partial<Letter>, ...lines: Line[]) => writer.write(letter(known, ...lines), AT);

it('writes what people wrote as text, never as markup', async () => {
  const { html, text } = await write(
    { name: '王<b>芳' },
    line({ note: '<img src=x onerror=y>', leadUnitName: '"局"' }),
  );
  expect(html).not.toMatch(/<script|<img|<b>/);
  expect(html).toContain('检查 &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 整改');
  expect(html).toContain('王&lt;b&gt;芳：');
  expect(text).toContain('· 检查 <script>alert("1")</script> & 整改\n');
});

it('tells unit, deadline and light of each task in words, with its links', async () => {
  const { html, text, subject } = await write({}, line({ title: '检查', dueOn: '2026-06-20', insteadOf: '李强' }));
  expect(subject).toBe('【落实】任务提醒：已逾期 1 项');
  expect(text).toContain(
    '截至2026年6月24日，您有以下任务需要办理：\n\n【已逾期】1 项\n· 检查\n' +
      '  2026-00001，教育局，完成时限 2026年6月20日，逾期 4 天，红灯：已逾期，代李强办理\n' +
      '  https://luoshi.example.com/tasks/t1\n  更新进展：https://luoshi.example.com/p/t1-p1\n',
  );
  expect(html).toContain('href="https://luoshi.example.com/tasks/t1"');
  expect(html).toContain('href="https://luoshi.example.com/p/t1-p1"');
  expect(html).toContain('border-left:4px solid #b42318');
});

it('tells the hour of what is due by the hour, in the zone of the organisation', async () => {
  const urgent = line({ rule: 'urgent', dueAt: new Date('2026-06-24T07:30:00Z') });
  const { text, subject } = await write({ kind: 'at-once' }, urgent);
  expect(subject).toBe('【落实】请尽快办理：立巡立交 1 项');
  expect(text).toMatch(/完成时限 2026年6月24日 ?15:30/);
});

it('says who nudges and with which note: once when it is the same for all', async () => {
  const nudge = (taskId: string, note: string) => line({ rule: `nudge-${taskId}`, taskId, writtenBy: '李强', note });
  const same = await write({ kind: 'at-once' }, nudge('1', '请今日报送'), nudge('2', '请今日报送'));
  expect(same.text.match(/请今日报送/g)).toHaveLength(1);
  expect(same.text).toContain('李强提醒您尽快办理以下任务：');
  const other = await write({ kind: 'at-once' }, nudge('1', '请今日报送'), nudge('2', '请附照片'));
  expect(other.text).toMatch(/附言：请今日报送[^]*附言：请附照片/);
});

it('tells in a digest who mentions the recipient, and with which words', async () => {
  const { text } = await write({}, line({ rule: 'mention-1', writtenBy: '李强', note: '请补充照片' }));
  expect(text).toMatch(/【评论提到您】1 项[^]*评论人 李强[^]*请补充照片/);
});

it('offers to decline only what may be declined', async () => {
  const { headers, html, text } = await write({}, line({ rule: 'before-3', dueOn: '2026-06-26' }));
  expect(headers).toEqual({
    'List-Unsubscribe': '<https://luoshi.example.com/u/p1?a=1&b=2>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
  expect(html).toContain('href="https://luoshi.example.com/u/p1?a&#x3D;1&amp;b&#x3D;2"');
  expect(text).toContain('https://luoshi.example.com/u/p1?a=1&b=2');
  expect((await write({}, line())).headers).toEqual({});
  expect((await write({ kind: 'at-once' }, line({ rule: 'nudge-1' }))).headers).toEqual({});
});

it('writes a notice without tasks', async () => {
  const { subject, text, html } = await write({ kind: 'notice', subject: '邮箱被拒收：王芳', text: '第一行\n第二行' });
  expect(subject).toBe('【落实】邮箱被拒收：王芳');
  expect(text).toBe('王芳：\n\n以下情况需要您处理：\n\n第一行\n\n第二行\n\n此邮件由系统发出。\n\n');
  expect(html).toContain('第二行</p>');
});

it('needs nothing from elsewhere and no style sheet to be readable', async () => {
  const { html } = await write({}, line({ title: '检查' }));
  expect(html).not.toMatch(/<link|@import|<img|javascript:/);
  expect(html).toMatch(/<table[^>]*>[^]*检查/);
});

it('leads to the task, and to no form, what has to be accepted first', async () => {
  const { text } = await write({}, line({ rule: 'assigned', status: 'assigned' }));
  expect(text).toContain('\n  https://luoshi.example.com/tasks/t1\n');
  expect(text).not.toContain('更新进展：');
});
