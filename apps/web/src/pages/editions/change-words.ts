import type { ItemChange, ReportChanges } from '../../api/generated';

/** What became of an item, in words. */
export const CHANGES: Record<ItemChange['change'], { name: string; colour: string; ground: string }> = {
  changed: { name: '有改动', colour: 'var(--amber)', ground: 'var(--amber-ground)' },
  gone: { name: '已删去', colour: 'var(--red)', ground: 'var(--red-ground)' },
  new: { name: '新增', colour: 'var(--green)', ground: 'var(--green-ground)' },
  moved: { name: '位置调整', colour: 'var(--sky)', ground: 'var(--sky-ground)' },
  same: { name: '未变', colour: 'var(--neutral)', ground: 'var(--neutral-ground)' },
};

export const FILTERS = {
  pending: '待处理',
  changed: '有改动',
  gone: '已删去',
  new: '新增',
  same: '未变',
  all: '全部',
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
  return `${same} 条未变、${changed} 条有改动、${gone} 条已删去、${added} 条新增`;
}

export const DECISIONS = { apply: '采用新内容', keep: '保留原内容', drop: '撤销任务' } as const;
export type Decision = keyof typeof DECISIONS;

/** The decisions that all of the items allow; a problem or cause that is gone from the text is dealt with in its own list. */
export function decisionsFor(items: readonly ItemChange[]): Decision[] {
  if (items.length === 0 || items.some(({ decision }) => decision !== 'pending')) return [];
  if (items.every(({ change }) => change === 'changed')) return ['apply', 'keep'];
  return items.every(({ change, taskId }) => change === 'gone' && taskId) ? ['keep', 'drop'] : ['keep'];
}
