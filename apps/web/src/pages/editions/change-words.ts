import type { ItemChange, ReportChanges } from '../../api/generated';
import { t } from '../../language/t';

/** What became of an item, in words. */
export const CHANGES: Record<ItemChange['change'], { name: string; colour: string; ground: string }> = {
  changed: { name: t`有改动`, colour: 'var(--amber)', ground: 'var(--amber-ground)' },
  gone: { name: t`已删去`, colour: 'var(--red)', ground: 'var(--red-ground)' },
  new: { name: t`新增`, colour: 'var(--green)', ground: 'var(--green-ground)' },
  moved: { name: t`位置调整`, colour: 'var(--sky)', ground: 'var(--sky-ground)' },
  same: { name: t`未变`, colour: 'var(--neutral)', ground: 'var(--neutral-ground)' },
};

export const FILTERS = {
  pending: t`待处理`,
  changed: t`有改动`,
  gone: t`已删去`,
  new: t`新增`,
  same: t`未变`,
  all: t`全部`,
} as const;
export type Filter = keyof typeof FILTERS;

const MATCHES: Record<Filter, (item: ItemChange) => boolean> = {
  pending: ({ decision }) => decision === 'pending',
  changed: ({ change }) => change === 'changed',
  gone: ({ change }) => change === 'gone',
  new: ({ change }) => change === 'new',
  same: ({ change }) => change === 'same' || change === 'moved',
  all: () => true,
};

export const filtered = (items: readonly ItemChange[], filter: Filter) => items.filter(MATCHES[filter]);

/** 4 条未变、1 条有改动、1 条已删去、1 条新增 */
export function countsInWords(changes: NonNullable<ReportChanges['report']['changes']>): string {
  const { same, changed, gone, added } = changes;
  return t`${same} 条未变、${changed} 条有改动、${gone} 条已删去、${added} 条新增`;
}

export const DECISIONS = { apply: t`采用新内容`, keep: t`保留原内容`, drop: t`撤销任务` } as const;
export type Decision = keyof typeof DECISIONS;

/** The decisions that all of the items allow; a problem or cause that is gone from the text is dealt with in its own list. */
export function decisionsFor(items: readonly ItemChange[]): Decision[] {
  if (items.length === 0 || items.some(({ decision }) => decision !== 'pending')) return [];
  if (items.every(({ change }) => change === 'changed')) return ['apply', 'keep'];
  return items.every(({ change, taskId }) => change === 'gone' && taskId) ? ['keep', 'drop'] : ['keep'];
}
