import { Result, Skeleton } from 'antd';
import { useEffect, type ReactNode } from 'react';
import './links.css';
import { t } from '../../language/t';

interface Props<Data> {
  title: string;
  data: Data | undefined;
  error: Error | null;
  children: (data: Data) => ReactNode;
}

/** What the holder of a link sees without signing in: one matter, or why the link does not open it. */
export function LinkPage<Data>({ title, data, error, children }: Props<Data>) {
  useEffect(() => {
    document.title = t`${title} · 落实`;
  }, [title]);
  return (
    <div className="link-page">
      <header>
        <b>{t`落实`}</b> {title}
      </header>
      <main>
        {error && <Result status="warning" title={<h1>{error.message}</h1>} />}
        {data === undefined && !error && <Skeleton active />}
        {data !== undefined && !error && children(data)}
      </main>
    </div>
  );
}

/** A link is opened once, not again whenever the window comes to the front: every opening counts. */
export const OPENED_ONCE = { staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;
