import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ask } from '../api/client';
import { getBell } from '../api/generated';

const STREAM = '/api/v1/bell/stream';
/** After which a refused stream is asked for again, in milliseconds; one that broke off the browser opens by itself. */
const AGAIN = 30_000;

/** What is shown of one's own reminders. */
const SHOWN = ['bell', 'own-reminders'];

/**
 * One's own reminders, read anew whenever the server rings. A window that nobody looks at keeps no stream: browsers open
 * six connections to one server for all windows together.
 */
export function useBell() {
  const queries = useQueryClient();
  useEffect(() => {
    let source: EventSource | undefined;
    let timer: number | undefined;
    const renew = () =>
      void queries.invalidateQueries({ predicate: ({ queryKey }) => SHOWN.includes(String(queryKey[0])) });
    const close = () => {
      window.clearTimeout(timer);
      source?.close();
    };
    const open = () => {
      close();
      if (document.visibilityState === 'hidden') return;
      source = new EventSource(STREAM);
      source.onmessage = renew;
      source.onerror = () => {
        if (source?.readyState !== EventSource.CLOSED) return;
        // Reading the bell tells why: the session may be over.
        renew();
        timer = window.setTimeout(open, AGAIN);
      };
    };
    open();
    document.addEventListener('visibilitychange', open);
    return () => {
      document.removeEventListener('visibilitychange', open);
      close();
    };
  }, [queries]);
  return useQuery({ queryKey: ['bell'], queryFn: () => ask(getBell()) });
}
