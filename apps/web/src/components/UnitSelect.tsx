import { TreeSelect, type TreeSelectProps } from 'antd';
import { useMemo } from 'react';
import { unitTree, useUnits } from './units';
import { t } from '../language/t';

type Props = Pick<
  TreeSelectProps<string>,
  'value' | 'onChange' | 'placeholder' | 'allowClear' | 'disabled' | 'style' | 'id'
> & {
  label?: string;
};

/** A unit out of the tree; found by name, short name or alias. */
export function UnitSelect({ label, ...props }: Props) {
  const { data = [], isLoading } = useUnits();
  const tree = useMemo(() => unitTree(data), [data]);
  return (
    <TreeSelect<string>
      showSearch={{ treeNodeFilterProp: 'words' }}
      treeDefaultExpandAll
      treeData={tree}
      loading={isLoading}
      placeholder={t`请选择单位`}
      aria-label={label}
      popupMatchSelectWidth={280}
      style={{ width: '100%' }}
      {...props}
    />
  );
}
