import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { UnpublishedYear } from './UnpublishedYear';
import { t } from '../language/t';

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (day: string | null) => void;
  label?: string;
  placeholder?: string;
}

const DAY = 'YYYY-MM-DD';

/** A calendar day; its value is `YYYY-MM-DD`. Warns when the holidays of its year are not known yet. */
export function DaySelect({ id, value, onChange, label, placeholder = t`选择日期` }: Props) {
  const now = dayjs();
  return (
    <>
      <DatePicker
        id={id}
        aria-label={label}
        value={value ? dayjs(value) : null}
        onChange={(day) => onChange?.(day ? day.format(DAY) : null)}
        placeholder={placeholder}
        presets={[
          { label: t`本月底`, value: now.endOf('month') },
          { label: t`三个月后`, value: now.add(3, 'month') },
          { label: t`年底`, value: now.endOf('year') },
        ]}
        style={{ width: '100%' }}
      />
      {value && <UnpublishedYear year={Number(value.slice(0, 4))} />}
    </>
  );
}
