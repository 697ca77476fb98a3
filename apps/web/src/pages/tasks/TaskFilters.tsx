import { Select } from 'antd';
import { Filters, FlagFilter, SeveralFilter, UnitFilter, type SetFilter } from '../../components/Filters';
import { LIGHTS, STATUS } from '../../words';
import type { TaskFilterName, TaskFilterValues } from './useTaskFilters';

interface Props {
  filters: TaskFilterValues;
  set: SetFilter<TaskFilterName>;
  clear?: () => void;
}

const SEARCH = { label: '搜索任务', placeholder: '任务、原文或编号', width: 240 };
const MEANINGS = Object.fromEntries(Object.entries(LIGHTS).map(([light, { meaning }]) => [light, meaning]));

export function TaskFilters({ filters, set, clear }: Props) {
  return (
    <Filters search={SEARCH} q={filters.q} set={set} clear={clear}>
      <SeveralFilter
        label="状态"
        placeholder="全部状态"
        value={filters.status}
        words={STATUS}
        onChange={(status) => set('status', status)}
        width={190}
      />
      <SeveralFilter
        label="亮灯"
        placeholder="全部亮灯"
        value={filters.light}
        words={MEANINGS}
        onChange={(light) => set('light', light)}
        width={190}
      />
      <UnitFilter label="牵头单位" value={filters.unitId} onChange={(unitId) => set('unitId', unitId)} width={200} />
      <Select
        aria-label="排序"
        value={filters.sort ?? 'dueOn'}
        onChange={(sort) => set('sort', sort === 'dueOn' ? undefined : sort)}
        options={[
          { value: 'dueOn', label: '按完成时限' },
          { value: '-updatedAt', label: '按最近更新' },
        ]}
        style={{ width: 130 }}
      />
      <FlagFilter checked={filters.mine} onChange={(mine) => set('mine', mine)}>
        只看我的
      </FlagFilter>
      <FlagFilter checked={filters.supporting} onChange={(supporting) => set('supporting', supporting)}>
        本单位配合的
      </FlagFilter>
    </Filters>
  );
}
