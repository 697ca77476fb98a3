import type { ListRemindersData } from '../../api/generated';
import { DaysFilter } from '../../components/DaysFilter';
import { Filters as ListFilters, SeveralFilter } from '../../components/Filters';
import { PersonSearch } from '../../components/PersonSearch';
import { UnitSelect } from '../../components/UnitSelect';
import { useAddressFilters } from '../../components/useAddressFilters';
import { REMINDER_KINDS, REMINDER_STATUS } from './reminder-words';
import { t } from '../../language/t';

export type Filters = Omit<NonNullable<ListRemindersData['query']>, 'cursor' | 'limit'>;

const KINDS = {
  words: ['q', 'person', 'unitId', 'from', 'to'],
  several: ['status', 'kind'],
  flags: [],
} as const satisfies Record<string, readonly (keyof Filters)[]>;

/** So that a finding can be sent to somebody. */
export const useReminderFilters = () => useAddressFilters<Filters>(KINDS);

interface Props {
  filters: Filters;
  set: (change: Partial<Record<keyof Filters, string>>) => void;
  clear?: () => void;
}

const SEARCH = { label: t`搜索提醒`, placeholder: t`任务、原文或编号`, width: 210 };

export function ReminderFilters({ filters, set, clear }: Props) {
  return (
    <ListFilters search={SEARCH} q={filters.q} set={(name, value) => set({ [name]: value })} clear={clear}>
      <PersonSearch label={t`接收人`} value={filters.person} onChange={(person) => set({ person })} />
      <SeveralFilter
        label={t`状态`}
        placeholder={t`全部状态`}
        words={REMINDER_STATUS}
        value={filters.status}
        onChange={(status) => set({ status })}
        width={170}
      />
      <SeveralFilter
        label={t`提醒规则`}
        placeholder={t`全部提醒规则`}
        words={REMINDER_KINDS}
        value={filters.kind}
        onChange={(kind) => set({ kind })}
        width={170}
      />
      <UnitSelect
        label={t`牵头单位`}
        value={filters.unitId}
        onChange={(unitId) => set({ unitId })}
        allowClear
        placeholder={t`全部单位`}
        style={{ width: 180 }}
      />
      <DaysFilter from={filters.from} to={filters.to} onChange={set} />
    </ListFilters>
  );
}
