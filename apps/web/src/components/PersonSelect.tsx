import { Select } from 'antd';
import { personLabel, useAssignable } from './units';
import { t } from '../language/t';

interface Props {
  id?: string;
  unitId: string | null | undefined;
  value?: string | null;
  onChange?: (id: string | null) => void;
  label?: string;
}

/** A person who may be responsible for tasks of the unit. */
export function PersonSelect({ id, unitId, value, onChange, label }: Props) {
  const { data = [], isLoading } = useAssignable(unitId);
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
      placeholder={unitId ? t`由单位联络员指定` : t`请先选择单位`}
      notFoundContent={t`这个单位还没有人员`}
      options={data.map((person) => ({ value: person.id, label: personLabel(person) }))}
      style={{ width: '100%' }}
    />
  );
}
