const DIGITS = '0123456789０１２３４５６７８９';
const NUMERALS = `${DIGITS}一二三四五六七八九十`;

/**
 * Two neighbouring characters that every word of time of one sort has: any of the first line followed by any of the second.
 * A few more pairs than the words have do no harm: they only let a rule look at the text.
 */
const PAIRS = {
  /** 6月, 本月底. */
  month: [`${NUMERALS}本当下个月 `, '月底末'],
  date: [NUMERALS, '日号'],
  third: ['上中下', '旬'],
  endOfMonth: ['月份', '底末'],
  /** 1月至3月, 1—3月. */
  range: [`${NUMERALS}月份`, '至到—~～－–-'],
  /** 2026-6-30. */
  dottedDate: [DIGITS, '-/.'],
  quarter: ['季', '度'],
  half: ['半', '年'],
  endOfYear: ['年度岁', '底末终'],
  /** 今明两年. */
  bothYears: ['两', '年'],
  /** 年内, 日内, 以内. */
  within: ['年月日周天期度以之', '内'],
  withinYear: ['年度以', '内'],
  wholeYear: ['全', '年'],
  datedYear: [DIGITS, '年'],
  /** 十四五. */
  plan: ['二三四五六七', '五'],
  endOfPlan: ['五”"划期结', '末束'],
  /** 前 after a word of time: 节前, 汛期前, 之前. */
  before: ['之以节旦一三八四六七十庆秋明宵午阳假”期届汛冬夏暖学考会开收束除季临来始动产营工馈末选作至', '前疫'],
  season: ['旺汛暖', '季期'],
  /** 立行立改, 立即整改. */
  once: ['立即', '改整'],
} as const;
type Sort = keyof typeof PAIRS;
const SORTS = Object.keys(PAIRS) as Sort[];

/** What words of time are made of, one bit each. A rule looks at a text only when all the bits it needs are there. */
export const HAS = Object.fromEntries(SORTS.map((sort, at) => [sort, 1 << at])) as Readonly<Record<Sort, number>>;

/** The bits of the pairs that a character may begin, and of those that it may end, by its code. */
const FIRST = new Int32Array(0x10000);
const SECOND = new Int32Array(0x10000);
for (const sort of SORTS) {
  const [first, second] = PAIRS[sort];
  for (const character of first) FIRST[character.charCodeAt(0)] |= HAS[sort];
  for (const character of second) SECOND[character.charCodeAt(0)] |= HAS[sort];
}

/** The sorts of pairs that occur in the text, as bits. */
export function timePairsIn(text: string): number {
  let present = 0;
  let begun = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    present |= begun & SECOND[code];
    begun = FIRST[code];
  }
  return present;
}
