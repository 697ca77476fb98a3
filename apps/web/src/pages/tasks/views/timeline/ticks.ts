import dayjs from 'dayjs';
import { plusDays, stretchOf, type Span, type Stretch } from '../stretch';
import { endOf, startOf, type Piece } from './bar';
import { t } from '../../../../language/t';

export interface Tick extends Piece {
  day: string;
  label: string;
}

/** The scale of a stretch: a month by days, a quarter by weeks, a year by months. */
export function ticksOf(span: Span, stretch: Stretch): Tick[] {
  const ticks: Tick[] = [];
  for (let day = stretch.from; day <= stretch.to;) {
    const unit = span === 'year' ? 'month' : span === 'quarter' ? 'week' : undefined;
    const end = unit ? stretchOf(day, unit).to : day;
    const last = end > stretch.to ? stretch.to : end;
    const start = startOf(day, stretch);
    ticks.push({ day, label: labelOf(day, span), start, width: endOf(last, stretch) - start });
    day = plusDays(last, 1);
  }
  return ticks;
}

const labelOf = (day: string, span: Span) =>
  dayjs(day).format(span === 'year' ? t`M月` : span === 'quarter' ? 'M.D' : 'D');
