import { calendarOf, type DueItem } from './calendar';

const ITEM: DueItem = {
  ...{ id: '11111111-1111-4111-8111-111111111111', taskId: '22222222-2222-4222-8222-222222222222' },
  ...{ code: '2026-00017', title: '完善巡查制度', stage: null, status: 'in-progress', dueOn: '2026-09-30' },
  ...{ dueHour: null, unitName: '区教育局', version: 4, updatedAt: new Date('2026-06-01T02:03:04Z') },
};
const lines = (item: Partial<DueItem> = {}) =>
  calendarOf([{ ...ITEM, ...item }], 'https://luoshi.example.com').split('\r\n');
/** Folded lines put together again. */
const unfolded = (item: Partial<DueItem>) => lines(item).join('\r\n').replaceAll('\r\n ', '').split('\r\n');

it('writes a day, not an instant, with a name that stays', () => {
  expect(lines()).toEqual(
    expect.arrayContaining([
      'UID:11111111-1111-4111-8111-111111111111@luoshi',
      'SEQUENCE:4',
      'DTSTAMP:20260601T020304Z',
      'DTSTART;VALUE=DATE:20260930',
      'SUMMARY:到期：完善巡查制度',
      'STATUS:CONFIRMED',
    ]),
  );
  expect(unfolded({})).toContain('URL;VALUE=URI:https://luoshi.example.com/tasks/22222222-2222-4222-8222-222222222222');
});

it.each<[Partial<DueItem>, string]>([
  [{ stage: '整顿一批' }, 'SUMMARY:阶段目标“整顿一批”到期：完善巡查制度'],
  [{ dueHour: '16:30' }, 'SUMMARY:16:30 前到期：完善巡查制度'],
  [{ status: 'suspended' }, 'STATUS:TENTATIVE'],
])('says of %j %s', (item, line) => {
  expect(lines(item)).toContain(line);
});

it('keeps every line within 75 bytes', () => {
  const long = lines({ title: '深入开展安全生产专项整治'.repeat(30) });
  expect(Math.max(...long.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
});

it('takes no line of a title for one of its own', () => {
  const title = '完善制度\r\nEND:VEVENT\nBEGIN:VALARM\r\u0007;X=1, <script>alert(1)</script>';
  const written = unfolded({ title });
  expect(written.filter((line) => /^(BEGIN|END):/.test(line))).toEqual([
    ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'END:VEVENT', 'END:VCALENDAR'],
  ]);
  expect(written).toContain('SUMMARY:到期：完善制度 END:VEVENT BEGIN:VALARM \\;X=1\\, <script>alert(1)</script>');
});

it('gives the same bytes for the same items', () => {
  expect(lines()).toEqual(lines());
  expect(calendarOf([], 'https://luoshi.example.com')).toContain('END:VCALENDAR');
});
