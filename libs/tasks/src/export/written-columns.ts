import type { WrittenColumn } from '#documents/written-table';
import type { Light } from '../light';
import type { ListColumn } from '../list-columns';
import { SOURCE_LABELS } from '../task-source';
import { STATUS_LABELS, type TaskStatus } from '../task-status';
import type { TaskKind } from '../task.entity';
import type { TaskLine } from '../task.view';

export const LIGHT_WORDS: Record<Light, string> = {
  red: '已逾期',
  yellow: '未达序时进度',
  blue: '临近到期',
  green: '正常',
  purple: '逾期办结',
};

export const KIND_WORDS: Record<TaskKind, string> = {
  commitment: '承诺事项',
  measure: '整改措施',
  duty: '周期性任务',
  occurrence: '周期任务的一期',
  urgent: '立巡立交',
};

interface Written extends WrittenColumn {
  text(task: TaskLine): string;
}

/** The light of a task in the words of the screen. */
export function lightWord(light: Light | null, status: TaskStatus): string {
  if (light === null) return '';
  return light === 'green' && status === 'closed' ? '按期办结' : LIGHT_WORDS[light];
}

/** How each column of the list is written into a workbook. */
export const WRITTEN: Record<ListColumn, Written> = {
  code: { title: '编号', width: 8, centred: true, text: ({ code }) => code },
  title: { title: '任务', width: 30, text: ({ title }) => title },
  light: { title: '亮灯', width: 7, centred: true, text: ({ light, status }) => lightWord(light, status) },
  status: { title: '状态', width: 5, centred: true, text: ({ status }) => STATUS_LABELS[status] },
  leadUnit: { title: '牵头单位', width: 10, text: ({ leadUnitName }) => leadUnitName },
  assignee: {
    title: '责任人',
    width: 6,
    text: ({ assigneeName, vacantPosition }) =>
      assigneeName ?? (vacantPosition ? `${vacantPosition.title}（空缺）` : ''),
  },
  dueOn: { title: '完成时限', width: 6, kind: 'day', text: ({ dueOn }) => dueOn ?? '' },
  progress: { title: '进度', width: 4, kind: 'percent', text: ({ progress }) => `${progress}%` },
  kind: { title: '种类', width: 7, centred: true, text: ({ kind }) => KIND_WORDS[kind] },
  source: { title: '来源', width: 5, centred: true, text: ({ source }) => SOURCE_LABELS[source] },
  leader: { title: '挂点领导', width: 6, text: ({ leaderName }) => leaderName ?? '' },
  report: { title: '来源报告', width: 18, text: ({ reportTitle }) => reportTitle ?? '' },
  originalDueOn: { title: '原定时限', width: 6, kind: 'day', text: ({ originalDueOn }) => originalDueOn ?? '' },
  assignedOn: { title: '交办日期', width: 6, kind: 'day', text: ({ assignedOn }) => assignedOn ?? '' },
  updatedAt: { title: '最近更新', width: 6, kind: 'day', text: ({ updatedAt }) => updatedAt },
};
