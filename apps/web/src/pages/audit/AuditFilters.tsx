import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ListHistoryData } from '../../api/generated';
import { DEEDS, SUBJECTS } from '../../words';
import { PersonSearch } from '../../components/PersonSearch';

export type Filters = Omit<NonNullable<ListHistoryData['query']>, 'cursor' | 'limit'>;
type Change = Partial<Record<keyof Filters, string>>;

const NAMES = ['q', 'personId', 'subject', 'action', 'from', 'to'] as const;
const DAY = 'YYYY-MM-DD';
/** Days that the server shows when none are asked for. */
const DAYS = 30;

/** The filters live in the address, so that a finding can be sent to somebody. */
export function useAuditFilters(): [Filters, (change: Change) => void, () => void] {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(
    () => Object.fromEntries(NAMES.map((name) => [name, search.get(name) ?? undefined])) as Filters,
    [search],
  );
  const set = (change: Change) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next, { replace: true });
  };
  return [filters, set, () => setSearch({}, { replace: true })];
}

interface Props {
  filters: Filters;
  set: (change: Change) => void;
  clear?: () => void;
}

export function AuditFilters({ filters, set, clear }: Props) {
  const now = dayjs();
  const from = filters.from ? dayjs(filters.from) : now.subtract(DAYS, 'day');
  const to = filters.to ? dayjs(filters.to) : now;
  return (
    <div className="filters no-print">
      <Input.Search
        key={filters.q}
        aria-label="搜索操作日志"
        placeholder="说明、内容或姓名"
        allowClear
        defaultValue={filters.q}
        onSearch={(q) => set({ q: q.trim() })}
        style={{ width: 220 }}
      />
      <DatePicker.RangePicker
        aria-label="日期范围"
        value={[from, to]}
        allowClear={false}
        onChange={(days) => set({ from: days?.[0]?.format(DAY), to: days?.[1]?.format(DAY) })}
        presets={[
          { label: '今天', value: [now, now] },
          { label: '近 7 天', value: [now.subtract(6, 'day'), now] },
          { label: '近 30 天', value: [now.subtract(DAYS, 'day'), now] },
          { label: '今年', value: [now.startOf('year'), now] },
        ]}
        style={{ width: 250 }}
      />
      <PersonSearch label="操作人" value={filters.personId} onChange={(personId) => set({ personId })} />
      <Select
        aria-label="对象"
        allowClear
        placeholder="全部对象"
        value={filters.subject}
        onChange={(subject) => set({ subject })}
        options={Object.entries(SUBJECTS).map(([value, label]) => ({ value: value as keyof typeof SUBJECTS, label }))}
        style={{ width: 130 }}
      />
      <Select
        aria-label="操作"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="全部操作"
        value={filters.action}
        onChange={(action) => set({ action })}
        options={Object.entries(DEEDS).map(([value, label]) => ({ value, label }))}
        style={{ width: 140 }}
      />
      {clear && (
        <Button type="link" onClick={clear}>
          清除筛选
        </Button>
      )}
    </div>
  );
}
