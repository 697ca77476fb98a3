import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { ask } from '../api/client';
import { listPeople } from '../api/generated';
import { t } from '../language/t';

interface Props {
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  label: string;
  /** People who are named even when they are not among those found. */
  known?: readonly { id: string; name: string }[];
}

/** Anybody of the units one may see, also those who have left; found by name or login. */
export function PersonSearch({ value, onChange, label, known = [] }: Props) {
  const [words, setWords] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['people', 'search', words],
    queryFn: () => ask(listPeople({ query: { q: words || undefined, limit: 20 } })),
    staleTime: 60_000,
  });
  const found = (data?.rows ?? []).map(({ id, name, login }) => ({ value: id, label: `${name}（${login}）` }));
  const others = known.filter(({ id, name }) => name.includes(words) && !found.some(({ value: one }) => one === id));
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={onChange}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={isFetching}
      placeholder={t`全部人员`}
      notFoundContent={isFetching ? t`正在查找…` : t`没有找到此人`}
      options={[...others.map(({ id, name }) => ({ value: id, label: name })), ...found]}
      style={{ width: 180 }}
    />
  );
}
