import type { UndoneStep } from '../../api/generated';
import type { Assigned } from './assign-at-once';
import { t } from '../../language/t';

export const UNDONE: Record<UndoneStep['action'], string> = {
  accept: t`已撤销接受`,
  reject: t`已撤销驳回`,
  change: t`已撤销修改`,
  split: t`已撤销拆分`,
  merge: t`已撤销合并`,
  mark: t`已撤销标记`,
};

/** 已接受 5 条，生成 3 项任务、2 个问题 */
export function acceptedWords(items: number, tasks: number, problems: number): string {
  const made = [tasks > 0 && t`${tasks} 项任务`, problems > 0 && t`${problems} 个问题`].filter(Boolean).join('、');
  return t`已接受 ${items} 条${made && t`，生成 ${made}`}`;
}

export function assignedWords({ assigned, refused, failure }: Assigned): string {
  const left = refused > 0 ? t`${refused} 项没有交办，请到任务列表中办理` : '';
  return [assigned > 0 && t`已交办 ${assigned} 项`, left, failure].filter(Boolean).join('，') || t`没有需要交办的任务`;
}
