import type { WorkingCalendar } from '#calendar/working-calendar';
import { dayIn, type Day } from '#platform/clock';
import { SEND_HOUR, type MailPreference } from '../preferences/mail-preference.entity';
import { isQuiet } from '../preferences/quiet-hours';

/** After this hour a digest waits for the next day, unless its recipient chose a later one. */
export const LAST_HOUR = 20;

export type MailingWishes = Pick<MailPreference, 'sendHour' | 'quietFrom' | 'quietTo' | 'timeZone'>;

/** Tells for one moment whether digests may go, each by its recipient's own clock. */
export class MailingTime {
  /** Few zones serve all people. */
  private readonly clocks = new Map<string, { day: Day; hour: number }>();

  constructor(
    private readonly now: Date,
    private readonly zone: string,
    private readonly calendar: WorkingCalendar,
  ) {}

  /** The recipient's calendar day of which the digest may go now; null: not now. */
  digestDay({ sendHour, quietFrom, quietTo, timeZone }: MailingWishes): Day | null {
    const { day, hour } = this.clockIn(timeZone ?? this.zone);
    const from = sendHour ?? SEND_HOUR;
    if (hour < from || (hour >= LAST_HOUR && from < LAST_HOUR)) return null;
    if (quietFrom !== null && quietTo !== null && isQuiet(hour, quietFrom, quietTo)) return null;
    return this.calendar.isWorkingDay(day) ? day : null;
  }

  private clockIn(zone: string): { day: Day; hour: number } {
    const known = this.clocks.get(zone);
    if (known) return known;
    const hour = new Intl.DateTimeFormat('en', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(this.now);
    const clock = { day: dayIn(zone, this.now), hour: Number(hour) };
    this.clocks.set(zone, clock);
    return clock;
  }
}
