import ical, { ICalEventStatus } from 'ical-generator';
import type { Day } from '#platform/clock';
import type { TaskStatus } from '#tasks/task-status';

/** Something that is due on a day: a task, or a stage of one. */
export interface DueItem {
  /** Of the task or the stage; it stays the same as long as the item lives. */
  id: string;
  taskId: string;
  code: string;
  title: string;
  /** The stage 阶段目标, when it is one. */
  stage: string | null;
  status: TaskStatus;
  dueOn: Day;
  /** The hour, of what runs in hours 立巡立交. */
  dueHour: string | null;
  unitName: string;
  version: number;
  updatedAt: Date;
}

/** RFC 5545 allows no control characters in texts; line ends are escaped by the library. */
const plain = (text: string) => text.replace(/\p{Cc}+/gu, ' ').trim();

/** The items as an RFC 5545 calendar of whole days. The same items give the same bytes. */
export function calendarOf(items: readonly DueItem[], url: string): string {
  const calendar = ical({
    name: '落实：我的任务',
    prodId: { company: 'luoshi', product: 'feed', language: 'ZH' },
    ttl: 3600,
  });
  for (const item of items) {
    const { id, taskId, code, title, stage, status, dueOn, dueHour, unitName, version, updatedAt } = item;
    const address = `${url}/tasks/${taskId}`;
    const until = dueHour === null ? '' : `${dueHour} 前`;
    calendar.createEvent({
      id: `${id}@luoshi`,
      // A deadline is a day of the calendar: midnight UTC is written as that very day.
      start: new Date(`${dueOn}T00:00:00Z`),
      allDay: true,
      summary: plain(`${until}${stage === null ? '到期' : `阶段目标“${stage}”到期`}：${title}`),
      description: `${plain(`${code}，牵头单位：${unitName}`)}\n${address}`,
      url: address,
      status: status === 'suspended' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      sequence: version,
      stamp: updatedAt,
      lastModified: updatedAt,
    });
  }
  return calendar.toString();
}
