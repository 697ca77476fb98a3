import dayjs from 'dayjs';
import { useState, type KeyboardEvent } from 'react';
import type { CalendarExceptionView } from '../../api/generated';
import { dayInWords, WEEKDAYS, weeksOf } from './days';
import { t } from '../../language/t';

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

interface Props {
  year: number;
  exceptions: readonly CalendarExceptionView[];
  /** Left out for who may only look. */
  onChoose?: (day: string) => void;
}

/** Twelve months at a glance. Where days can be chosen, one of them takes the keyboard, and arrows move through the year. */
export function YearGrid({ year, exceptions, onChoose }: Props) {
  const today = dayjs().format('YYYY-MM-DD');
  const [reached, setReached] = useState(today);
  const focusable = reached.startsWith(`${year}-`) ? reached : `${year}-01-01`;
  const byDay = new Map(exceptions.map((one) => [one.day, one]));

  const move = (event: KeyboardEvent, day: string) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = dayjs(day).add(step, 'day').format('YYYY-MM-DD');
    document.getElementById(`day-${next}`)?.focus();
  };

  const cell = (day: string) => {
    const exception = byDay.get(day);
    const words = dayInWords(day, exception);
    const date = Number(day.slice(8));
    return (
      <td key={day} data-kind={exception?.kind} data-today={day === today || undefined}>
        {onChoose ? (
          <button
            type="button"
            id={`day-${day}`}
            aria-label={words}
            title={words}
            tabIndex={day === focusable ? 0 : -1}
            onFocus={() => setReached(day)}
            onKeyDown={(event) => move(event, day)}
            onClick={() => onChoose(day)}
          >
            {date}
          </button>
        ) : (
          <span title={words}>{date}</span>
        )}
      </td>
    );
  };

  return (
    <div className="months">
      {Array.from({ length: 12 }, (_, index) => index + 1).map((month) => (
        <table className="month" key={month}>
          <caption>
            {month}
            {t`月`}
          </caption>
          <thead>
            <tr>
              {WEEKDAYS.map((weekday) => (
                <th key={weekday} scope="col">
                  {weekday}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(year, month).map((week, nth) => (
              <tr key={nth}>{week.map((day, weekday) => (day ? cell(day) : <td key={weekday} />))}</tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
