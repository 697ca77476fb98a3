import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { ask } from '../api/client';
import { listSupportable } from '../api/generated';
import { t } from '../language/t';

interface Props {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
  label: string;
  leadUnitId: string;
  /** Is among the supporting units already, though one may not choose it oneself. */
  known?: { id: string; name: string };
  /** Units that cannot be chosen. */
  without: readonly string[];
}

/** A unit, or an external body, that one may ask to support the lead unit. */
export function SupportingUnitSelect({ id, value, onChange, label, leadUnitId, known, without }: Props) {
  const { data = [], isLoading } = useQuery({
    queryKey: ['supportable', leadUnitId],
    queryFn: () => ask(listSupportable({ query: { unitId: leadUnitId } })),
    staleTime: 60_000,
  });
  const offered = data
    .filter((unit) => unit.id === value || !without.includes(unit.id))
    .map((unit) => ({ value: unit.id, label: unit.external ? t`${unit.name}（外部单位）` : unit.name }));
  const missing = known && !offered.some((option) => option.value === known.id);
  return (
    <Select
      id={id}
      aria-label={label}
      value={value}
      onChange={onChange}
      loading={isLoading}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t`请选择单位`}
      options={missing ? [{ value: known.id, label: known.name }, ...offered] : offered}
      style={{ width: '100%' }}
    />
  );
}
