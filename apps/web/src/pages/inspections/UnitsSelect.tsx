import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { unitTree, useUnits } from '../../components/units';
import { t } from '../../language/t';

interface Props {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
}

/** Several units out of the tree, in the order in which they are chosen. */
export function UnitsSelect({ id, value, onChange }: Props) {
  const { data = [], isLoading } = useUnits();
  const tree = useMemo(() => unitTree(data), [data]);
  return (
    <TreeSelect<string[]>
      id={id}
      multiple
      showSearch={{ treeNodeFilterProp: 'words' }}
      treeDefaultExpandAll
      treeData={tree}
      loading={isLoading}
      placeholder={t`请选择单位，按选择的先后分组`}
      popupMatchSelectWidth={280}
      style={{ width: '100%' }}
      value={value}
      onChange={onChange}
    />
  );
}
