import type { TaskGroup } from '../../../api/generated';
import { LIGHTS, type Light } from '../../../words';
import { t } from '../../../language/t';

export const GROUPINGS: Record<string, string> = {
  unit: t`牵头单位`,
  light: t`亮灯`,
  quarter: t`季度`,
  report: t`来源报告`,
};

const WITHOUT: Record<string, string> = {
  light: t`不亮灯`,
  quarter: t`没有时限`,
  report: t`没有来源报告`,
};

/** What the head of a group says. */
export function groupWord(by: string | undefined, { key, name }: Pick<TaskGroup, 'key' | 'name'>): string {
  if (key === 'none') return WITHOUT[by ?? ''] ?? t`其他`;
  if (by === 'light') return LIGHTS[key as Light].meaning;
  if (by !== 'quarter') return name ?? key;
  const [year, quarter] = key.split('-');
  return t`${year}年第${t`一二三四`[Number(quarter) - 1]}季度`;
}
