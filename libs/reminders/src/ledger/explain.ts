import type { Day } from '#platform/clock';
import type { TaskStatus } from '#tasks/task-status';
import { isQuiet } from '../preferences/quiet-hours';
import type { ReminderStatus } from '../reminder.entity';
import { RULE_KINDS, type OptionalKind } from '../rules';

/** As what a person is reminded of a task; overseers hear of it only when it waits for them or is carried up. */
export type ReminderPart = 'assignee' | 'leader' | 'liaison' | 'supporter' | 'overseer';

/** One line of the ledger, its instants already in words of the organisation's zone. */
export interface IntendedReminder {
  /** In words: 提前 7 个工作日. */
  rule: string;
  recipientName: string;
  insteadOfName: string | null;
  plannedOn: Day;
  status: ReminderStatus;
  /** Goes in a mail of its own, at any hour of the day. */
  atOnce: boolean;
  why: string | null;
  settledAt: string | null;
  answer: string | null;
  /** It only lies in the local mailbox. */
  local: boolean;
}

/** Everything that decides whether a person gets mails about a task. */
export interface ReminderFacts {
  today: Day;
  personName: string;
  active: boolean;
  email: string | null;
  /** What the mail server said when it refused the address for good. */
  refusedAddress: string | null;
  /** Whether a mail server is there at all. */
  mailReady: boolean;
  absence: { deputyName: string; toDay: Day } | null;
  declined: readonly OptionalKind[];
  /** Hours of the person's own zone, as the present one. */
  hour: number;
  sendHour: number;
  quiet: { from: number; to: number } | null;
  part: ReminderPart | null;
  task: { status: TaskStatus; dueOn: Day | null };
  /** The newest first: those for the person, and those that went to a deputy instead. */
  reminders: readonly IntendedReminder[];
  /** What planning intends next, where that is known. */
  next?: { rule: string; on: Day } | null;
}

/** Why nobody is reminded to work on a task in these states. */
const RESTING: Partial<Record<TaskStatus, string>> = {
  drafted: '任务还没有交办，交办后才会提醒。',
  returned: '任务已被退回，等待督办员重新交办，期间不提醒。',
  submitted: '任务已提交核实，不再催办理；等待过久时只提醒督办员。',
  closed: '任务已销号，不再提醒。',
  suspended: '任务处于中止，恢复办理后才会提醒。',
  dropped: '任务已撤销，不再提醒。',
};

/** “Why did I (not) get this mail”, answered sentence by sentence: what was intended, what became of it, what stands in the way. */
export function explain(facts: ReminderFacts): string[] {
  const { reminders, personName } = facts;
  const intended =
    reminders.length === 0
      ? [`提醒台账中没有${personName}关于这项任务的提醒。`]
      : reminders.map((one) => becameOf(one, facts));
  return [...intended, ...obstacles(facts), ...ahead(facts)];
}

function becameOf(one: IntendedReminder, facts: ReminderFacts): string {
  const whom = one.insteadOfName
    ? `发给${one.recipientName}（代${one.insteadOfName}接收）`
    : `发给${one.recipientName}`;
  return `${one.plannedOn} 计划“${one.rule}”提醒，${whom}：${FATES[one.status](one, facts)}`;
}

const because = (why: string | null, otherwise: string) => `${why?.replace(/。$/, '') ?? otherwise}。`;

const FATES: Record<ReminderStatus, (one: IntendedReminder, facts: ReminderFacts) => string> = {
  planned: ({ why, atOnce }, facts) => `还没有发送，${why ? because(why, '') : waiting(atOnce, facts)}`,
  claimed: () => '正在发送，稍后再看即有结果。',
  sent: ({ settledAt, answer, local }) =>
    local
      ? `${settledAt ? `已于 ${settledAt} ` : '已经'}存入本机邮箱，没有发往外部邮箱；收件人登录后可在“本机邮箱”中查看。`
      : `${settledAt ? `已于 ${settledAt} 发出` : '已经发出'}${answer ? `，邮件服务器答复“${answer}”` : ''}。没有看到时请检查垃圾邮件箱。`,
  failed: ({ why, answer }) =>
    `没有发出，${because(why ?? (answer && `邮件服务器答复“${answer}”`), '邮件服务器拒收')}请更正邮箱后重新发送。`,
  superseded: ({ why }) => `没有发送，${because(why, '发送前任务已办结、改期或换人，不再需要')}`,
  uncertain: () =>
    '已交给邮件服务器，但没有收到答复，不能确定是否送达。为免重复，系统没有自行再发；确认没有收到的，可请督办员重新发送。',
};

/** Why what is planned has not gone yet, when nothing else stands in the way. */
function waiting(atOnce: boolean, { hour, sendHour, quiet }: ReminderFacts): string {
  if (!atOnce && hour < sendHour) return `每天的邮件从 ${sendHour} 时起发送，现在还没有到。`;
  if (quiet && isQuiet(hour, quiet.from, quiet.to))
    return `现在是免打扰时段（${quiet.from} 时至 ${quiet.to} 时），过后发送。`;
  return '等待下一次发送。';
}

function obstacles(facts: ReminderFacts): string[] {
  const { personName, absence, declined, part, task } = facts;
  const said: string[] = [];
  const resting = RESTING[task.status];
  if (resting) said.push(resting);
  if (part === null) said.push(`${personName}现在不负责、不配合也不督办这项任务，系统不再提醒其办理。`);
  if (part === 'overseer') said.push(`${personName}是督办或分管人员，只在任务等待核实或逾期上报时收到提醒。`);
  const unreached = unreachable(facts);
  if (unreached) said.push(unreached);
  if (absence) said.push(`${personName}请假至 ${absence.toDay}，其间的提醒发给代理人${absence.deputyName}。`);
  if (declined.length > 0) {
    const kinds = declined.map((kind) => `“${RULE_KINDS[kind].heading}”`).join('、');
    said.push(`${personName}选择了不用邮件接收${kinds}提醒，这类提醒只出现在本系统中。`);
  }
  return said;
}

/** Why no mail reaches the person at all; null while they do. */
function unreachable({ personName, active, email, refusedAddress, mailReady }: ReminderFacts): string | null {
  if (!active) return `${personName}的账号已停用，不再发送邮件。`;
  if (!mailReady) return '本系统没有设置发信服务器，邮件只保存在本系统内，不会发到外部邮箱。';
  if (!email) return `${personName}没有登记邮箱，提醒只出现在本系统中。请管理员在“单位与人员”中补充。`;
  if (refusedAddress === null) return null;
  return `邮箱 ${email} 已被邮件服务器拒收（“${refusedAddress}”），更正之前不再发送。请管理员更正。`;
}

function ahead({ task, part, reminders, next, today }: ReminderFacts): string[] {
  if (RESTING[task.status] || part === null) return [];
  if (next) return [`下一次提醒计划在 ${next.on}（${next.rule}）。`];
  if (reminders.length > 0) return [];
  if (task.dueOn === null) return ['任务没有完成时限，不会有到期提醒。'];
  if (task.dueOn >= today) return [`任务的完成时限是 ${task.dueOn}，还没有到提醒规则规定的日子。`];
  return [`任务的完成时限 ${task.dueOn} 已过，下一次计划提醒时会列入。`];
}
