import { Skeleton } from 'antd';
import type { KeyboardEvent } from 'react';
import { ask } from '../../../../api/client';
import { getTaskTimeline } from '../../../../api/generated';
import { Failure } from '../../../../components/Failure';
import { usePages } from '../../../../components/pages';
import { AutoMore } from '../AutoMore';
import { PeriodBar, stepByKeys } from '../PeriodBar';
import type { ViewProps } from '../task-view';
import { useReturnToOpened, useScrollPlace } from '../usePlace';
import { useStretch } from '../useStretch';
import { Scale } from './Scale';
import { TimelineLegend } from './TimelineLegend';
import { UnitTracks } from './UnitTracks';
import { byUnit } from './by-unit';
import './timeline.css';
import { t } from '../../../../language/t';

const SPANS = { month: t`月`, quarter: t`季度`, year: t`年` };
const MOST_COUNTED = 10_000;

/** From assignment to deadline, unit by unit: what is under way in a month, a quarter or a year. */
export default function TimelineView({ filters, empty }: ViewProps) {
  const { span, from, to, today, title, setSpan, step, goToday } = useStretch(SPANS, 'year');
  const stretch = { from, to };
  const list = usePages(['tasks', 'timeline', filters, stretch], (cursor) =>
    ask(getTaskTimeline({ query: { ...filters, ...stretch, cursor } })),
  );
  const { rows, total, error, refetch } = list;
  useScrollPlace('timeline', rows !== undefined);
  useReturnToOpened(rows !== undefined);
  if (error && !rows) return <Failure error={error} retry={() => void refetch()} />;
  const words =
    total === undefined ? t`正在读取…` : t`共 ${total >= MOST_COUNTED ? t`${MOST_COUNTED} 项以上` : t`${total} 项`}`;
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    stepByKeys(step)(event);
    toNeighbour(event);
  };
  return (
    <div className="timeline" role="presentation" onKeyDown={keys}>
      <PeriodBar {...{ title, span, onSpan: setSpan, onStep: step, onToday: goToday }} unit={SPANS[span]} spans={SPANS}>
        <span className="quiet small" role="status">
          {words}
          {list.hasNextPage && (
            <span className="print-only-inline">
              {t`，此处打印前`} {rows?.length} {t`项`}
            </span>
          )}
        </span>
      </PeriodBar>
      <TimelineLegend />
      {!rows && <Skeleton active paragraph={{ rows: 10 }} />}
      {rows?.length === 0 && (
        <p className="view-empty">{`${title}${empty === t`还没有任务` ? t`没有在办或到期的任务` : empty}`}</p>
      )}
      {rows && rows.length > 0 && (
        <div className="tracks">
          <Scale {...{ span, stretch, today }} />
          {byUnit(rows).map((unit) => (
            <UnitTracks key={unit.id} unit={unit} stretch={stretch} today={today} />
          ))}
        </div>
      )}
      <AutoMore list={list} />
    </div>
  );
}

/** Arrows lead from task to task. */
function toNeighbour(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-task]')];
  const at = links.indexOf(event.target as HTMLElement);
  if (step === 0 || at < 0) return;
  event.preventDefault();
  links[at + step]?.focus();
}
