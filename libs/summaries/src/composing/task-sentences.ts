import type { Covered, RowEntry, TaskRow } from '../summary-rows';
import { shortDay } from './chinese-day';
import type { Sentence } from './composition';
import { excerpt, statedCause } from './excerpt';

/** Characters that are taken over of what somebody wrote. */
const MOST = 90;

const REQUESTS = { extension: '申请延期', suspension: '申请中止办理', drop: '申请撤销' } as const;

const named = ({ unitName, title }: TaskRow) => `${unitName}承办的“${title}”`;

/** A sentence about a task; `topic` tells apart what is said of one task in one section. */
function about(row: TaskRow, topic: string, text: string, entry?: RowEntry): Sentence {
  return {
    key: `${topic}:${row.id}`,
    text,
    item: true,
    taskId: row.id,
    ...(entry ? { progressEntryId: entry.id } : {}),
    ...(row.source ? { anchor: row.source } : {}),
  };
}

/** The newest report of progress that says something, with its words. */
function told({ entries }: TaskRow): { words: string; entry?: RowEntry } {
  for (const entry of entries) {
    const words = excerpt(entry.narrative, MOST);
    if (words) return { words, entry };
  }
  return { words: '' };
}

const followed = (words: string, by = '：') => (words ? `${by}${words}` : '');

export function completed(row: TaskRow, { asOf }: Covered): Sentence {
  const { words, entry } = told(row);
  const day = shortDay(row.closedOn ?? asOf, asOf);
  const late = row.daysLate > 0 ? `，逾期${row.daysLate}天办结` : '';
  return about(row, 'completed', `${named(row)}已于${day}核实销号${late}${followed(words)}`, entry);
}

export function underWay(row: TaskRow, { asOf }: Covered): Sentence {
  const { words, entry } = told(row);
  const due = row.dueOn === null ? '' : `，完成时限${shortDay(row.dueOn, asOf)}`;
  return about(row, 'under-way', `${named(row)}进度${row.progress}%${due}${followed(words)}`, entry);
}

/** Why it is late is what its people wrote: in a report of progress, or when they asked for more time. */
export function overdue(row: TaskRow, { asOf }: Covered): Sentence {
  const due = row.dueOn === null ? '' : `应于${shortDay(row.dueOn, asOf)}完成，`;
  const state = `${named(row)}${due}已逾期${row.daysLate}天，目前进度${row.progress}%`;
  for (const entry of row.entries) {
    const words = statedCause(entry.narrative, MOST);
    if (words) return about(row, 'overdue', `${state}；主要原因：${words}`, entry);
  }
  const asked = [row.request?.reason, row.extensions.at(-1)?.reason].find((reason) => reason);
  if (asked) return about(row, 'overdue', `${state}；承办单位说明：${excerpt(asked, MOST)}`);
  return about(row, 'overdue', `${state}；承办单位尚未说明原因`);
}

export function extended(row: TaskRow, { asOf }: Covered): Sentence {
  const steps = row.extensions.map(({ from, to, reason }) => {
    const way = to === null ? '改为长期坚持' : `延至${shortDay(to, asOf)}`;
    const former = from === null ? '' : `由${shortDay(from, asOf)}`;
    return `完成时限${former}${way}${followed(excerpt(reason, MOST), '，理由：')}`;
  });
  return about(row, 'extended', `${named(row)}${steps.join('；')}`);
}

/** What somebody above the unit has to decide or to move; null when there is nothing. */
export function coordination(row: TaskRow, { asOf }: Covered): Sentence | null {
  const { request, status, leaderName } = row;
  if (request) {
    const until = request.kind === 'extension' && request.to !== null ? `至${shortDay(request.to, asOf)}` : '';
    const reason = followed(excerpt(request.reason, MOST), '，理由：');
    return about(row, 'coordination', `${named(row)}${REQUESTS[request.kind]}${until}，尚待批复${reason}`);
  }
  if (status === 'returned') return about(row, 'coordination', `${named(row)}已被退回，须明确承办单位后重新交办`);
  if (status === 'suspended') return about(row, 'coordination', `${named(row)}已中止办理，须研究是否恢复办理`);
  if (!row.overdue || leaderName === null) return null;
  return about(row, 'coordination', `${named(row)}逾期${row.daysLate}天，须请挂点领导${leaderName}协调推动`);
}

/** What is due in the period ahead, with its stages; null when nothing of it is. */
export function next(row: TaskRow, { asOf, ahead }: Covered): Sentence | null {
  const isAhead = (day: string | null) => day !== null && day >= ahead.start && day <= ahead.end;
  const stages = row.milestones.filter(({ doneOn, dueOn }) => doneOn === null && isAhead(dueOn));
  if (!isAhead(row.dueOn) && stages.length === 0) return null;
  const stagesText = stages.map(({ title, dueOn }) => `拟于${shortDay(dueOn, asOf)}前完成阶段目标“${title}”`);
  const whole = row.dueOn !== null && isAhead(row.dueOn) ? [`拟于${shortDay(row.dueOn, asOf)}前办结`] : [];
  return about(row, 'next', `${named(row)}${[...stagesText, ...whole].join('，')}`);
}
