import type { Span, Stretch } from '../stretch';
import { endOf, startOf } from './bar';
import { ticksOf } from './ticks';
import { t } from '../../../../language/t';

/** The scale above the tracks, its lines behind all of them, and today. */
export function Scale({ span, stretch, today }: { span: Span; stretch: Stretch; today: string }) {
  const ticks = ticksOf(span, stretch);
  const now = (startOf(today, stretch) + endOf(today, stretch)) / 2;
  const inSight = today >= stretch.from && today <= stretch.to;
  return (
    <>
      <div className="scale" aria-hidden="true">
        <span className="scale-name">{t`任务`}</span>
        <div className="scale-track">
          {ticks.map(({ day, label, start, width }) => (
            <span key={day} style={{ left: `${start}%`, width: `${width}%` }}>
              {label}
            </span>
          ))}
          {inSight && (
            <b className="scale-today" style={{ left: `${now}%` }}>
              {t`今天`}
            </b>
          )}
        </div>
      </div>
      <div className="scale-lines" aria-hidden="true">
        {ticks.slice(1).map(({ day, start }) => (
          <i key={day} style={{ left: `${start}%` }} />
        ))}
        {inSight && <i className="today-line" style={{ left: `${now}%` }} />}
      </div>
    </>
  );
}
