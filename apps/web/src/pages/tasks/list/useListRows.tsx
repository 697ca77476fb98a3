import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { ask } from '../../../api/client';
import { groupTasks, listTasks, type TaskGroup, type TaskLine } from '../../../api/generated';
import { usePages } from '../../../components/pages';
import type { TaskFilterValues } from '../useTaskFilters';
import { listItems, WHOLE, type ListItem, type ReadRows } from './list-items';

/** Rows asked for at a time: about three screens. */
const PORTION = 100;
/** So many groups stand open at first; more are opened one by one. */
const OPEN_AT_FIRST = 6;

interface Part extends ReadRows {
  fetchMore: () => void;
}
type Parts = ReadonlyMap<string, Part>;

export interface ListRows {
  items: ListItem[];
  tasks: TaskLine[];
  total: number | undefined;
  /** Nothing has come yet. */
  waiting: boolean;
  error: Error | null;
  refetch: () => void;
  more: (of: string) => void;
  toggle: (key: string) => void;
  /** Read what is open; they show nothing themselves. */
  readers: React.ReactNode;
}

/** The lines of the list, read page by page: as a whole, or of each open group. */
export function useListRows(filters: TaskFilterValues): ListRows {
  const { groupBy, ...rest } = filters;
  const name = JSON.stringify(filters);
  const groups = useQuery({
    queryKey: ['tasks', 'groups', filters],
    queryFn: () => ask(groupTasks({ query: { ...rest, groupBy: groupBy ?? 'unit' } })),
    enabled: groupBy !== undefined,
  });
  const whole = usePages(
    ['tasks', filters],
    (cursor) => ask(listTasks({ query: { ...rest, cursor, limit: PORTION } })),
    groupBy === undefined,
  );
  const [toggled, setToggled] = useState({ name, keys: new Set<string>() });
  const [read, setRead] = useState<{ name: string; parts: Parts }>({ name, parts: new Map() });
  const note = useCallback(
    (key: string, part: Part) =>
      setRead((before) => ({ name, parts: new Map(before.name === name ? before.parts : []).set(key, part) })),
    [name],
  );
  const given = useMemo(() => (groupBy === undefined ? null : (groups.data ?? [])), [groupBy, groups.data]);
  const open = useMemo(() => {
    const flipped = toggled.name === name ? toggled.keys : new Set<string>();
    const keys = (given ?? []).map(({ key }) => key);
    return new Set(keys.filter((key, at) => at < OPEN_AT_FIRST !== flipped.has(key)));
  }, [given, toggled, name]);
  const parts: Parts = useMemo(() => {
    if (groupBy !== undefined) return read.name === name ? read.parts : new Map();
    const { rows, hasNextPage, isFetching, fetchNextPage } = whole;
    if (!rows) return new Map();
    const fetchMore = () => !isFetching && void fetchNextPage();
    return new Map([[WHOLE, { rows, more: hasNextPage, fetchMore }]]);
  }, [groupBy, name, read, whole]);
  const items = useMemo(() => listItems(given, open, parts), [given, open, parts]);
  return {
    items,
    tasks: useMemo(() => items.flatMap((item) => (item.kind === 'task' ? [item.task] : [])), [items]),
    total: groupBy === undefined ? whole.total : given?.reduce((sum, { count }) => sum + count, 0),
    waiting: groupBy === undefined ? whole.isPending : groups.isPending,
    error: groupBy === undefined ? whole.error : groups.error,
    refetch: () => void (groupBy === undefined ? whole : groups).refetch(),
    more: (of) => parts.get(of)?.fetchMore(),
    toggle: (key) =>
      setToggled((before) => {
        const keys = new Set(before.name === name ? before.keys : []);
        if (!keys.delete(key)) keys.add(key);
        return { name, keys };
      }),
    readers: (given ?? [])
      .filter(({ key }) => open.has(key))
      .map((group) => <GroupReader key={name + group.key} filters={filters} group={group} note={note} />),
  };
}

function GroupReader({
  filters,
  group,
  note,
}: {
  filters: TaskFilterValues;
  group: TaskGroup;
  note: (key: string, part: Part) => void;
}) {
  const { key } = group;
  const { rows, hasNextPage, isFetching, fetchNextPage } = usePages(['tasks', filters, key], (cursor) =>
    ask(listTasks({ query: { ...filters, group: key, cursor, limit: PORTION } })),
  );
  useEffect(() => {
    if (!rows) return;
    note(key, { rows, more: hasNextPage, fetchMore: () => !isFetching && void fetchNextPage() });
  }, [key, rows, hasNextPage, isFetching, fetchNextPage, note]);
  return null;
}
