import { useEffect, useState } from 'react';
import type { ReportDetail, ReportItemView } from '../../api/generated';
import { isDoubtful, isOpen, type Order } from './arrangement';
import { t } from '../../language/t';

const TYPING = 'input[type="text"], textarea, select, [role="dialog"]';

const show = (selector: string) => document.querySelector(selector)?.scrollIntoView({ block: 'nearest' });

/** The item that is looked at: marked in the text, its card in sight, and where the keyboard is. */
export function useCurrent(report: ReportDetail, order: Order, at: string | null) {
  const [currentId, setCurrentId] = useState<string | null>(() => firstItem(report, order, at));
  const { items } = report;

  useEffect(() => {
    document.querySelectorAll('.report-text .mark.current').forEach((mark) => mark.classList.remove('current'));
    if (!currentId) return;
    document
      .querySelectorAll(`.report-text .mark[data-item="${currentId}"]`)
      .forEach((mark) => mark.classList.add('current'));
    show(`.report-text .mark[data-item="${currentId}"]`);
    show(`[data-card="${currentId}"]`);
  }, [currentId, items]);

  /** Goes to an item with the keyboard's focus, unless somebody types. */
  const go = (id: string) => {
    setCurrentId(id);
    if (document.activeElement?.closest(TYPING)) return;
    document.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus({ preventScroll: true });
  };
  return { currentId, setCurrentId, go };
}

/** The item at the offset that a link names, if any; without a link the first in the order that waits. */
function firstItem({ items }: ReportDetail, order: Order, at: string | null): string | null {
  if (at !== null) return items.find(({ start, end }) => start <= Number(at) && Number(at) < end)?.id ?? null;
  const [lowest] = items.filter(isDoubtful).sort((one, other) => one.confidence - other.confidence);
  return ((order === 'doubt' ? lowest : undefined) ?? items.find(isOpen) ?? items[0])?.id ?? null;
}

/** What readers of the screen are told of the item that was gone to. */
export function spoken(shown: readonly ReportItemView[], current: ReportItemView | null): string {
  if (!current) return '';
  const place = shown.findIndex(({ id }) => id === current.id);
  const state = { proposed: t`待审核`, accepted: t`已接受`, rejected: t`已驳回` }[current.status];
  const doubt = isDoubtful(current) ? t`，请重点核对` : '';
  return place < 0 ? '' : t`第 ${place + 1} 条，共 ${shown.length} 条：${current.title}，${state}${doubt}`;
}
