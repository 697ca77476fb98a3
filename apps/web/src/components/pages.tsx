import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo } from 'react';
import { t } from '../language/t';

interface Page<Row> {
  rows: Row[];
  nextCursor: string | null;
  /** Null on later pages. */
  total: number | null;
}

/** A longer list is not read anew, page after page, just because somebody looks at it again. */
const FEW_PAGES = 5;

/** A list that is read page by page as far as somebody wants to see it. */
export function usePages<Row>(
  key: readonly unknown[],
  read: (cursor: string | undefined) => Promise<Page<Row>>,
  enabled = true,
) {
  const { data, ...query } = useInfiniteQuery({
    queryKey: key,
    enabled,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= FEW_PAGES,
  });
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows), [data]);
  return { ...query, rows, total: data?.pages[0]?.total ?? undefined };
}

/** Shows the next page below those shown. */
export function More({
  list,
}: {
  list: Pick<ReturnType<typeof usePages>, 'hasNextPage' | 'isFetching' | 'fetchNextPage'>;
}) {
  if (!list.hasNextPage) return null;
  return (
    <Button block style={{ marginTop: 12 }} loading={list.isFetching} onClick={() => void list.fetchNextPage()}>
      {t`显示更多`}
    </Button>
  );
}
