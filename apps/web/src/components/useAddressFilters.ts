import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** The filters of a list, by what their value is. */
interface FilterKinds<Name> {
  words: readonly Name[];
  /** Several values, separated by commas. */
  several: readonly Name[];
  /** On, or left out. */
  flags: readonly Name[];
}

/** Filters that live in the address, so that a list can be sent to somebody. */
export function useAddressFilters<Values>({ words, several, flags }: FilterKinds<keyof Values & string>) {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => {
    const given = (names: readonly string[], read: (value: string) => unknown) =>
      names.flatMap((name) => {
        const value = search.get(name);
        return value ? [[name, read(value)] as const] : [];
      });
    return Object.fromEntries([
      ...given(words, (value) => value),
      ...given(several, (value) => value.split(',')),
      ...given(flags, () => true),
    ]) as Partial<Values>;
  }, [search, words, several, flags]);
  const setAll = (change: Record<string, string | undefined>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next, { replace: true });
  };
  return {
    search,
    filters,
    set: (name: string, value: string | undefined) => setAll({ [name]: value }),
    /** Several at once; what is named without a value is taken away. */
    setAll,
    /** What else the address says stays. */
    clear: () => setAll(Object.fromEntries([...words, ...several, ...flags].map((name) => [name, undefined]))),
    filtered: Object.keys(filters).length > 0,
  };
}
