import { WarningOutlined } from '@ant-design/icons';
import { unpublishedWords, useCalendarYears } from './calendar-years';

/** A warning beside a deadline in a year whose holidays are not known yet; nothing for other years. */
export function UnpublishedYear({ year }: { year: number }) {
  const stored = useCalendarYears()?.find((one) => one.year === year);
  if (!stored || stored.published) return null;
  return (
    <div role="status" className="small unpublished">
      <WarningOutlined aria-hidden /> {unpublishedWords(year)}
    </div>
  );
}
