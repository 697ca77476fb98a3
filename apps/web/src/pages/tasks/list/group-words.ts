import type { TaskGroup } from '../../../api/generated';
import { LIGHTS, type Light } from '../../../words';

export const GROUPINGS: Record<string, string> = {
  unit: '牵头单位',
  light: '亮灯',
  quarter: '季度',
  report: '来源报告',
};

const WITHOUT: Record<string, string> = {
  light: '不亮灯',
  quarter: '没有时限',
  report: '没有来源报告',
};

/** What the head of a group says. */
export function groupWord(by: string | undefined, { key, name }: Pick<TaskGroup, 'key' | 'name'>): string {
  if (key === 'none') return WITHOUT[by ?? ''] ?? '其他';
  if (by === 'light') return LIGHTS[key as Light].meaning;
  if (by !== 'quarter') return name ?? key;
  const [year, quarter] = key.split('-');
  return `${year}年第${'一二三四'[Number(quarter) - 1]}季度`;
}
