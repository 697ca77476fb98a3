import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ReportDetail, ReportItemView } from '../../api/generated';
import { useShortcuts } from '../../components/useShortcuts';
import { arranged, isDoubtful, isOpen, nextOpen, toMerge, type Order, type State, type Tab } from './arrangement';
import { DeskDialogs, type Dialog } from './DeskDialogs';
import { DeskHead } from './DeskHead';
import type { ItemAction } from './ItemCard';
import { ItemList } from './ItemList';
import type { Many } from './ItemToolbar';
import { KeysModal } from './KeysModal';
import { MarkBar } from './MarkBar';
import './review.css';
import { TextPane, type View } from './TextPane';
import { useAssignAt } from './useAssignAt';
import { spoken, useCurrent } from './useCurrent';
import { useLinkedPlace } from './useLinkedPlace';
import { useRemembered } from './useRemembered';
import type { Review } from './useReview';
import { useSync } from './useSync';

/** The review desk 审核台: the text at left, what was read from it at right. */
export function Desk({ report, review }: { report: ReportDetail; review: Review }) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { items, mayReview } = report;
  const [tab, setTab] = useState<Tab>('all');
  const [state, setState] = useState<State>('all');
  const [doubtful] = useState(() => new Set(items.filter(isDoubtful).map(({ id }) => id)));
  const [order, setOrder] = useRemembered<Order>('review-order', ['text', 'doubt'], 'doubt');
  const [sync, setSync] = useRemembered('review-sync', ['on', 'off'], 'on');
  const [view, setView] = useState<View>('text');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [helping, setHelping] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const shown = useMemo(() => arranged(items, { tab, state, order, doubtful }), [items, tab, state, order, doubtful]);
  const { currentId, setCurrentId, go } = useCurrent(report, order, search.get('at'));
  const current = items.find(({ id }) => id === currentId) ?? null;
  const open = current && isOpen(current) ? current : null;
  const selected = items.filter((item) => chosen.has(item.id) && isOpen(item));
  const assignAt = useAssignAt(report);
  useLinkedPlace(search.get('at'), search.get('to'));
  useSync(sync === 'on', text, list);

  const pick = useCallback((id: string) => setCurrentId(id), [setCurrentId]);
  const choose = useCallback((id: string, on: boolean) => {
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  }, []);
  const step = (by: 1 | -1) => {
    const at = shown.findIndex(({ id }) => id === currentId);
    const next = at < 0 ? shown[0] : shown[at + by];
    if (next) go(next.id);
  };
  /** After a decision the next one that still waits is picked. */
  const forward = (decided: readonly string[]) => {
    const next = nextOpen(shown, currentId, decided);
    setChosen(new Set());
    if (next) go(next.id);
  };
  const accept = (which: ReportItemView[]) => {
    const itemIds = which.map(({ id }) => id);
    review.accept.mutate({ itemIds }, { onSuccess: () => forward(itemIds) });
  };
  const merge = () => {
    const which = toMerge(items, selected, open);
    if (which.length > 1)
      review.merge.mutate(
        which.map(({ id }) => id),
        { onSuccess: ({ item }) => (setChosen(new Set()), go(item.id)) },
      );
  };
  const undo = () => {
    if (!review.undo.isPending)
      review.undo.mutate(undefined, { onSuccess: ({ items: [first] }) => first && go(first.id) });
  };
  const act = (action: ItemAction, item: ReportItemView) => {
    setCurrentId(item.id);
    if (action === 'accept') accept([item]);
    else if (action === 'restore') review.restore.mutate([item.id]);
    else if (action === 'reject') setDialog({ kind: 'reject', items: [item] });
    else setDialog({ kind: action, item });
  };
  // Cards are drawn again only when their item changes; what they call is always the latest.
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const onAct = useCallback((action: ItemAction, item: ReportItemView) => latest.current(action, item), []);
  const onMany = (kind: Many) => (kind === 'merge' ? merge() : setDialog({ kind, items: selected }));
  /** The chosen ones, else the present one. */
  const many = (kind: 'reject' | 'own') => {
    const which = selected.length > 0 ? selected : open ? [open] : [];
    if (which.length > 0) setDialog({ kind, items: which });
  };
  const chooseAll = () => {
    const waiting = shown.filter(isOpen);
    setChosen(new Set(waiting.length > selected.length ? waiting.map(({ id }) => id) : []));
  };

  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    v: () => setView(view === 'text' ? 'original' : 'text'),
    '?': () => setHelping(true),
    ...(mayReview && {
      a: () => (selected.length > 0 ? setDialog({ kind: 'accept', items: selected }) : open && accept([open])),
      e: () => open && setDialog({ kind: 'edit', item: open }),
      s: () => open && setDialog({ kind: 'split', item: open }),
      o: () => many('own'),
      r: () => many('reject'),
      m: merge,
      u: undo,
      x: () => open && choose(open.id, !chosen.has(open.id)),
      X: chooseAll,
      g: () => assignAt && void navigate(assignAt),
    }),
  });

  return (
    <div className="page wide desk-page">
      <DeskHead report={report} onKeys={() => setHelping(true)} />
      <div className="desk">
        <TextPane
          {...{ report, current, view, setView }}
          paneRef={text}
          sync={sync === 'on'}
          setSync={(on) => setSync(on ? 'on' : 'off')}
          onPick={pick}
        />
        <ItemList
          {...{
            report,
            shown,
            tab,
            setTab,
            state,
            setState,
            order,
            setOrder,
            currentId,
            chosen,
            assignAt,
            onAct,
            onMany,
          }}
          listRef={list}
          onPick={pick}
          onChoose={choose}
          onChooseAll={(ids) => setChosen(new Set(ids))}
        />
      </div>
      <div className="desk-spoken" aria-live="polite">
        {spoken(shown, current)}
      </div>
      {mayReview && <MarkBar review={review} onMarked={go} />}
      <KeysModal open={helping} onClose={() => setHelping(false)} />
      {dialog && (
        <DeskDialogs
          dialog={dialog}
          review={review}
          onClose={(decided) => {
            setDialog(null);
            if (decided) forward(decided);
          }}
        />
      )}
    </div>
  );
}
