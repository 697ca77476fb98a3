import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { unitTree, useUnits } from '../../../components/units';
import { useMay } from '../../../session/session';
import { t } from '../../../language/t';

interface Props {
  value: readonly string[] | undefined;
  onChange: (unitIds: string) => void;
}

/** One or several units, each with those below it; nothing for whoever oversees no unit. */
export function UnitsFilter({ value = [], onChange }: Props) {
  const oversees = useMay('task.read');
  const { data = [], isLoading } = useUnits();
  const tree = useMemo(() => unitTree(data), [data]);
  if (!oversees) return null;
  return (
    <TreeSelect<string[]>
      aria-label={t`牵头单位`}
      multiple
      allowClear
      showSearch={{ treeNodeFilterProp: 'words' }}
      treeDefaultExpandAll
      treeData={tree}
      loading={isLoading}
      maxTagCount="responsive"
      placeholder={t`全部单位`}
      popupMatchSelectWidth={280}
      value={[...value]}
      onChange={(units) => onChange(units.join(','))}
      style={{ width: 200 }}
    />
  );
}
