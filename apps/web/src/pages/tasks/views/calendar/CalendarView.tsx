import { useQuery } from '@tanstack/react-query';
import { Grid } from 'antd';
import { useState } from 'react';
import { ask } from '../../../../api/client';
import { getTaskCalendar } from '../../../../api/generated';
import { Failure } from '../../../../components/Failure';
import { PeriodBar, stepByKeys } from '../PeriodBar';
import { weekRows } from '../stretch';
import type { ViewProps } from '../task-view';
import { useHolidays } from '../useHolidays';
import { useReturnToOpened, useScrollPlace } from '../usePlace';
import { useStretch } from '../useStretch';
import { Agenda } from './Agenda';
import { DayDrawer } from './DayDrawer';
import { MonthGrid } from './MonthGrid';
import './calendar.css';
import { t } from '../../../../language/t';

const SPANS = { month: t`月`, week: t`周` };
/** Lines that a day has room for. */
const LINES = { month: 3, week: 20 };

/** The tasks on the days they are due, with the days off and the make-up days of the working calendar. */
export default function CalendarView({ filters, empty }: ViewProps) {
  const { span, from, to, today, title, setSpan, step, goToday } = useStretch(SPANS, 'month');
  const narrow = !Grid.useBreakpoint().md;
  const [shown, setShown] = useState<string | null>(null);
  const weeks = weekRows({ from, to });
  // On a phone the days of other months would only be in the way.
  const days = narrow ? { from, to } : { from: weeks[0][0], to: weeks[weeks.length - 1][6] };
  const query = { ...filters, ...days, limit: LINES[span] };
  const calendar = useQuery({
    queryKey: ['tasks', 'calendar', query],
    queryFn: () => ask(getTaskCalendar({ query })),
  });
  const ready = calendar.data !== undefined;
  useScrollPlace('calendar', ready);
  useReturnToOpened(ready);
  const years = [...new Set([days.from, days.to].map((day) => Number(day.slice(0, 4))))];
  const holidays = useHolidays(years);
  if (calendar.error) return <Failure error={calendar.error} retry={() => void calendar.refetch()} />;
  const due = calendar.data?.rows ?? [];
  const within = due.filter(({ day }) => day >= from && day <= to);
  const total = within.reduce((sum, day) => sum + day.total, 0);
  const open = within.reduce((sum, day) => sum + day.open, 0);
  const face = { due: new Map(due.map((day) => [day.day, day])), holidays, today, onOpen: setShown };
  return (
    <div role="presentation" onKeyDown={stepByKeys(step)}>
      <PeriodBar {...{ title, span, onSpan: setSpan, onStep: step, onToday: goToday }} unit={SPANS[span]} spans={SPANS}>
        <span className="quiet small calendar-sum" role="status">
          {!ready ? t`正在读取…` : total === 0 ? t`${title}没有到期的任务` : t`到期 ${total} 项，未办结 ${open} 项`}
        </span>
      </PeriodBar>
      {narrow ? (
        <Agenda {...face} days={within} empty={ready ? t`这段时间${empty}` : t`正在读取…`} />
      ) : (
        <MonthGrid {...face} weeks={weeks} stretch={{ from, to }} title={title} tall={span === 'week'} />
      )}
      {shown && <DayDrawer day={shown} filters={filters} onClose={() => setShown(null)} />}
    </div>
  );
}
