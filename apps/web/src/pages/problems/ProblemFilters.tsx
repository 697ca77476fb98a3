import { Select } from 'antd';
import { Filters, FlagFilter, SeveralFilter, UnitFilter, type SetFilter } from '../../components/Filters';
import { DUE_WINDOWS, ORIGINS, PROBLEM_STATUS } from './problem-words';
import { useProblemChoices } from './useProblemChoices';
import type { ProblemFilterName, ProblemFilterValues } from './useProblemFilters';
import { t } from '../../language/t';

interface Props {
  filters: ProblemFilterValues;
  set: SetFilter<ProblemFilterName>;
  clear?: () => void;
}

const SEARCH = { label: t`搜索问题`, placeholder: t`问题、原文或编号`, width: 200 };

export function ProblemFilters({ filters, set, clear }: Props) {
  const { data: choices } = useProblemChoices();
  return (
    <Filters search={SEARCH} q={filters.q} set={set} clear={clear}>
      <SeveralFilter
        label={t`状态`}
        placeholder={t`全部状态`}
        value={filters.status}
        words={PROBLEM_STATUS}
        onChange={(status) => set('status', status)}
        width={160}
      />
      <SeveralFilter
        label={t`问题来源`}
        placeholder={t`全部来源`}
        value={filters.origin}
        words={ORIGINS}
        onChange={(origin) => set('origin', origin)}
        width={150}
      />
      <Select
        aria-label={t`问题类别`}
        allowClear
        showSearch
        placeholder={t`全部类别`}
        value={filters.category}
        onChange={(category?: string) => set('category', category)}
        options={choices?.categories.map((value) => ({ value, label: value }))}
        style={{ width: 140 }}
      />
      <UnitFilter label={t`整改单位`} value={filters.unitId} onChange={(unitId) => set('unitId', unitId)} width={180} />
      {choices && choices.leaders.length > 0 && (
        <Select
          aria-label={t`挂钩领导`}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t`全部挂钩领导`}
          value={filters.leaderId}
          onChange={(leaderId?: string) => set('leaderId', leaderId)}
          options={choices.leaders.map(({ id, name }) => ({ value: id, label: name }))}
          style={{ width: 140 }}
        />
      )}
      <Select
        aria-label={t`整改时限`}
        allowClear
        placeholder={t`全部时限`}
        value={filters.due}
        onChange={(due?: string) => set('due', due)}
        options={Object.entries(DUE_WINDOWS).map(([value, label]) => ({ value, label }))}
        style={{ width: 120 }}
      />
      <FlagFilter checked={filters.mine} onChange={(mine) => set('mine', mine)}>
        {t`只看我挂钩或负责的`}
      </FlagFilter>
    </Filters>
  );
}
