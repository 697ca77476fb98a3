import { Button, Input, Select } from 'antd';
import type { ListHistoryData } from '../../api/generated';
import { DEEDS, SUBJECTS } from '../../words';
import { DaysFilter } from '../../components/DaysFilter';
import { PersonSearch } from '../../components/PersonSearch';
import { useAddressFilters } from '../../components/useAddressFilters';
import { t } from '../../language/t';

export type Filters = Omit<NonNullable<ListHistoryData['query']>, 'cursor' | 'limit'>;
type Change = Partial<Record<keyof Filters, string>>;

const KINDS = {
  words: ['q', 'personId', 'subject', 'action', 'from', 'to'],
  several: [],
  flags: [],
} as const satisfies Record<string, readonly (keyof Filters)[]>;

/** So that a finding can be sent to somebody. */
export const useAuditFilters = () => useAddressFilters<Filters>(KINDS);

interface Props {
  filters: Filters;
  set: (change: Change) => void;
  clear?: () => void;
}

export function AuditFilters({ filters, set, clear }: Props) {
  return (
    <div className="filters no-print">
      <Input.Search
        key={filters.q}
        aria-label={t`搜索操作日志`}
        placeholder={t`说明、内容或姓名`}
        allowClear
        defaultValue={filters.q}
        onSearch={(q) => set({ q: q.trim() })}
        style={{ width: 220 }}
      />
      <DaysFilter from={filters.from} to={filters.to} onChange={set} />
      <PersonSearch label={t`操作人`} value={filters.personId} onChange={(personId) => set({ personId })} />
      <Select
        aria-label={t`对象`}
        allowClear
        placeholder={t`全部对象`}
        value={filters.subject}
        onChange={(subject) => set({ subject })}
        options={Object.entries(SUBJECTS).map(([value, label]) => ({ value: value as keyof typeof SUBJECTS, label }))}
        style={{ width: 130 }}
      />
      <Select
        aria-label={t`操作`}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t`全部操作`}
        value={filters.action}
        onChange={(action) => set({ action })}
        options={Object.entries(DEEDS).map(([value, label]) => ({ value, label }))}
        style={{ width: 140 }}
      />
      {clear && (
        <Button type="link" onClick={clear}>
          {t`清除筛选`}
        </Button>
      )}
    </div>
  );
}
