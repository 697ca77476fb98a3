import type { ReportItemView } from '../../api/generated';
import { CONFIDENT } from '../../words';
import { t } from '../../language/t';

export type Tab = 'all' | ReportItemView['kind'];

/** 先看拿不准的, or as they stand in the text 按原文顺序. */
export const ORDERS = { text: t`按原文顺序`, doubt: t`先看拿不准的` } as const;
export type Order = keyof typeof ORDERS;

export const STATES = {
  all: t`全部状态`,
  waiting: t`待审核`,
  doubtful: t`请重点核对`,
  accepted: t`已接受`,
  rejected: t`已驳回`,
} as const;
export type State = keyof typeof STATES;

export const isOpen = ({ status }: Pick<ReportItemView, 'status'>) => status === 'proposed';
export const isDoubtful = (item: Pick<ReportItemView, 'status' | 'confidence'>) =>
  isOpen(item) && item.confidence < CONFIDENT;

const MATCHES: Record<State, (item: ReportItemView) => boolean> = {
  all: () => true,
  waiting: isOpen,
  doubtful: isDoubtful,
  accepted: ({ status }) => status === 'accepted',
  rejected: ({ status }) => status === 'rejected',
};

export interface Arrangement {
  tab: Tab;
  state: State;
  order: Order;
  /** Those that were doubtful when the desk was opened: nothing jumps about while decisions are made. */
  doubtful: ReadonlySet<string>;
}

/** The items to be shown, in their order. `items` stand as in the text. */
export function arranged(items: readonly ReportItemView[], { tab, state, order, doubtful }: Arrangement) {
  const shown = items.filter((item) => (tab === 'all' || item.kind === tab) && MATCHES[state](item));
  if (order === 'text') return shown;
  const first = shown.filter(({ id }) => doubtful.has(id)).sort((one, other) => one.confidence - other.confidence);
  return [...first, ...shown.filter(({ id }) => !doubtful.has(id))];
}

/** After a decision: the next one shown that still waits, from the present one on and then from the top. */
export function nextOpen(shown: readonly ReportItemView[], currentId: string | null, decided: readonly string[]) {
  const at = shown.findIndex(({ id }) => id === currentId);
  return [...shown.slice(at + 1), ...shown.slice(0, at + 1)].find((item) => isOpen(item) && !decided.includes(item.id));
}

/** What `m` joins: the chosen ones, else the present one and the next of its kind in the text that still waits. */
export function toMerge(
  items: readonly ReportItemView[],
  selected: readonly ReportItemView[],
  current: ReportItemView | null,
): ReportItemView[] {
  if (selected.length > 1) return [...selected];
  if (!current) return [];
  const next = items.find((item) => item.start >= current.end && item.kind === current.kind && isOpen(item));
  return next ? [current, next] : [];
}
