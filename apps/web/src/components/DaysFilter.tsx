import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { t } from '../language/t';

const DAY = 'YYYY-MM-DD';
/** Days that the server shows when none are asked for. */
const DAYS = 30;

interface Props {
  from: string | undefined;
  to: string | undefined;
  onChange: (days: { from?: string; to?: string }) => void;
}

/** From one day to another, both included. */
export function DaysFilter({ from, to, onChange }: Props) {
  const now = dayjs();
  return (
    <DatePicker.RangePicker
      aria-label={t`日期范围`}
      value={[from ? dayjs(from) : now.subtract(DAYS, 'day'), to ? dayjs(to) : now]}
      allowClear={false}
      onChange={(days) => onChange({ from: days?.[0]?.format(DAY), to: days?.[1]?.format(DAY) })}
      presets={[
        { label: t`今天`, value: [now, now] },
        { label: t`近 7 天`, value: [now.subtract(6, 'day'), now] },
        { label: t`近 30 天`, value: [now.subtract(DAYS, 'day'), now] },
        { label: t`今年`, value: [now.startOf('year'), now] },
      ]}
      style={{ width: 250 }}
    />
  );
}
