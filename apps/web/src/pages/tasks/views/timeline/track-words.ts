import type { TimelineTask } from '../../../../api/generated';

/** A track in words, for who cannot see it and for the pointer that rests on it. */
export function trackWords(task: TimelineTask): string {
  const { assignedOn, dueOn, originalDueOn, closedOn, progress, milestones } = task;
  return [
    assignedOn ? `${assignedOn} 交办` : '尚未交办',
    dueOn ? `完成时限 ${dueOn}` : '未定时限',
    ...(originalDueOn && originalDueOn !== dueOn ? [`原定 ${originalDueOn}`] : []),
    ...(closedOn ? [`${closedOn} 销号`] : []),
    `进度 ${progress}%`,
    ...milestones.map(({ title, dueOn: day, doneOn }) => `阶段目标“${title}”${day}${doneOn ? '，已完成' : ''}`),
  ].join('；');
}
