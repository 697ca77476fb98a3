import { useEffect, useRef } from 'react';
import { More, type usePages } from '../../../components/pages';

/** Reads the next page as soon as the end of the list comes into sight; the button is for whoever got none. */
export function AutoMore({ list }: { list: ReturnType<typeof usePages> }) {
  const ref = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  const waiting = hasNextPage && !isFetching && !isError;
  useEffect(() => {
    const end = ref.current;
    if (!end || !waiting) return;
    const observer = new IntersectionObserver(
      ([{ isIntersecting }]) => {
        if (isIntersecting) void fetchNextPage();
      },
      { rootMargin: '200px' },
    );
    observer.observe(end);
    return () => observer.disconnect();
  }, [waiting, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <div ref={ref} className="no-print">
      <More list={list} />
    </div>
  );
}
