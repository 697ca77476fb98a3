import {
  ago,
  bytes,
  judgeCalendar,
  judgeDisk,
  judgeMails,
  judgeMemory,
  judgeMigrations,
  judgePlanning,
  judgeQueue,
  judgeUndeliverable,
} from './judge';

const NOW = new Date('2026-06-24T09:00:00+08:00');
const before = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const GB = 1024 ** 3;
const JOBS = { waiting: 1, active: 0, failed: 0, oldest: null };
const MAILS = { waiting: 0, failed: 0, uncertain: 0, postponed: 0 };

it.each([
  ['a database as it should be', judgeMigrations('M20', 0), 'ok'],
  ['a database of an older version', judgeMigrations('M19', 1), 'fault'],
  ['a queue that moves', judgeQueue({ ...JOBS, oldest: before(9) }, NOW), 'ok'],
  ['a queue that is slow', judgeQueue({ ...JOBS, oldest: before(10) }, NOW), 'attention'],
  ['a queue that stands', judgeQueue({ ...JOBS, oldest: before(60) }, NOW), 'fault'],
  ['jobs that failed', judgeQueue({ ...JOBS, failed: 1 }, NOW), 'attention'],
  ['planning in time', judgePlanning(before(29), NOW, before(500)), 'ok'],
  ['planning that is late', judgePlanning(before(30), NOW, before(500)), 'attention'],
  ['planning that stopped', judgePlanning(before(120), NOW, before(500)), 'fault'],
  ['no planning yet, just started', judgePlanning(null, NOW, before(1)), 'ok'],
  ['no planning since the start', judgePlanning(null, NOW, before(120)), 'fault'],
  ['mails that went', judgeMails({ ...MAILS, waiting: 9 }), 'ok'],
  ['mails that failed', judgeMails({ ...MAILS, failed: 1 }), 'attention'],
  ['mails nobody knows of', judgeMails({ ...MAILS, uncertain: 1 }), 'attention'],
  ['mails that are tried again', judgeMails({ ...MAILS, postponed: 1 }), 'attention'],
  ['no refused address', judgeUndeliverable(0), 'ok'],
  ['a refused address', judgeUndeliverable(1), 'attention'],
  ['a published year', judgeCalendar(2027, true, '2026-12-01'), 'ok'],
  ['a year nobody knows yet', judgeCalendar(2027, false, '2026-10-31'), 'ok'],
  ['a year that should be known', judgeCalendar(2027, false, '2026-11-01'), 'attention'],
  ['room on the disk', judgeDisk(20 * GB, 100 * GB), 'ok'],
  ['little room on a large disk', judgeDisk(4 * GB, 100 * GB), 'attention'],
  ['no room', judgeDisk(GB / 8, 100 * GB), 'fault'],
  ['memory', judgeMemory(GB, GB), 'ok'],
  ['little memory', judgeMemory(GB, GB / 8), 'attention'],
  ['no memory', judgeMemory(GB, GB / 32), 'fault'],
])('%s', (_, { state, advice }, expected) => {
  expect(state).toBe(expected);
  // Whoever reads that something is wrong reads what to do.
  expect(advice !== null).toBe(expected !== 'ok');
});

it.each([
  [0, '刚刚'],
  [59, '59 分钟前'],
  [60, '1 小时前'],
  [3000, '2 天前'],
])('%s minutes', (minutes, words) => expect(ago(before(minutes), NOW)).toBe(words));

it.each([
  [1, '1 MB'],
  [5 * 1024 ** 2, '5 MB'],
  [1.5 * GB, '1.5 GB'],
])('%s bytes', (count, words) => expect(bytes(count)).toBe(words));
