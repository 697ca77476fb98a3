import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ListRemindersData } from '../../api/generated';
import { PersonSearch } from '../../components/PersonSearch';
import { UnitSelect } from '../../components/UnitSelect';
import { WordSearch } from '../../components/WordSearch';
import { REMINDER_KINDS, REMINDER_STATUS } from './reminder-words';

export type Filters = Omit<NonNullable<ListRemindersData['query']>, 'cursor' | 'limit'>;
type Change = Partial<Record<keyof Filters, string>>;

const SEVERAL: readonly (keyof Filters)[] = ['status', 'kind'];
const NAMES: readonly (keyof Filters)[] = ['q', 'person', 'status', 'kind', 'unitId', 'from', 'to'];
const DAY = 'YYYY-MM-DD';
/** Days that the server shows when none are asked for. */
const DAYS = 30;

/** The filters live in the address, so that a finding can be sent to somebody. */
export function useReminderFilters(): [Filters, (change: Change) => void, () => void] {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(
    () =>
      Object.fromEntries(
        NAMES.flatMap((name) => {
          const value = search.get(name);
          return value ? [[name, SEVERAL.includes(name) ? value.split(',') : value]] : [];
        }),
      ) as Filters,
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

export function ReminderFilters({ filters, set, clear }: Props) {
  const now = dayjs();
  const from = filters.from ? dayjs(filters.from) : now.subtract(DAYS, 'day');
  const to = filters.to ? dayjs(filters.to) : now;
  return (
    <div className="filters no-print">
      <WordSearch
        label="搜索提醒"
        placeholder="任务、原文或编号"
        value={filters.q}
        onSearch={(q) => set({ q })}
        width={210}
      />
      <PersonSearch label="接收人" value={filters.person} onChange={(person) => set({ person })} />
      <Several label="状态" words={REMINDER_STATUS} value={filters.status} onChange={(status) => set({ status })} />
      <Several label="提醒规则" words={REMINDER_KINDS} value={filters.kind} onChange={(kind) => set({ kind })} />
      <UnitSelect
        label="牵头单位"
        value={filters.unitId}
        onChange={(unitId) => set({ unitId })}
        allowClear
        placeholder="全部单位"
        style={{ width: 180 }}
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
      {clear && (
        <Button type="link" onClick={clear}>
          清除筛选
        </Button>
      )}
    </div>
  );
}

interface SeveralProps {
  label: string;
  words: Record<string, string>;
  value: string[] | undefined;
  onChange: (values: string) => void;
}

function Several({ label, words, value, onChange }: SeveralProps) {
  return (
    <Select
      aria-label={label}
      mode="multiple"
      allowClear
      maxTagCount="responsive"
      placeholder={`全部${label}`}
      value={value ?? []}
      onChange={(values: string[]) => onChange(values.join(','))}
      options={Object.entries(words).map(([one, name]) => ({ value: one, label: name }))}
      style={{ width: 170 }}
    />
  );
}
