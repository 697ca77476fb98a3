import { WorkingCalendar } from '#calendar/working-calendar';
import { MailingTime, type MailingWishes } from './mailing-time';

const calendar = new WorkingCalendar(
  [
    { day: '2026-10-01', kind: 'holiday', name: '国庆节' },
    { day: '2026-10-10', kind: 'workday', name: '国庆节' },
  ],
  [2026],
);
const NOBODYS: MailingWishes = { sendHour: null, quietFrom: null, quietTo: null, timeZone: null };

function dayAt(at: string, wishes: Partial<MailingWishes> = {}) {
  return new MailingTime(new Date(`${at}:00+08:00`), 'Asia/Shanghai', calendar).digestDay({ ...NOBODYS, ...wishes });
}

it.each<[string, Partial<MailingWishes>, string | null]>([
  // The organisation's hour.
  ['2026-06-30T07:59', {}, null],
  ['2026-06-30T08:00', {}, '2026-06-30'],
  ['2026-06-30T19:59', {}, '2026-06-30'],
  ['2026-06-30T20:00', {}, null],
  // His own.
  ['2026-06-30T08:00', { sendHour: 9 }, null],
  ['2026-06-30T00:00', { sendHour: 0 }, '2026-06-30'],
  ['2026-06-30T21:00', { sendHour: 21 }, '2026-06-30'],
  // Quiet hours, also over midnight.
  ['2026-06-30T12:59', { quietFrom: 12, quietTo: 14 }, null],
  ['2026-06-30T14:00', { quietFrom: 12, quietTo: 14 }, '2026-06-30'],
  ['2026-06-30T22:00', { sendHour: 21, quietFrom: 22, quietTo: 7 }, null],
  ['2026-06-30T06:59', { sendHour: 0, quietFrom: 22, quietTo: 7 }, null],
  ['2026-06-30T07:00', { sendHour: 0, quietFrom: 22, quietTo: 7 }, '2026-06-30'],
  // In his zone: 8:00 in Shanghai is 3:00 in Moscow and 20:00 of the day before in New York.
  ['2026-06-30T08:00', { timeZone: 'Europe/Moscow' }, null],
  ['2026-06-30T13:00', { timeZone: 'Europe/Moscow' }, '2026-06-30'],
  ['2026-06-30T21:00', { timeZone: 'America/New_York' }, '2026-06-30'],
  ['2026-07-01T07:00', { timeZone: 'America/New_York' }, '2026-06-30'],
  // Working days, by the statutory calendar.
  ['2026-10-01T09:00', {}, null],
  ['2026-10-10T09:00', {}, '2026-10-10'],
  ['2026-10-11T09:00', {}, null],
  ['2026-10-12T01:00', { timeZone: 'America/New_York', sendHour: 10 }, null],
])('at %s with %j: %s', (at, wishes, day) => expect(dayAt(at, wishes)).toBe(day));
