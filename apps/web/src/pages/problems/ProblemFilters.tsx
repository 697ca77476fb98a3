import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select } from 'antd';
import { ask } from '../../api/client';
import { getProblemChoices } from '../../api/generated';
import { UnitSelect } from '../../components/UnitSelect';
import { WordSearch } from '../../components/WordSearch';
import { useMay } from '../../session/session';
import { DUE_WINDOWS, ORIGINS, PROBLEM_STATUS } from './problem-words';
import type { ProblemFilterName, ProblemFilterValues } from './useProblemFilters';

interface Props {
  filters: ProblemFilterValues;
  set: (name: ProblemFilterName, value: string | undefined) => void;
  clear?: () => void;
}

/** Categories, kinds of responsibility and leaders to choose from. */
export const useProblemChoices = () =>
  useQuery({ queryKey: ['problems', 'choices'], queryFn: () => ask(getProblemChoices()), staleTime: 60_000 });

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

export function ProblemFilters({ filters, set, clear }: Props) {
  const oversees = useMay('task.read');
  const { data: choices } = useProblemChoices();
  return (
    <div className="filters no-print">
      <WordSearch
        label="搜索问题"
        placeholder="问题、原文或编号"
        value={filters.q}
        onSearch={(q) => set('q', q)}
        width={200}
      />
      <Select
        aria-label="状态"
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        placeholder="全部状态"
        value={filters.status ?? []}
        onChange={(status: string[]) => set('status', status.join(','))}
        options={options(PROBLEM_STATUS)}
        style={{ width: 160 }}
      />
      <Select
        aria-label="问题来源"
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        placeholder="全部来源"
        value={filters.origin ?? []}
        onChange={(origin: string[]) => set('origin', origin.join(','))}
        options={options(ORIGINS)}
        style={{ width: 150 }}
      />
      <Select
        aria-label="问题类别"
        allowClear
        showSearch
        placeholder="全部类别"
        value={filters.category}
        onChange={(category?: string) => set('category', category)}
        options={choices?.categories.map((value) => ({ value, label: value }))}
        style={{ width: 140 }}
      />
      {oversees && (
        <UnitSelect
          label="整改单位"
          value={filters.unitId}
          onChange={(unitId) => set('unitId', unitId)}
          allowClear
          placeholder="全部单位"
          style={{ width: 180 }}
        />
      )}
      {choices && choices.leaders.length > 0 && (
        <Select
          aria-label="挂钩领导"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="全部挂钩领导"
          value={filters.leaderId}
          onChange={(leaderId?: string) => set('leaderId', leaderId)}
          options={choices.leaders.map(({ id, name }) => ({ value: id, label: name }))}
          style={{ width: 140 }}
        />
      )}
      <Select
        aria-label="整改时限"
        allowClear
        placeholder="全部时限"
        value={filters.due}
        onChange={(due?: string) => set('due', due)}
        options={options(DUE_WINDOWS)}
        style={{ width: 120 }}
      />
      <Checkbox
        checked={filters.mine ?? false}
        onChange={({ target }) => set('mine', target.checked ? 'true' : undefined)}
        style={{ alignSelf: 'center' }}
      >
        只看我挂钩或负责的
      </Checkbox>
      {clear && (
        <Button type="link" onClick={clear}>
          清除筛选
        </Button>
      )}
    </div>
  );
}
