import type { TaskCalendarDay } from '../../../../api/generated';
import { dayInWords } from '../../../calendar/days';
import type { DaysFace } from './MonthGrid';
import { DayMark } from './DayMark';
import { DueLines } from './DueLines';
import { t } from '../../../../language/t';

interface Props extends Omit<DaysFace, 'due'> {
  days: readonly TaskCalendarDay[];
  empty: string;
}

/** The calendar on a phone: one day below the other, only those on which something is due. */
export function Agenda({ days, empty, holidays, today, onOpen }: Props) {
  if (days.length === 0) return <p className="view-empty">{empty}</p>;
  return (
    <ol className="agenda">
      {days.map((due) => (
        <li key={due.day} aria-current={due.day === today ? 'date' : undefined}>
          <h3>
            {dayInWords(due.day, undefined).split('，')[0].slice(5)}
            {due.day === today && <span className="day-today">{t`今天`}</span>}
            <DayMark exception={holidays.get(due.day)} />
            <span className="quiet small">
              {due.total} {t`项`}
            </span>
          </h3>
          <DueLines due={due} onOpen={onOpen} />
        </li>
      ))}
    </ol>
  );
}
