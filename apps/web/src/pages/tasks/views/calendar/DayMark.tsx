import type { CalendarExceptionView } from '../../../../api/generated';
import { t } from '../../../../language/t';

/** 休 or 班, where the day is not what its weekday says. */
export function DayMark({ exception }: { exception: CalendarExceptionView | undefined }) {
  if (!exception) return null;
  const off = exception.kind === 'holiday';
  return (
    <span className="day-mark" data-kind={exception.kind} title={`${exception.name}，${off ? t`放假` : t`调休上班`}`}>
      <b>{off ? t`休` : t`班`}</b>
      <span className="day-festival">{exception.name}</span>
    </span>
  );
}
