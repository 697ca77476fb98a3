import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { ask } from '../api/client';
import { listLeaders } from '../api/generated';
import { t } from '../language/t';

interface Props {
  id?: string;
  unitId: string | null | undefined;
  value?: string | null;
  onChange?: (id: string | null) => void;
  label?: string;
}

/** A leader 挂点领导 over the unit. */
export function LeaderSelect({ id, unitId, value, onChange, label }: Props) {
  const { data = [], isLoading } = useQuery({
    queryKey: ['leaders', unitId],
    queryFn: () => ask(listLeaders({ query: { unitId: unitId as string } })),
    enabled: !!unitId,
    staleTime: 60_000,
  });
  return (
    <Select
      id={id}
      aria-label={label}
      value={value ?? undefined}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      disabled={!unitId}
      loading={isLoading}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t`不指定`}
      notFoundContent={t`没有分管这个单位的领导`}
      options={data.map((person) => ({
        value: person.id,
        label: `${person.name}（${person.title ?? person.unitName}）`,
      }))}
      style={{ width: '100%' }}
    />
  );
}
