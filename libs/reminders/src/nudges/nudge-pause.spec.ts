import { tooSoon } from './nudge-pause';

it('says who has nudged, and from when on it can be done again, in the zone of the organisation', () => {
  const last = { by: '王督办', at: new Date('2026-09-30T14:05:00Z') };
  expect(tooSoon(last, 'Asia/Shanghai').message).toBe(
    '王督办已于9月30日 22:05催办过，同一任务 4 小时内只催办一次，请在10月1日 02:05以后再催。',
  );
});
