import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';
import { stepped, stretchOf, stretchWords, type Span } from './stretch';

/** The stretch of days that the address names by a day in it and a span; without them the one of today. */
export function useStretch<Own extends Span>(spans: Record<Own, string>, usual: NoInfer<Own>) {
  const [search, setSearch] = useSearchParams();
  const today = dayjs().format('YYYY-MM-DD');
  const given = search.get('day') ?? '';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(given) && dayjs(given).isValid() ? given : today;
  const wanted = search.get('span');
  const span = wanted !== null && wanted in spans ? (wanted as Own) : usual;
  const show = (changes: Record<string, string>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) next.set(name, value);
    setSearch(next, { replace: true });
  };
  return {
    ...{ day, span, today, ...stretchOf(day, span), title: stretchWords(day, span) },
    setSpan: (next: Own) => show({ span: next }),
    step: (steps: 1 | -1) => show({ day: stepped(day, span, steps) }),
    goToday: () => show({ day: today }),
  };
}
