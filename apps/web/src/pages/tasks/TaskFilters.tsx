import { Button, Checkbox, Select } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ListTasksData } from '../../api/generated';
import { UnitSelect } from '../../components/UnitSelect';
import { WordSearch } from '../../components/WordSearch';
import { useMay } from '../../session/session';
import { LIGHTS, STATUS } from '../../words';

export type Filters = Omit<NonNullable<ListTasksData['query']>, 'cursor' | 'limit'>;
type FilterName = keyof Filters;

const SEVERAL: readonly FilterName[] = ['status', 'light'];
const FLAGS: readonly FilterName[] = ['mine', 'supporting'];
const NAMES: readonly FilterName[] = [
  'q',
  'status',
  'light',
  'unitId',
  'assigneeId',
  'mine',
  'supporting',
  'reportId',
  'ledgerImportId',
  'sort',
];

/** The filters live in the address, so that a list can be sent to somebody. */
export function useTaskFilters(): [Filters, (name: FilterName, value: string | undefined) => void, () => void] {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(
    () =>
      Object.fromEntries(
        NAMES.flatMap((name) => {
          const value = search.get(name);
          if (!value) return [];
          return [[name, SEVERAL.includes(name) ? value.split(',') : FLAGS.includes(name) ? true : value]];
        }),
      ) as Filters,
    [search],
  );
  const set = (name: FilterName, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  return [filters, set, () => setSearch({}, { replace: true })];
}

interface Props {
  filters: Filters;
  set: (name: FilterName, value: string | undefined) => void;
  clear?: () => void;
}

export function TaskFilters({ filters, set, clear }: Props) {
  const oversees = useMay('task.read');
  return (
    <div className="filters no-print">
      <WordSearch
        label="搜索任务"
        placeholder="任务、原文或编号"
        value={filters.q}
        onSearch={(q) => set('q', q)}
        width={240}
      />
      <Select
        aria-label="状态"
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        placeholder="全部状态"
        value={filters.status ?? []}
        onChange={(status: string[]) => set('status', status.join(','))}
        options={Object.entries(STATUS).map(([value, label]) => ({ value, label }))}
        style={{ width: 190 }}
      />
      <Select
        aria-label="亮灯"
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        placeholder="全部亮灯"
        value={filters.light ?? []}
        onChange={(light: string[]) => set('light', light.join(','))}
        options={Object.entries(LIGHTS).map(([value, { meaning }]) => ({ value, label: meaning }))}
        style={{ width: 190 }}
      />
      {oversees && (
        <UnitSelect
          label="牵头单位"
          value={filters.unitId}
          onChange={(unitId) => set('unitId', unitId)}
          allowClear
          placeholder="全部单位"
          style={{ width: 200 }}
        />
      )}
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
      <Checkbox
        checked={filters.mine ?? false}
        onChange={({ target }) => set('mine', target.checked ? 'true' : undefined)}
        style={{ alignSelf: 'center' }}
      >
        只看我的
      </Checkbox>
      <Checkbox
        checked={filters.supporting ?? false}
        onChange={({ target }) => set('supporting', target.checked ? 'true' : undefined)}
        style={{ alignSelf: 'center' }}
      >
        本单位配合的
      </Checkbox>
      {clear && (
        <Button type="link" onClick={clear}>
          清除筛选
        </Button>
      )}
    </div>
  );
}
