import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { ask } from '../../../api/client';
import { listPeople } from '../../../api/generated';
import { t } from '../../../language/t';

interface Props {
  label: string;
  value: readonly string[] | undefined;
  /** Names of those chosen. */
  names: ReadonlyMap<string, string>;
  onChange: (personIds: string) => void;
}

/** One or several people, found by name or login. */
export function PeopleFilter({ label, value = [], names, onChange }: Props) {
  const [words, setWords] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['people', 'search', words],
    queryFn: () => ask(listPeople({ query: { q: words || undefined, limit: 20 } })),
    staleTime: 60_000,
  });
  const found = (data?.rows ?? []).map(({ id, name, login }) => ({ value: id, label: `${name}（${login}）` }));
  const others = value.filter((id) => !found.some((one) => one.value === id));
  return (
    <Select
      aria-label={label}
      mode="multiple"
      allowClear
      maxTagCount="responsive"
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={isFetching}
      placeholder={t`全部${label}`}
      notFoundContent={isFetching ? t`正在查找…` : t`没有找到此人`}
      value={[...value]}
      onChange={(people: string[]) => onChange(people.join(','))}
      options={[...others.map((id) => ({ value: id, label: names.get(id) ?? t`所选人员` })), ...found]}
      style={{ width: 190 }}
    />
  );
}
