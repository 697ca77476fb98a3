import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ask } from '../../../api/client';
import { listViews, setListPreference, type ColumnChoice } from '../../../api/generated';
import { COLUMNS, FIRST_COLUMNS } from './list-columns';
import { t } from '../../../language/t';

export const VIEWS = ['list-views'];
/** A column that is being drawn wider changes many times a second. */
const SETTLED_MS = 600;

/** The columns and views of the present person; what he arranges is kept for him. */
export function useListViews() {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { data, isPending } = useQuery({
    queryKey: VIEWS,
    queryFn: () => ask(listViews()),
    staleTime: 60_000,
  });
  const [arranged, setArranged] = useState<ColumnChoice[] | null>(null);
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keep = useMutation({
    mutationFn: (body: { columns?: ColumnChoice[]; defaultViewId?: string | null }) => ask(setListPreference({ body })),
    onSuccess: (views) => queries.setQueryData(VIEWS, views),
    onError: (error) => void message.error(t`列表设置没有保存：${error.message}`),
  });
  useEffect(() => () => clearTimeout(later.current), []);
  const known = (data?.columns ?? FIRST_COLUMNS).filter(({ name }) => name in COLUMNS);
  return {
    views: data?.views ?? [],
    defaultViewId: data?.defaultViewId ?? null,
    isPending,
    columns: arranged ?? known,
    arrange: (columns: ColumnChoice[]) => {
      setArranged(columns);
      clearTimeout(later.current);
      later.current = setTimeout(() => keep.mutate({ columns }), SETTLED_MS);
    },
    prefer: (defaultViewId: string | null) => keep.mutate({ defaultViewId }),
  };
}
