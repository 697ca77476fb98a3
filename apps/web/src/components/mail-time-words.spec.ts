/// <reference types="jest" />
import { mailTimeWords } from './mail-time-words';

it.each<[number, number | null, number | null, string]>([
  [8, null, null, '每天 8 点后收到一封汇总邮件。'],
  [8, 22, null, '每天 8 点后收到一封汇总邮件。'],
  [8, 22, 7, '每天 8 点后收到一封汇总邮件；22 点至次日 7 点不打扰。'],
  [9, 12, 14, '每天 9 点后收到一封汇总邮件；12 点至 14 点不打扰。'],
  [8, 7, 7, '每天 8 点后收到一封汇总邮件。'],
])('from %i on, quiet from %s to %s: %s', (sendHour, quietFrom, quietTo, words) =>
  expect(mailTimeWords({ sendHour, quietFrom, quietTo })).toBe(words),
);
