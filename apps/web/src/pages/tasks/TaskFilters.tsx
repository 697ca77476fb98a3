import { Button, Grid, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { TaskLine } from '../../api/generated';
import { Filters, FlagFilter, SeveralFilter, type SetFilter } from '../../components/Filters';
import { useUnits } from '../../components/units';
import { LIGHTS, SOURCES, STATUS, TASK_KINDS } from '../../words';
import { DueFilter } from './list/DueFilter';
import { filterChips } from './list/filter-chips';
import { FilterChips } from './list/FilterChips';
import { GROUPINGS } from './list/group-words';
import { PeopleFilter } from './list/PeopleFilter';
import { UnitsFilter } from './list/UnitsFilter';
import type { TaskFilterName, TaskFilterValues } from './useTaskFilters';
import { t } from '../../language/t';

interface Props {
  filters: TaskFilterValues;
  set: SetFilter<TaskFilterName>;
  setAll: (change: Record<string, string | undefined>) => void;
  clear: () => void;
  /** Tasks that are shown: they know the names of people. */
  tasks?: readonly TaskLine[];
  /** How the list is sorted and grouped is of no concern to other views. */
  arranged?: boolean;
}

const SEARCH = { label: t`搜索任务`, placeholder: t`任务、原文或编号`, width: 220 };
const MEANINGS = Object.fromEntries(Object.entries(LIGHTS).map(([light, { meaning }]) => [light, meaning]));
const SORTS = [
  { value: 'dueOn', label: t`时限由近到远` },
  { value: '-dueOn', label: t`时限由远到近` },
  { value: '-updatedAt', label: t`最近更新在前` },
  { value: 'code', label: t`编号由小到大` },
  { value: '-code', label: t`编号由大到小` },
  { value: 'unit', label: t`按牵头单位` },
  { value: '-unit', label: t`按牵头单位（倒序）` },
  { value: 'progress', label: t`进度由低到高` },
  { value: '-progress', label: t`进度由高到低` },
];
const GROUPS = [
  { value: '', label: t`不分组` },
  ...Object.entries(GROUPINGS).map(([value, word]) => ({ value, label: t`按${word}分组` })),
];
const LESS_USED: readonly TaskFilterName[] = ['kind', 'source', 'assigneeId', 'leaderId', 'supporting'];

export function TaskFilters({ filters, set, setAll, clear, tasks = [], arranged = true }: Props) {
  const [all, setAllShown] = useState(() => LESS_USED.some((name) => filters[name] !== undefined));
  const narrow = !Grid.useBreakpoint().md;
  const { data: units = [] } = useUnits();
  const people = useMemo(
    () =>
      new Map(
        tasks.flatMap(({ assigneeId, assigneeName }) =>
          assigneeId ? [[assigneeId, assigneeName ?? ''] as const] : [],
        ),
      ),
    [tasks],
  );
  const names = {
    people,
    units: new Map(units.map(({ id, name }) => [id, name])),
    report: tasks.find(({ reportId }) => reportId === filters.reportId)?.reportTitle ?? undefined,
  };
  const several = (name: 'status' | 'light' | 'kind' | 'source', label: string, words: Record<string, string>) => (
    <SeveralFilter
      label={label}
      placeholder={t`全部${label}`}
      value={filters[name]}
      words={words}
      onChange={(values) => set(name, values)}
      width={170}
    />
  );
  const unit = <UnitsFilter value={filters.unitId} onChange={(unitIds) => set('unitId', unitIds)} />;
  const status = several('status', t`状态`, STATUS);
  const due = (
    <DueFilter
      from={filters.dueFrom}
      to={filters.dueTo}
      onChange={({ dueFrom, dueTo }) => setAll({ dueFrom, dueTo })}
    />
  );
  return (
    <>
      <Filters search={SEARCH} q={filters.q} set={set}>
        {!narrow && unit}
        {several('light', t`亮灯`, MEANINGS)}
        {!narrow && status}
        {!narrow && due}
        <FlagFilter checked={filters.mine} onChange={(mine) => set('mine', mine)}>
          {t`只看我的`}
        </FlagFilter>
        <Button type="link" aria-expanded={all} onClick={() => setAllShown(!all)}>
          {all ? t`收起` : t`更多条件`}
        </Button>
        {all && (
          <>
            {narrow && unit}
            {narrow && status}
            {narrow && due}
            {several('kind', t`种类`, TASK_KINDS)}
            {several('source', t`来源`, SOURCES)}
            <PeopleFilter
              label={t`责任人`}
              names={people}
              value={filters.assigneeId}
              onChange={(ids) => set('assigneeId', ids)}
            />
            <PeopleFilter
              label={t`挂点领导`}
              names={people}
              value={filters.leaderId}
              onChange={(ids) => set('leaderId', ids)}
            />
            <FlagFilter checked={filters.supporting} onChange={(supporting) => set('supporting', supporting)}>
              {t`本单位配合的`}
            </FlagFilter>
          </>
        )}
      </Filters>
      <div className="filters no-print">
        {arranged && (
          <>
            <Select
              aria-label={t`排序`}
              value={filters.sort ?? 'dueOn'}
              onChange={(sort) => set('sort', sort === 'dueOn' ? undefined : sort)}
              options={SORTS}
              style={{ width: 160 }}
            />
            <Select
              aria-label={t`分组`}
              value={filters.groupBy ?? ''}
              onChange={(by: string) => set('groupBy', by || undefined)}
              options={GROUPS}
              style={{ width: 150 }}
            />
          </>
        )}
        <FilterChips chips={filterChips(filters, names)} remove={({ without }) => setAll(without)} clear={clear} />
      </div>
    </>
  );
}
