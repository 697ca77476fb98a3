import type { Day } from '#platform/clock';
import type { Reminder } from '../reminder.entity';

const HEADINGS: [test: (rule: string) => boolean, heading: string][] = [
  [(rule) => rule.startsWith('overdue'), '已逾期'],
  [(rule) => rule === 'due', '今天到期'],
  [(rule) => rule.startsWith('before'), '即将到期'],
  [(rule) => rule === 'assigned', '新交办'],
];

/** Subject and text of one person's mail about `reminders`, whose tasks are loaded. */
export function digest(
  name: string,
  reminders: readonly Reminder[],
  today: Day,
  url: string,
): { subject: string; text: string } {
  const groups = HEADINGS.map(([test, heading]) => ({
    heading,
    lines: reminders.filter(({ rule }) => test(rule)).map(line),
  }));
  const filled = groups.filter(({ lines }) => lines.length > 0);
  const counts = filled.map(({ heading, lines }) => `${heading} ${lines.length} 项`).join('，');
  const sections = filled.map(({ heading, lines }) => `【${heading}】\n${lines.join('\n')}`);

  function line({ task }: Reminder): string {
    if (!task) throw new Error('a reminder without its task');
    const due = task.dueOn === null ? '未定时限' : `完成时限 ${task.dueOn}`;
    return `· ${task.title}（${task.code}，${due}）\n  ${url}/tasks/${task.id}`;
  }

  return {
    subject: `【落实】任务提醒：${counts}`,
    text: `${name}：\n\n截至 ${today}，您有以下任务需要办理：\n\n${sections.join('\n\n')}\n\n请点击链接查看原文出处并更新进展。\n`,
  };
}
