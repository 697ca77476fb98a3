import { explain, type IntendedReminder, type ReminderFacts } from './explain';

const FACTS: ReminderFacts = {
  today: '2026-06-30',
  personName: '张三',
  active: true,
  email: 'zhang@example.com',
  refusedAddress: null,
  mailReady: true,
  absence: null,
  declined: [],
  hour: 10,
  sendHour: 8,
  quiet: null,
  part: 'assignee',
  task: { status: 'in-progress', dueOn: '2026-07-31' },
  reminders: [],
};
const REMINDER: IntendedReminder = {
  ...{ rule: '提前 7 个工作日', recipientName: '张三', insteadOfName: null, plannedOn: '2026-06-30' },
  ...{ status: 'planned', atOnce: false, why: null, settledAt: null, answer: null, local: false },
};
const about = (known: Partial<ReminderFacts>, reminder?: Partial<IntendedReminder>) =>
  explain({ ...FACTS, ...known, ...(reminder && { reminders: [{ ...REMINDER, ...reminder }] }) });

it('says that nothing was due yet', () => {
  expect(about({})).toEqual([
    '提醒台账中没有张三关于这项任务的提醒。',
    '任务的完成时限是 2026-07-31，还没有到提醒规则规定的日子。',
  ]);
  expect(about({ next: { on: '2026-07-22', rule: '提前 7 个工作日' } }).at(-1)).toBe(
    '下一次提醒计划在 2026-07-22（提前 7 个工作日）。',
  );
  expect(about({ task: { status: 'accepted', dueOn: null } }).at(-1)).toBe('任务没有完成时限，不会有到期提醒。');
});

it.each<[Partial<IntendedReminder>, string]>([
  [{}, '还没有发送，等待下一次发送。'],
  [{ why: '单位要求暂缓' }, '还没有发送，单位要求暂缓。'],
  [{ status: 'claimed' }, '正在发送，稍后再看即有结果。'],
  [
    { status: 'sent', settledAt: '2026年6月30日 08:01', answer: '250 OK' },
    '已于 2026年6月30日 08:01 发出，邮件服务器答复“250 OK”。没有看到时请检查垃圾邮件箱。',
  ],
  [
    { status: 'sent', settledAt: '2026年6月30日 08:01', answer: '本机邮箱', local: true },
    '已于 2026年6月30日 08:01 存入本机邮箱，没有发往外部邮箱；收件人登录后可在“本机邮箱”中查看。',
  ],
  [
    { status: 'failed', answer: '550 no such user' },
    '没有发出，邮件服务器答复“550 no such user”。请更正邮箱后重新发送。',
  ],
  [{ status: 'superseded', why: '任务已改期。' }, '没有发送，任务已改期。'],
  [{ status: 'superseded' }, '没有发送，发送前任务已办结、改期或换人，不再需要。'],
])('says what became of %j', (reminder, fate) => {
  expect(about({}, reminder)).toEqual([`2026-06-30 计划“提前 7 个工作日”提醒，发给张三：${fate}`]);
});

it('does not claim to know what it does not know', () => {
  expect(about({}, { status: 'uncertain' })[0]).toContain('不能确定是否送达');
});

it.each<[number, number, ReminderFacts['quiet'], string]>([
  [7, 8, null, '每天的邮件从 8 时起发送'],
  [23, 8, { from: 22, to: 7 }, '现在是免打扰时段（22 时至 7 时）'],
  [12, 8, { from: 12, to: 14 }, '现在是免打扰时段（12 时至 14 时）'],
  [14, 8, { from: 12, to: 14 }, '等待下一次发送'],
  [8, 8, { from: 22, to: 7 }, '等待下一次发送'],
])('at %s with mails from %s and quiet hours %j: %s', (hour, sendHour, quiet, words) => {
  expect(about({ hour, sendHour, quiet }, {})[0]).toContain(words);
});

it('does not say of what goes at once that it waits for the hour of the digest', () => {
  expect(about({ hour: 6 }, { atOnce: true })[0]).toContain('等待下一次发送');
});

it.each<[string, Partial<ReminderFacts>, string]>([
  ['closed', { task: { status: 'closed', dueOn: null } }, '任务已销号，不再提醒。'],
  ['suspended', { task: { status: 'suspended', dueOn: null } }, '任务处于中止，恢复办理后才会提醒。'],
  ['not responsible', { part: null }, '张三现在不负责、不配合也不督办这项任务，系统不再提醒其办理。'],
  ['inactive', { active: false }, '张三的账号已停用，不再发送邮件。'],
  ['no address', { email: null }, '张三没有登记邮箱，提醒只出现在本系统中。请管理员在“单位与人员”中补充。'],
  [
    'bad address',
    { refusedAddress: '550 gone' },
    '邮箱 zhang@example.com 已被邮件服务器拒收（“550 gone”），更正之前不再发送。请管理员更正。',
  ],
  ['no server', { mailReady: false }, '本系统没有设置发信服务器，邮件只保存在本系统内，不会发到外部邮箱。'],
  [
    'absent',
    { absence: { deputyName: '李四', toDay: '2026-07-05' } },
    '张三请假至 2026-07-05，其间的提醒发给代理人李四。',
  ],
  ['declined', { declined: ['before'] }, '张三选择了不用邮件接收“即将到期”提醒，这类提醒只出现在本系统中。'],
])('names what stands in the way: %s', (_, known, sentence) => {
  expect(about(known)).toContain(sentence);
});

it('names the deputy who got it', () => {
  const [said] = about({}, { recipientName: '李四', insteadOfName: '张三', status: 'sent', settledAt: '当天' });
  expect(said).toContain('发给李四（代张三接收）：已于 当天 发出');
});

it('promises nothing to whoever has no part, nor for a task at rest', () => {
  const next = { on: '2026-07-22', rule: '提前 7 个工作日' };
  expect(about({ part: null, next }).join()).not.toContain('下一次');
  expect(about({ task: { status: 'dropped', dueOn: '2026-07-31' }, next }).join()).not.toContain('下一次');
});
