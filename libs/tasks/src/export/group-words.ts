import type { Light } from '../light';
import { NO_GROUP, type TaskGrouping } from '../task-grouping';
import type { TaskGroup } from '../task.view';
import { LIGHT_WORDS } from './written-columns';

const WITHOUT: Record<TaskGrouping, string> = {
  unit: '没有牵头单位',
  light: '不亮灯',
  quarter: '没有时限',
  report: '没有来源报告',
};

/** A group in words. */
export function groupWord(by: TaskGrouping, { key, name }: Pick<TaskGroup, 'key' | 'name'>): string {
  if (key === NO_GROUP) return WITHOUT[by];
  if (by === 'light') return LIGHT_WORDS[key as Light];
  if (by === 'quarter') return quarterWord(key);
  return name ?? key;
}

const quarterWord = (key: string) => {
  const [year, quarter] = key.split('-');
  return `${year}年第${'一二三四'[Number(quarter) - 1]}季度`;
};
