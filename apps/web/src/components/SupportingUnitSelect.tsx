import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { ask } from '../api/client';
import { listSupportable } from '../api/generated';

interface Props {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
  label: string;
  /** Units that cannot be chosen. */
  without: readonly string[];
}

/** Any unit of the organisation, or an external body, that may be asked for support. */
export function SupportingUnitSelect({ id, value, onChange, label, without }: Props) {
  const { data = [], isLoading } = useQuery({
    queryKey: ['supportable'],
    queryFn: () => ask(listSupportable()),
    staleTime: 60_000,
  });
  return (
    <Select
      id={id}
      aria-label={label}
      value={value}
      onChange={onChange}
      loading={isLoading}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="请选择单位"
      options={data
        .filter((unit) => unit.id === value || !without.includes(unit.id))
        .map((unit) => ({ value: unit.id, label: unit.external ? `${unit.name}（外部单位）` : unit.name }))}
      style={{ width: '100%' }}
    />
  );
}
