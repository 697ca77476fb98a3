import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ReportDetail, ReportItemView } from '../../api/generated';
import { useShortcuts } from '../../components/useShortcuts';
import { AcceptModal, RejectModal } from './DecideModals';
import { DeskHead } from './DeskHead';
import { EditModal } from './EditModal';
import type { ItemAction } from './ItemCard';
import { isDoubtful, ItemList, type Order, type Tab } from './ItemList';
import { MarkBar } from './MarkBar';
import { ReportText } from './ReportText';
import { SplitModal } from './SplitModal';
import { useLinkedPlace } from './useLinkedPlace';
import type { Review } from './useReview';

type Dialog = { kind: 'edit' | 'split'; item: ReportItemView } | { kind: 'reject' | 'accept'; items: ReportItemView[] };

const scroll = (selector: string) => document.querySelector(selector)?.scrollIntoView({ block: 'nearest' });

/** The review desk 审核台: the text at left, what was read from it at right. */
export function Desk({ report, review }: { report: ReportDetail; review: Review }) {
  const [search] = useSearchParams();
  const [tab, setTab] = useState<Tab>('all');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [helping, setHelping] = useState(false);
  const [currentId, setCurrentId] = useState<string | null>(() => firstItem(report, search.get('at')));
  const { items, mayReview } = report;

  // Taken once, so that nothing jumps about while decisions are made.
  const [doubtful] = useState(() => new Set(items.filter(isDoubtful).map(({ id }) => id)));
  const [order, setOrder] = useState<Order>(doubtful.size > 0 ? 'doubt' : 'text');
  const shown = useMemo(() => {
    const ofTab = items.filter(({ kind }) => tab === 'all' || kind === tab);
    if (order === 'text') return ofTab;
    const first = ofTab.filter(({ id }) => doubtful.has(id)).sort((one, other) => one.confidence - other.confidence);
    return [...first, ...ofTab.filter(({ id }) => !doubtful.has(id))];
  }, [items, tab, order, doubtful]);
  const current = items.find(({ id }) => id === currentId) ?? null;
  const open = current?.status === 'proposed' ? current : null;
  const selected = items.filter(({ id, status }) => chosen.has(id) && status === 'proposed');

  useEffect(() => {
    document.querySelectorAll('.mark.current').forEach((mark) => mark.classList.remove('current'));
    if (!currentId) return;
    document.querySelectorAll(`.mark[data-item="${currentId}"]`).forEach((mark) => mark.classList.add('current'));
    scroll(`.mark[data-item="${currentId}"]`);
    scroll(`[data-card="${currentId}"]`);
  }, [currentId, items, tab]);
  useLinkedPlace(search.get('at'), search.get('to'));

  const pick = useCallback((id: string) => setCurrentId(id), []);
  const choose = useCallback((id: string, on: boolean) => {
    setChosen((before) => {
      const next = new Set(before);
      if (on) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  const step = (by: 1 | -1) => {
    const at = shown.findIndex(({ id }) => id === currentId);
    const next = at < 0 ? shown[0] : shown[at + by];
    if (next) setCurrentId(next.id);
  };
  /** After a decision the next one that still waits is picked. */
  const forward = (decided: string[]) => {
    const at = shown.findIndex(({ id }) => id === currentId);
    const waiting = [...shown.slice(at + 1), ...shown.slice(0, at + 1)];
    const next = waiting.find(({ id, status }) => status === 'proposed' && !decided.includes(id));
    if (next) setCurrentId(next.id);
    setChosen(new Set());
  };
  const accept = (which: ReportItemView[]) => {
    const itemIds = which.map(({ id }) => id);
    review.accept.mutate({ itemIds }, { onSuccess: () => forward(itemIds) });
  };
  const { mutate: restore } = review.restore;
  const act = (action: ItemAction, item: ReportItemView) => {
    setCurrentId(item.id);
    if (action === 'accept') accept([item]);
    else if (action === 'restore') restore([item.id]);
    else if (action === 'reject') setDialog({ kind: 'reject', items: [item] });
    else setDialog({ kind: action, item });
  };
  const merge = () => {
    if (selected.length > 1)
      review.merge.mutate(
        selected.map(({ id }) => id),
        { onSuccess: ({ item }) => (setChosen(new Set()), setCurrentId(item.id)) },
      );
  };

  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    '?': () => setHelping(true),
    ...(mayReview && {
      a: () => (selected.length > 1 ? setDialog({ kind: 'accept', items: selected }) : open && accept([open])),
      e: () => open && setDialog({ kind: 'edit', item: open }),
      s: () => open && setDialog({ kind: 'split', item: open }),
      m: merge,
      r: () =>
        selected.length > 1
          ? setDialog({ kind: 'reject', items: selected })
          : open && setDialog({ kind: 'reject', items: [open] }),
      u: review.undo,
      x: () => open && choose(open.id, !chosen.has(open.id)),
    }),
  });

  const close = (done = false) => {
    if (done && dialog && 'items' in dialog) forward(dialog.items.map(({ id }) => id));
    setDialog(null);
  };
  return (
    <div className="page wide">
      <DeskHead report={report} helping={helping} setHelping={setHelping} />
      <div className="desk">
        <div className="desk-pane" tabIndex={0} role="region" aria-label="原文">
          <ReportText text={report.text} items={items} onPick={pick} />
        </div>
        <ItemList
          {...{ items, shown, tab, setTab, order, setOrder, currentId, chosen, mayReview }}
          doubtful={doubtful}
          warnings={report.warnings}
          onPick={pick}
          onChoose={choose}
          onChooseAll={(ids) => setChosen(new Set(ids))}
          onAct={act}
          onMany={(kind) => (kind === 'merge' ? merge() : setDialog({ kind, items: selected }))}
        />
      </div>
      {mayReview && <MarkBar review={review} onMarked={(id) => setCurrentId(id)} />}
      {dialog?.kind === 'edit' && <EditModal item={dialog.item} review={review} onClose={close} />}
      {dialog?.kind === 'split' && <SplitModal item={dialog.item} review={review} onClose={close} />}
      {dialog?.kind === 'reject' && <RejectModal items={dialog.items} review={review} onClose={close} />}
      {dialog?.kind === 'accept' && <AcceptModal items={dialog.items} review={review} onClose={close} />}
    </div>
  );
}

/** The item at the offset that a link names, if any; without a link the most doubtful, else the first that waits. */
function firstItem({ items }: ReportDetail, at: string | null): string | null {
  if (at !== null) return items.find(({ start, end }) => start <= Number(at) && Number(at) < end)?.id ?? null;
  const [lowest] = items.filter(isDoubtful).sort((one, other) => one.confidence - other.confidence);
  return (lowest ?? items.find(({ status }) => status === 'proposed') ?? items[0])?.id ?? null;
}
