import type { TimelineTask } from '../../../../api/generated';
import { t } from '../../../../language/t';

/** A track in words, for who cannot see it and for the pointer that rests on it. */
export function trackWords(task: TimelineTask): string {
  const { assignedOn, dueOn, originalDueOn, closedOn, progress, milestones } = task;
  return [
    assignedOn ? t`${assignedOn} 交办` : t`尚未交办`,
    dueOn ? t`完成时限 ${dueOn}` : t`未定时限`,
    ...(originalDueOn && originalDueOn !== dueOn ? [t`原定 ${originalDueOn}`] : []),
    ...(closedOn ? [t`${closedOn} 销号`] : []),
    t`进度 ${progress}%`,
    ...milestones.map(({ title, dueOn: day, doneOn }) => t`阶段目标“${title}”${day}${doneOn ? t`，已完成` : ''}`),
  ].join('；');
}
