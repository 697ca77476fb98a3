import { useEffect, useRef } from 'react';
import type { SavedViewLine } from '../../../api/generated';
import type { useTaskFilters } from '../useTaskFilters';
import type { useListViews } from './useListViews';

/** The name under which the address holds the view that was opened. */
const OPENED = 'saved';

/** Which saved view is open; the list opens with the preferred one when its address asks for nothing. */
export function useOpenView(
  { search, setAll }: ReturnType<typeof useTaskFilters>,
  { views, defaultViewId, isPending, arrange }: ReturnType<typeof useListViews>,
) {
  const began = useRef(false);
  const open = (view: SavedViewLine | null) => {
    const gone = Object.fromEntries([...search.keys()].filter((key) => key !== 'view').map((key) => [key, undefined]));
    if (view === null) return setAll(gone);
    setAll({ ...gone, ...Object.fromEntries(new URLSearchParams(view.query)), [OPENED]: view.id });
    arrange(view.columns);
  };
  useEffect(() => {
    if (isPending || began.current) return;
    began.current = true;
    const preferred = views.find(({ id }) => id === defaultViewId);
    if (preferred && search.size === 0) open(preferred);
  });
  const query = new URLSearchParams(search);
  for (const name of [OPENED, 'view']) query.delete(name);
  return { view: views.find(({ id }) => id === search.get(OPENED)), query: query.toString(), open };
}
