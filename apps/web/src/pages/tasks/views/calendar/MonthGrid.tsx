import type { CSSProperties } from 'react';
import type { CalendarExceptionView, TaskCalendarDay } from '../../../../api/generated';
import { dayInWords, WEEKDAYS } from '../../../calendar/days';
import type { Stretch } from '../stretch';
import { DayMark } from './DayMark';
import { DueLines } from './DueLines';
import { t } from '../../../../language/t';

export interface DaysFace {
  due: ReadonlyMap<string, TaskCalendarDay>;
  holidays: ReadonlyMap<string, CalendarExceptionView>;
  today: string;
  /** Opens the list of a day. */
  onOpen: (day: string) => void;
}

interface Props extends DaysFace {
  weeks: readonly string[][];
  /** Days outside of it only fill the weeks. */
  stretch: Stretch;
  title: string;
  /** A single week has room for more. */
  tall: boolean;
}

/** The weeks of a month, or one week. */
export function MonthGrid({ weeks, stretch, title, tall, due, holidays, today, onOpen }: Props) {
  return (
    <table className="due-days" data-tall={tall || undefined} style={{ '--weeks': weeks.length } as CSSProperties}>
      <caption className="unseen">
        {title}
        {t`到期的任务`}
      </caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {t`周`}
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const exception = holidays.get(day);
              const onDay = due.get(day);
              return (
                <td
                  key={day}
                  data-kind={exception?.kind}
                  data-outside={day < stretch.from || day > stretch.to || undefined}
                  aria-current={day === today ? 'date' : undefined}
                >
                  <div className="day-head">
                    <span className="day-number" title={dayInWords(day, exception)}>
                      {dateOf(day)}
                    </span>
                    {day === today && <span className="day-today">{t`今天`}</span>}
                    <DayMark exception={exception} />
                  </div>
                  {onDay && <DueLines due={onDay} onOpen={onOpen} />}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The date, with the month where one begins. */
const dateOf = (day: string) => {
  const date = Number(day.slice(8));
  return date === 1 ? t`${Number(day.slice(5, 7))}月1日` : date;
};
