import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { quarterOf, quarterWord } from './quarters';
import { t } from '../../../language/t';

const DAY = 'YYYY-MM-DD';

interface Props {
  from: string | undefined;
  to: string | undefined;
  onChange: (days: { dueFrom?: string; dueTo?: string }) => void;
}

/** Due within a quarter, or between any two days. */
export function DueFilter({ from, to, onChange }: Props) {
  const now = dayjs();
  const quarters = [-1, 0, 1, 2, 3].map((by) => quarterOf(now.add(by * 3, 'month').format(DAY)));
  return (
    <DatePicker.RangePicker
      aria-label={t`完成时限范围`}
      allowEmpty={[true, true]}
      placeholder={[t`时限从`, t`到`]}
      value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
      onChange={(days) => onChange({ dueFrom: days?.[0]?.format(DAY), dueTo: days?.[1]?.format(DAY) })}
      presets={[
        ...quarters.map(({ year, quarter, first, last }) => ({
          label: quarterWord(year, quarter),
          value: [dayjs(first), dayjs(last)] as [dayjs.Dayjs, dayjs.Dayjs],
        })),
        { label: t`今年`, value: [now.startOf('year'), now.endOf('year')] },
      ]}
      style={{ width: 250 }}
    />
  );
}
